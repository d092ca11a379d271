package vn.angiang.plan72.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;
import org.springframework.core.io.ClassPathResource;

class LogLinesTests {

    @Test
    void nobodyWritesLogLinesOfTheirOwn() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yml"));
        var context = new LoggerContext();
        var layout = new PatternLayout();
        layout.setContext(context);
        layout.getInstanceConverterMap().put("wEx", ExtendedWhitespaceThrowableProxyConverter::new);
        layout.setPattern(yaml.getObject().getProperty("logging.pattern.console"));
        layout.start();

        var event =
                new LoggingEvent("x", context.getLogger("vn.angiang"), Level.WARN, "Refused {}", null, new Object[] {
                    "a\r\n2026-11-23 ERROR forged"
                });
        String line = layout.doLayout(event);
        assertThat(line.strip()).doesNotContain("\n").doesNotContain("\r").contains("Refused a | 2026");
    }
}
