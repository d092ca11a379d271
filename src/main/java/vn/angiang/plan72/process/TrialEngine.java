package vn.angiang.plan72.process;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;

/**
 * An engine in memory on which one draft runs. What stops a draft is thrown as {@link TrialStopped}; the engine is then to
 * be closed, because part of the act may have happened. Not for several threads at once.
 */
public final class TrialEngine implements AutoCloseable {

    /** Source of the deployment of processes that stand for called ones; a draft cannot have it. */
    static final String STAND_INS = "plan72.standIns";

    private static final int MOST_JOBS = 200;
    private static final int MOST_TASKS = 200;
    /** Longer than any case of the plan; keeps a slip of the keyboard from firing timers without end. */
    private static final Duration FARTHEST = Duration.ofDays(10 * 366L);

    private static final Pattern ELEMENT = Pattern.compile("'([A-Za-z_][\\w.-]*)'");

    private final ProcessEngine engine;
    private final TrialTime time;
    private final TrialWatch watch;
    private final TrialSight sight;

    TrialEngine(ProcessEngine engine, TrialTime time, TrialWatch watch) {
        this.engine = engine;
        this.time = time;
        this.watch = watch;
        this.sight = new TrialSight(engine);
    }

    /**
     * A step that the draft calls.
     *
     * @param arguments those after {@code caseNumber}
     * @param clock of the trial
     */
    public record Call(KnownSteps.Step step, List<Object> arguments, Clock clock) {}

    /** Answers steps. */
    @FunctionalInterface
    public interface Steps {
        @Nullable
        Object call(Call call);
    }

    /**
     * A task that waits.
     *
     * @param ref names it among the open ones, the same in every repetition of the same acts
     * @param form id of its form; empty for a called process that somebody has to finish
     * @param facts variables it sees
     */
    public record Waiting(
            String ref,
            String key,
            String name,
            String form,
            List<String> groups,
            @Nullable Instant due,
            Map<String, Object> facts,
            String taskId) {}

    /** A timer that has not fired. */
    public record Timer(String element, String name, Instant due) {}

    /** A message that is waited for. */
    public record Awaited(String ref, String message, String element, String name, String executionId) {}

    /** A step that was reached, in order. */
    public record Passed(String element, String name, String kind, boolean over) {}

    /**
     * All there is to see.
     *
     * @param variables of the whole process, also when it is over
     */
    public record State(
            boolean ended,
            List<Waiting> tasks,
            List<Timer> timers,
            List<Awaited> messages,
            List<Passed> path,
            List<String> current,
            Map<String, Object> variables) {}

    void deploy(List<ModelGate.Resource> files, Map<String, String> called) {
        stopping(() -> {
            var repository = engine.getRepositoryService();
            if (!called.isEmpty()) {
                var standIns = repository.createDeployment().source(STAND_INS);
                called.forEach((key, name) -> standIns.addModelInstance(key + ".bpmn", TrialSight.standIn(key, name)));
                standIns.deploy();
            }
            var draft = repository.createDeployment();
            files.forEach(f -> draft.addInputStream(f.name(), new ByteArrayInputStream(f.content())));
            draft.deploy();
        });
    }

    /** The clock of this trial. */
    public Clock clock() {
        return time;
    }

    /** Starts the process. */
    public void start(String processKey, String caseNumber, Map<String, Object> variables) {
        act(() -> {
            var started = engine.getRuntimeService().startProcessInstanceByKey(processKey, caseNumber, variables);
            sight.of(started);
        });
    }

    /** Completes a task. */
    public void complete(String taskId, Map<String, Object> routing) {
        act(() -> engine.getTaskService().complete(taskId, routing));
    }

    /** Sends a message to who waits for it. */
    public void send(Awaited message) {
        act(() -> engine.getRuntimeService().messageEventReceived(message.message(), message.executionId()));
    }

    /** Lets time pass: timers that become due fire in their order, each at its own moment. */
    public void passTime(Instant until) {
        if (until.isAfter(time.instant().plus(FARTHEST))) {
            throw new TrialStopped("modelling.trial.stopped.far");
        }
        for (int fired = 0; ; fired++) {
            Job next = nextTimer(until);
            if (next == null) {
                break;
            }
            if (fired >= MOST_JOBS) {
                throw new TrialStopped("modelling.trial.stopped.jobs", MOST_JOBS);
            }
            time.advance(next.getDuedate().toInstant());
            act(() -> engine.getManagementService().executeJob(next.getId()));
        }
        time.advance(until);
    }

    private @Nullable Job nextTimer(Instant until) {
        return engine.getManagementService().createJobQuery().timers().list().stream()
                .filter(j -> j.getDuedate() != null && !j.getDuedate().after(Date.from(until)))
                .min(Comparator.comparing(Job::getDuedate).thenComparing(j -> Long.parseLong(j.getId())))
                .orElse(null);
    }

    /** Does something and then everything that runs in the background at once. */
    private void act(Runnable what) {
        watch.begin();
        stopping(what);
        for (int done = 0; ; done++) {
            var jobs = engine.getManagementService().createJobQuery().messages().list();
            if (jobs.isEmpty()) {
                break;
            }
            if (done >= MOST_JOBS) {
                throw new TrialStopped("modelling.trial.stopped.jobs", MOST_JOBS);
            }
            Job first = jobs.stream()
                    .min(Comparator.comparing(j -> Long.parseLong(j.getId())))
                    .orElseThrow();
            stopping(() -> engine.getManagementService().executeJob(first.getId()));
        }
        if (engine.getTaskService().createTaskQuery().count() > MOST_TASKS) {
            throw new TrialStopped("modelling.trial.stopped.tasks", MOST_TASKS);
        }
    }

    private void stopping(Runnable what) {
        try {
            what.run();
        } catch (TrialStopped e) {
            throw e;
        } catch (RuntimeException e) {
            throw reason(e);
        }
    }

    private TrialStopped reason(RuntimeException fault) {
        for (Throwable t = fault; t != null; t = t.getCause()) {
            if (t instanceof TrialStopped stopped) {
                return stopped;
            }
        }
        String words = String.valueOf(fault.getMessage());
        var named = ELEMENT.matcher(words);
        String element = named.find() ? sight.nameOf(named.group(1)) : "–";
        return fault instanceof ProcessEngineException && words.contains("No outgoing sequence flow")
                ? new TrialStopped("modelling.trial.stopped.noWay", element)
                : new TrialStopped("modelling.trial.stopped.fault", words);
    }

    /** What is to be seen now. */
    public State look() {
        return sight.look();
    }

    @Override
    public void close() {
        engine.close();
    }
}
