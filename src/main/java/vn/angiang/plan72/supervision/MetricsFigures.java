package vn.angiang.plan72.supervision;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.casefile.CaseBoard;
import vn.angiang.plan72.casefile.CaseStatus;
import vn.angiang.plan72.notification.MailOutbox;
import vn.angiang.plan72.process.ProcessIncidents;
import vn.angiang.plan72.supervision.ProcessFigures.Scope;
import vn.angiang.plan72.supervision.ProcessFigures.Totals;

/**
 * The programme in figures for Prometheus. Read from tallies, at most once in 15 seconds however often it is asked; every
 * node says the same, so dashboards take the maximum over nodes. Restricted cases are not in it.
 */
@Component
class MetricsFigures implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(MetricsFigures.class);
    private static final long FRESH = Duration.ofSeconds(15).toNanos();

    private final CaseBoard board;
    private final ProcessFigures processes;
    private final ProcessIncidents incidents;
    private final MailOutbox outbox;
    private final Clock clock;
    private volatile @Nullable Read last;

    MetricsFigures(
            CaseBoard board, ProcessFigures processes, ProcessIncidents incidents, MailOutbox outbox, Clock clock) {
        this.board = board;
        this.processes = processes;
        this.incidents = incidents;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Read(CaseStatus cases, Totals totals, long incidents, long lag, long mails, long at) {}

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "plan72.cases.open", "Open cases", r -> r.cases.openInTime() + (double) r.cases.openOverdue());
        gauge(registry, "plan72.cases.overdue", "Open cases past their due date", r -> r.cases.openOverdue());
        gauge(registry, "plan72.cases.near", "Open cases near their due date", r -> r.cases.near());
        gauge(registry, "plan72.tasks.open", "Tasks that wait for a person", r -> r.totals.open());
        gauge(registry, "plan72.tasks.overdue", "Tasks past their due date", r -> r.totals.overdue());
        gauge(registry, "plan72.runs.open", "Process runs under way", r -> r.totals.running());
        gauge(registry, "plan72.incidents", "Jobs without attempts left", r -> r.incidents);
        gauge(registry, "plan72.mail.waiting", "Mails waiting to be sent", r -> r.mails);
        Gauge.builder("plan72.jobs.lag", this, f -> f.of(r -> r.lag))
                .description("How long the job that is due longest has waited")
                .baseUnit("seconds")
                .register(registry);
        counter(
                registry,
                "plan72.runs.started",
                "Process runs started",
                r -> r.totals.running() + (double) r.totals.ended());
        counter(registry, "plan72.runs.completed", "Process runs that ended", r -> r.totals.ended());
    }

    private void gauge(MeterRegistry registry, String name, String says, ToDoubleFunction<Read> value) {
        Gauge.builder(name, this, f -> f.of(value)).description(says).register(registry);
    }

    private void counter(MeterRegistry registry, String name, String says, ToDoubleFunction<Read> value) {
        FunctionCounter.builder(name, this, f -> f.of(value)).description(says).register(registry);
    }

    /** A figure that cannot be read is no number: the scrape goes on and an alert can tell. */
    private double of(ToDoubleFunction<Read> value) {
        try {
            return value.applyAsDouble(read());
        } catch (RuntimeException e) {
            LOG.warn("Figures for monitoring cannot be read: {}", e.toString());
            return Double.NaN;
        }
    }

    private synchronized Read read() {
        Read read = last;
        if (read == null || System.nanoTime() - read.at > FRESH) {
            CaseStatus cases =
                    board.rows().stream().map(CaseBoard.Row::status).reduce(CaseStatus.NONE, CaseStatus::plus);
            Totals totals = processes.totals(Scope.ALL, LocalDate.now(clock)).values().stream()
                    .reduce(Totals.NONE, Totals::plus);
            read = new Read(
                    cases,
                    totals,
                    incidents.count(),
                    incidents.lagSeconds(clock.instant()),
                    outbox.waiting(),
                    System.nanoTime());
            last = read;
        }
        return read;
    }
}
