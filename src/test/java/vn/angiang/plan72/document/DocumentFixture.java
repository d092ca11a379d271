package vn.angiang.plan72.document;

import static org.mockito.Mockito.mock;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.CurrentActor;

/** Documents on real tables, without a Spring context. */
final class DocumentFixture {

    static final String CASE = "NV-2017-000001";
    static final String OTHER_CASE = "NV-2017-000002";
    static final Actor LAN = new Actor("lan", "Nguyễn Thị Lan", List.of("officer.SYT"), List.of(), null);
    static final Actor BINH = new Actor("binh", "Trần Văn Bình", List.of("officer.SYT"), List.of(), null);
    static final long MAX = 1024 * 1024;

    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final Journal journal = mock(Journal.class);
    final List<Object> events = new ArrayList<>();
    final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    final Documents documents;
    final UploadedParts parts;
    Actor current = LAN;

    DocumentFixture(DataSource dataSource) {
        var populator = new ResourceDatabasePopulator(
                new ClassPathResource("db/migration/V0050__casefile.sql"),
                new ClassPathResource("db/migration/V0070__document.sql"));
        populator.execute(dataSource);
        jdbc = JdbcClient.create(dataSource);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        messages.setBasenames("messages-document");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        for (String number : List.of(CASE, OTHER_CASE)) {
            jdbc.sql("insert into case_file(number, process_key, title, lead_unit, assigner_unit, plan_year, modality,"
                            + " state, extensions, suspended, opened_by, opened_at, revision, search_key)"
                            + " values (?, 'a', 'a', 'SYT', 'SLDTBXH', 2017, 'mandatory', 'OPEN', 0, false, 'a',"
                            + " current_timestamp, 0, 'a')")
                    .param(number)
                    .update();
        }
        LocaleContextHolder.setLocale(Locale.forLanguageTag("vi"));
        var clock = Clock.fixed(Instant.parse("2017-03-01T01:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
        documents = new Documents(
                new DocumentRows(jdbc),
                new FileCheck(),
                new DocumentSettings(MAX, 5, Duration.ofDays(180)),
                journal,
                events::add,
                new CurrentActor() {
                    @Override
                    public Actor get() {
                        return current;
                    }

                    @Override
                    public Optional<Actor> signedIn() {
                        return Optional.of(current);
                    }
                },
                messages,
                clock);
        parts = new UploadedParts(documents, messages);
    }

    DocumentRef store(String taskId, byte[] content, Actor by) {
        return documents.store(CASE, taskId, "deliverables", "kết quả.pdf", new ByteArrayInputStream(content), by);
    }

    long chunks(String id) {
        return jdbc.sql("select count(*) from document_chunk where document_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }
}
