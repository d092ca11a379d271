package vn.angiang.plan72.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.request.RequestContextHolder;
import vn.angiang.plan72.journal.JournalVerifier;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.IntegrationTest;
import vn.angiang.plan72.support.SomeAssignment;

/** What the engine remembers of closed cases goes after ten years; case, journal and sealed answers stay. */
@IntegrationTest
class RetentionTests {

    @Autowired
    SomeAssignment assignment;

    @Autowired
    Desk desk;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    JournalVerifier verifier;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clockwork clock;

    @Test
    void theEnginesHistoryIsCleanedAndTheJournalIsKept() {
        clock.set(LocalDate.of(2017, 2, 20));
        String closed = assignment.forUnit("H888");
        desk.does("officer.h888", closed, "acceptAssignment", "acceptance", "ACCEPT");
        String instance = one("select process_instance_id from case_file where number = ?", closed);
        engine.getCommandExecutorTxRequired()
                .execute(c -> c.runWithoutAuthorization(() -> {
                    engine.getRuntimeService().deleteProcessInstance(instance, "test");
                    return true;
                }));
        String open = assignment.forUnit("H888");
        String running = one("select process_instance_id from case_file where number = ?", open);

        clean(LocalDate.of(2026, 1, 1));
        assertThat(remembered(instance)).isPositive();
        clean(LocalDate.of(2027, 6, 1));
        assertThat(remembered(instance)).isZero();
        assertThat(remembered(running)).isPositive();

        assertThat(one("select number from case_file where number = ?", closed)).isEqualTo(closed);
        assertThat(count("journal_entry where case_number = ?", closed)).isGreaterThan(1);
        assertThat(count("form_snapshot where case_number = ?", closed)).isEqualTo(1);
        assertThat(verifier.verifyAll().untouched()).isTrue();
    }

    /** As the engine does every night in its window (22:00 to 05:00). */
    private void clean(LocalDate day) {
        clock.set(day.atTime(23, 0));
        RequestContextHolder.resetRequestAttributes();
        var job = engine.getCommandExecutorTxRequired()
                .execute(c -> c.runWithoutAuthorization(() -> history.cleanUpHistoryAsync(true)));
        for (int i = 0; i < 20; i++) {
            engine.getCommandExecutorTxRequired()
                    .execute(c -> c.runWithoutAuthorization(() -> {
                        management.executeJob(job.getId());
                        return true;
                    }));
        }
    }

    private long remembered(String instance) {
        return count("ACT_HI_PROCINST where ID_ = ?", instance)
                + count("ACT_HI_TASKINST where PROC_INST_ID_ = ?", instance)
                + count("ACT_HI_VARINST where PROC_INST_ID_ = ?", instance);
    }

    private long count(String what, String value) {
        return jdbc.sql("select count(*) from " + what)
                .param(value)
                .query(Long.class)
                .single();
    }

    private String one(String sql, String value) {
        return jdbc.sql(sql).param(value).query(String.class).single();
    }
}
