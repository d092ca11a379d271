package vn.angiang.plan72.process;

import java.time.LocalDateTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which time the system lives in.
 *
 * @param mode {@code system} in production; {@code demo} starts at {@code start} and may be moved forward
 * @param start first moment of a demo, Asia/Ho_Chi_Minh
 */
@ConfigurationProperties("plan72.clock")
record ClockProperties(@DefaultValue("system") Mode mode, @DefaultValue("2017-02-20T08:00:00") LocalDateTime start) {
    enum Mode {
        SYSTEM,
        DEMO
    }
}
