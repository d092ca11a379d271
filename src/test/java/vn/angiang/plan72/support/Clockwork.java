package vn.angiang.plan72.support;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.context.request.RequestContextHolder;

/** Moves the one clock and runs the jobs that are due, as the job executor would. */
@TestComponent
public class Clockwork {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final ManagementService management;
    private final ProcessEngineConfigurationImpl engine;
    private final Clock clock;

    Clockwork(ManagementService management, ProcessEngineConfigurationImpl engine, Clock clock) {
        this.management = management;
        this.engine = engine;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Puts the clock to 08:00 of a day, forward or back. */
    public void set(LocalDate day) {
        set(day.atTime(8, 0));
    }

    public void set(LocalDateTime moment) {
        long offset = Date.from(moment.atZone(ZONE).toInstant()).getTime() - System.currentTimeMillis();
        ClockUtil.offset(offset);
    }

    /** Goes to 08:00 of a later day and runs everything that fell due meanwhile, in order of time. */
    public void advanceTo(LocalDate day) {
        LocalDateTime target = day.atTime(8, 0);
        Date until = Date.from(target.atZone(ZONE).toInstant());
        for (Job next = nextTimer(until); next != null; next = nextTimer(until)) {
            if (next.getDuedate().after(ClockUtil.getCurrentTime())) {
                set(LocalDateTime.ofInstant(next.getDuedate().toInstant(), ZONE).plusSeconds(1));
            }
            execute(next);
        }
        set(target);
        runJobs();
    }

    private Job nextTimer(Date until) {
        RequestContextHolder.resetRequestAttributes();
        return engine.getCommandExecutorTxRequired()
                .execute(c -> c.runWithoutAuthorization(() -> management
                        .createJobQuery()
                        .timers()
                        .withRetriesLeft()
                        .active()
                        .duedateLowerThan(until)
                        .orderByJobDuedate()
                        .asc()
                        .listPage(0, 1)
                        .stream()
                        .findFirst()
                        .orElse(null)));
    }

    /** Runs all asynchronous continuations until none is left; returns how many ran. */
    public int runJobs() {
        RequestContextHolder.resetRequestAttributes();
        int ran = 0;
        while (true) {
            var jobs = engine.getCommandExecutorTxRequired()
                    .execute(c -> c.runWithoutAuthorization(() -> management
                            .createJobQuery()
                            .messages()
                            .withRetriesLeft()
                            .active()
                            .listPage(0, 50)));
            if (jobs.isEmpty()) {
                return ran;
            }
            jobs.forEach(this::execute);
            ran += jobs.size();
        }
    }

    /** As the job executor would: no person, no request on the thread. */
    private void execute(Job job) {
        RequestContextHolder.resetRequestAttributes();
        management.executeJob(job.getId());
    }

    /**
     * Runs the next job of one process and those it called, going forward to its time; other cases do not notice. Whether
     * there was one.
     */
    public boolean fireNext(String processInstanceId) {
        RequestContextHolder.resetRequestAttributes();
        Job next = engine.getCommandExecutorTxRequired()
                .execute(c -> c.runWithoutAuthorization(() -> jobsOf(processInstanceId)
                        .min(Comparator.comparing(Job::getDuedate, Comparator.nullsFirst(Comparator.naturalOrder())))
                        .orElse(null)));
        if (next == null) {
            return false;
        }
        if (next.getDuedate() != null && next.getDuedate().after(ClockUtil.getCurrentTime())) {
            set(LocalDateTime.ofInstant(next.getDuedate().toInstant(), ZONE).plusSeconds(1));
        }
        execute(next);
        return true;
    }

    private Stream<Job> jobsOf(String processInstanceId) {
        var own = management
                .createJobQuery()
                .processInstanceId(processInstanceId)
                .active()
                .withRetriesLeft()
                .list();
        var called = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(processInstanceId)
                .list();
        return Stream.concat(own.stream(), called.stream().flatMap(p -> jobsOf(p.getId())));
    }
}
