package vn.angiang.plan72.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;

/** The whole application on H2 in memory, with the demonstration's people. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:security;DB_CLOSE_DELAY=-1",
            "plan72.data-dir=target/test-data",
            "plan72.demo.password=thu-nghiem-2017",
            "camunda.bpm.job-execution.enabled=false"
        })
@AutoConfigureMockMvc
@interface WholeApplication {}
