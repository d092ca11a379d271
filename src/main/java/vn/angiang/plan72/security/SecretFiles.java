package vn.angiang.plan72.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Secrets from files: {@code PLAN72_X_FILE=/path} in the environment is {@code PLAN72_X} with what the file holds. A file
 * is not seen in a list of processes, not inherited and not printed with the environment.
 */
public final class SecretFiles implements EnvironmentPostProcessor, Ordered {

    private static final String START = "PLAN72_";
    private static final String END = "_FILE";
    private static final long LARGEST = 64 * 1024;

    @Override
    public int getOrder() {
        return new ProductionGuard().getOrder() - 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var secrets = new HashMap<String, Object>();
        environment.getSystemEnvironment().forEach((name, file) -> {
            if (name.startsWith(START)
                    && name.endsWith(END)
                    && !String.valueOf(file).isBlank()) {
                secrets.put(name.substring(0, name.length() - END.length()), content(name, String.valueOf(file)));
            }
        });
        if (!secrets.isEmpty()) {
            environment.getPropertySources().addFirst(new MapPropertySource("plan72SecretFiles", secrets));
        }
    }

    static String content(String name, String file) {
        try {
            Path path = Path.of(file);
            if (Files.size(path) > LARGEST) {
                throw new IllegalStateException(name + " names a file that is too large for a secret: " + file);
            }
            String content = Files.readString(path).strip();
            if (content.isEmpty()) {
                throw new IllegalStateException(name + " names an empty file: " + file);
            }
            return content;
        } catch (IOException e) {
            throw new IllegalStateException(name + " names a file that cannot be read: " + file, e);
        }
    }
}
