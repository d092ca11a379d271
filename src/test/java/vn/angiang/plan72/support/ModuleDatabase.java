package vn.angiang.plan72.support;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A database with the tables of the modules that stand below the engine (organization, plan, calendar), for tests that
 * need SQL but no Spring context.
 */
public final class ModuleDatabase {

    private static final List<String> SCRIPTS =
            List.of("V0010__organization.sql", "V0020__plan.sql", "V0030__calendar.sql");

    public final JdbcTemplate template;
    public final JdbcClient jdbc;
    public final TransactionTemplate transaction;
    public final List<Object> events = new ArrayList<>();
    public final ApplicationEventPublisher publisher = events::add;

    public ModuleDatabase(DataSource dataSource) {
        var populator = new ResourceDatabasePopulator();
        SCRIPTS.forEach(s -> populator.addScript(new ClassPathResource("db/migration/" + s)));
        populator.execute(dataSource);
        template = new JdbcTemplate(dataSource);
        jdbc = JdbcClient.create(template);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** A new empty H2 database in memory. */
    public static ModuleDatabase h2() {
        return new ModuleDatabase(
                new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
    }

    /** The real Vietnamese and English texts of these modules. */
    public static MessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages-organization", "messages-plan", "messages-calendar");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    public long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
