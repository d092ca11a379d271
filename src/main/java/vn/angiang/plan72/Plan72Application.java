package vn.angiang.plan72;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the workflow system for Kế hoạch 72/KH-UBND. All dates are those of Asia/Ho_Chi_Minh. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Plan72Application {

    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Ho_Chi_Minh"));
        SpringApplication.run(Plan72Application.class, args);
    }
}
