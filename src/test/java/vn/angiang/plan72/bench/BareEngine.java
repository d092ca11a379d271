package vn.angiang.plan72.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;

/**
 * The engine as it comes, on the same tables and the same models: no worklist, no journal, no forms, no facts; the steps
 * of the model answer constants. What it does is what the engine's own REST inbox does, without HTTP and JSON.
 */
final class BareEngine implements AutoCloseable {

    static final int PAGE = 25;

    private final ProcessEngine engine;
    private final HikariDataSource pool;

    BareEngine(Database database) {
        pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(20);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(pool);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setJobExecutorActivate(false);
        configuration.setBeans(new HashMap<>(Map.of("assignmentSteps", new ConstantSteps())));
        engine = configuration.buildProcessEngine();
    }

    /** A page of the tasks of these groups, earliest due first, how many there are, and what the list shows of them. */
    int inbox(List<String> groups) {
        var tasks = engine.getTaskService();
        var page = tasks.createTaskQuery()
                .taskCandidateGroupIn(groups)
                .orderByDueDate()
                .asc()
                .listPage(0, PAGE);
        long count = tasks.createTaskQuery().taskCandidateGroupIn(groups).count();
        if (!page.isEmpty()) {
            var instances =
                    page.stream().map(Task::getProcessInstanceId).distinct().toArray(String[]::new);
            engine.getRuntimeService()
                    .createVariableInstanceQuery()
                    .processInstanceIdIn(instances)
                    .variableNameIn("caseNumber", "leadUnit")
                    .list();
        }
        return (int) count;
    }

    /** Claims, reads and completes a task. */
    void complete(String taskId, String username) {
        var tasks = engine.getTaskService();
        tasks.claim(taskId, username);
        tasks.createTaskQuery().taskId(taskId).initializeFormKeys().singleResult();
        tasks.getIdentityLinksForTask(taskId);
        tasks.getVariables(taskId);
        tasks.complete(taskId, Map.of("acceptance", "ACCEPT"));
    }

    void start(String caseNumber, String leadUnit) {
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "assignment",
                        caseNumber,
                        Map.of(
                                "caseNumber",
                                caseNumber,
                                "leadUnit",
                                leadUnit,
                                "assignerUnit",
                                "SLDTBXH",
                                "specialFlow",
                                "",
                                "year",
                                2017L));
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }

    /** Answers of the steps that accepting and starting an assignment ask for. */
    public static final class ConstantSteps {

        public Date dueOf(String caseNumber, String task) {
            return inDays(5);
        }

        public Date acceptanceOverdueAt(String caseNumber) {
            return inDays(8);
        }

        public Date contributionOverdueAt(String caseNumber) {
            return inDays(11);
        }

        public Date overdueAt(String caseNumber) {
            return inDays(90);
        }

        public Date nextEscalationAt(String caseNumber) {
            return inDays(7);
        }

        public List<String> openCoordinators(String caseNumber) {
            return List.of();
        }

        private static Date inDays(int days) {
            return Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(days)));
        }
    }
}
