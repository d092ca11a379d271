package vn.angiang.plan72.shared;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads the plan's data files (class path {@code plan/*.yaml}, snake_case keys) into records. */
public final class YamlData {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private YamlData() {}

    /** @throws UncheckedIOException when the file is missing or does not fit the type */
    public static <T> T read(String classPathFile, Class<T> type) {
        try (var in = YamlData.class.getClassLoader().getResourceAsStream(classPathFile)) {
            if (in == null) {
                throw new IOException("No such file on the class path: " + classPathFile);
            }
            return MAPPER.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + classPathFile, e);
        }
    }
}
