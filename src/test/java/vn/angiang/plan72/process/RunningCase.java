package vn.angiang.plan72.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;

/** One running process in a path test, in the words of the test: who has it, answer, let time pass, how it ended. */
final class RunningCase {

    private final ProcessEngine engine;
    private final String instance;

    private RunningCase(ProcessEngine engine, String instance) {
        this.engine = engine;
        this.instance = instance;
    }

    static RunningCase start(ProcessEngine engine, String key, String caseNumber, Map<String, Object> variables) {
        return new RunningCase(
                engine,
                engine.getRuntimeService()
                        .startProcessInstanceByKey(key, caseNumber, variables)
                        .getId());
    }

    String id() {
        return instance;
    }

    /** The open tasks, their candidate groups in brackets. */
    List<String> waitsFor() {
        return engine.getTaskService().createTaskQuery().processInstanceId(instance).list().stream()
                .map(t -> t.getTaskDefinitionKey() + groups(t))
                .sorted()
                .toList();
    }

    RunningCase isAt(String... tasks) {
        assertThat(waitsFor()).containsExactlyInAnyOrder(tasks);
        return this;
    }

    private List<String> groups(Task task) {
        return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .sorted()
                .toList();
    }

    Task task(String key) {
        var tasks = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(key)
                .list();
        assertThat(tasks).as("open tasks " + key).isNotEmpty();
        return tasks.get(0);
    }

    RunningCase done(String key) {
        return answer(key, Map.of());
    }

    RunningCase answer(String key, String variable, String value) {
        return answer(key, Map.of(variable, value));
    }

    RunningCase answer(String key, Map<String, Object> answers) {
        engine.getTaskService().complete(task(key).getId(), answers);
        return this;
    }

    RunningCase message(String name) {
        engine.getRuntimeService()
                .createMessageCorrelation(name)
                .processInstanceId(instance)
                .correlate();
        return this;
    }

    /** Moves the clock to the moment the timer is due and lets it fire. */
    RunningCase timePasses(String timer) {
        Job job = jobOf(timer);
        Date due = job.getDuedate();
        assertThat(due).as("due date of " + timer).isNotNull();
        if (due.after(ClockUtil.getCurrentTime())) {
            ClockUtil.setCurrentTime(Date.from(due.toInstant().plus(Duration.ofSeconds(1))));
        }
        engine.getManagementService().executeJob(job.getId());
        return this;
    }

    /** Runs the background job that waits before this element. */
    RunningCase runs(String element) {
        engine.getManagementService().executeJob(jobOf(element).getId());
        return this;
    }

    Job jobOf(String element) {
        return engine
                .getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .activityId(element)
                .list()
                .stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("No job waits at " + element));
    }

    boolean waitsAt(String element) {
        return engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance)
                        .activityId(element)
                        .count()
                > 0;
    }

    RunningCase passed(String element) {
        assertThat(finished()).contains(element);
        return this;
    }

    RunningCase isOpen() {
        assertThat(running()).isTrue();
        return this;
    }

    /** The whole process is over, nothing lingers, and this was its last end event. */
    void endedAt(String event) {
        assertThat(running()).as("still running: " + waitsFor()).isFalse();
        assertThat(finished()).contains(event);
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance)
                        .count())
                .isZero();
    }

    private boolean running() {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count()
                > 0;
    }

    private List<String> finished() {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .finished()
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }
}
