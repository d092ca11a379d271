package vn.angiang.plan72.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import vn.angiang.plan72.assignment.Assignments;
import vn.angiang.plan72.plan.Obligations;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;

/** The whole application as it is shipped, on the database of the run. Timers stand still: nothing runs beside. */
public final class App implements AutoCloseable {

    /** Password of everybody. */
    public static final String PASSWORD = "do-hieu-nang-2017";

    private final ConfigurableApplicationContext context;
    private final CurrentActor currentActor;

    App(Database database, Path folder, int port) {
        this(database, folder, port, Map.of());
    }

    /** With other settings than those of a measurement. */
    public App(Database database, Path folder, int port, Map<String, String> others) {
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
        properties.putAll(others);
        var application = new SpringApplication(Plan72Application.class);
        application.addInitializers(c -> c.getBeanFactory().registerSingleton("noTestBeans", new NoTestBeans()));
        // As arguments: they must outrank application.yml
        context = application.run(properties.entrySet().stream()
                .map(e -> "--" + e.getKey() + "=" + e.getValue())
                .toArray(String[]::new));
        currentActor = context.getBean(CurrentActor.class);
    }

    /** A part of the application. */
    public <T> T bean(Class<T> type) {
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

    /** Gives out an assignment due in four months; returns its case number. */
    public String giveAssignment(int index, String unit) throws Exception {
        var today = LocalDate.now(bean(Clock.class));
        var possible = bean(Obligations.class).all().stream()
                .filter(o -> o.specialFlow() == null)
                .toList();
        return as("officer.sldtbxh", () -> bean(Assignments.class)
                .give(
                        new Assignments.Order(
                                possible.get(index % possible.size()),
                                unit,
                                "Văn bản hướng dẫn",
                                today.plusMonths(4),
                                today.getYear()),
                        actor()));
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
