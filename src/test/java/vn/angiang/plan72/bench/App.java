package vn.angiang.plan72.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.aop.support.AopUtils;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.angiang.plan72.Plan72Application;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;

/** The whole application as it is shipped, on the database of the run. Timers stand still: nothing runs beside. */
final class App implements AutoCloseable {

    static final String PASSWORD = "do-hieu-nang-2017";

    private final ConfigurableApplicationContext context;
    private final CurrentActor currentActor;

    App(Database database, Path folder, int port) {
        var properties = new HashMap<String, Object>();
        properties.put("server.port", port);
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.user());
        properties.put("spring.datasource.password", database.password());
        properties.put("plan72.data-dir", folder.resolve("data").toString());
        properties.put("plan72.demo.password", PASSWORD);
        properties.put("plan72.clock.mode", "demo");
        properties.put("plan72.clock.start", "2017-02-20T08:00:00");
        properties.put("plan72.mail.enabled", "false");
        properties.put("plan72.notification.scheduled", "false");
        properties.put("camunda.bpm.job-execution.enabled", "false");
        var application = new SpringApplication(Plan72Application.class);
        application.addInitializers(c -> c.getBeanFactory().registerSingleton("noTestBeans", new NoTestBeans()));
        // As arguments: they must outrank application.yml
        context = application.run(properties.entrySet().stream()
                .map(e -> "--" + e.getKey() + "=" + e.getValue())
                .toArray(String[]::new));
        currentActor = context.getBean(CurrentActor.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The start-up command of this class, whose class may not be named here. */
    ApplicationRunner runner(String simpleName) {
        return context.getBeansOfType(ApplicationRunner.class).values().stream()
                .filter(r -> AopUtils.getTargetClass(r).getSimpleName().equals(simpleName))
                .findFirst()
                .orElseThrow();
    }

    /** Acts as this person, without the web layer. */
    <T> T as(String username, Callable<T> work) throws Exception {
        var security = SecurityContextHolder.createEmptyContext();
        security.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(username, null, List.of()));
        SecurityContextHolder.setContext(security);
        try {
            return work.call();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** The person in whose name the thread acts. */
    Actor actor() {
        return currentActor.get();
    }

    @Override
    public void close() {
        context.close();
    }

    /** The tests' own beans lie on the same class path. */
    private static final class NoTestBeans extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
            return reader.getResource().toString().contains("test-classes");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof NoTestBeans;
        }

        @Override
        public int hashCode() {
            return 72;
        }
    }
}
