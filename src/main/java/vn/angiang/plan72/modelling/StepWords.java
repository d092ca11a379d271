package vn.angiang.plan72.modelling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/** What each step means, in a modeler's words; {@code modelling/steps.properties}. */
@Component
class StepWords {

    private final Properties words;

    StepWords() {
        try {
            words = PropertiesLoaderUtils.loadProperties(
                    new EncodedResource(new ClassPathResource("modelling/steps.properties"), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Words of a step, or its name when nobody has described it. */
    String of(String bean, String step) {
        return words.getProperty(bean + "." + step, bean + "." + step);
    }

    boolean has(String bean, String step) {
        return words.containsKey(bean + "." + step);
    }
}
