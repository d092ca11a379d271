package vn.angiang.plan72.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.casefile.CaseControl;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.NoticeWanted;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;

/** One act of supervision on one case: whether it may be done, and doing it. The dry run and the run ask the same. */
@Service
public class SupervisionActs {

    /** Urge besides those who gave the case out: the Chair's office and the steering committee. */
    private static final Set<String> URGING = Set.of(
            "leader.UBND_TINH", "officer.VP_UBND_TINH", "leader.BCD_TINH", "officer.BCD_TINH", "supervisor.BCD_TINH");

    private final List<CaseControl> controls;
    private final CaseAccess access;
    private final Cases cases;
    private final Units units;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SupervisionActs(
            List<CaseControl> controls,
            CaseAccess access,
            Cases cases,
            Units units,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.controls = List.copyOf(controls);
        this.access = access;
        this.cases = cases;
        this.units = units;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * An order to act.
     *
     * @param due new last day for {@link BulkAct#MOVE_DUE}, otherwise null
     */
    public record Order(BulkAct act, String reason, @Nullable LocalDate due) {}

    /** Whether this person may use any act on cases of others. */
    public boolean mayUse(Actor actor) {
        return actor.groups().stream().anyMatch(URGING::contains)
                || actor.has("officer", units.standingAgency().code())
                || actor.has("leader", units.standingAgency().code());
    }

    /** Key of the words that say why it cannot be done; empty when it can. */
    public Optional<String> obstacle(CaseFile file, Order order, Actor actor) {
        if (!file.isOpen()) {
            return Optional.of("bulk.no.closed");
        }
        boolean decides = control(file).map(c -> c.mayControl(file, actor)).orElse(false);
        return switch (order.act()) {
            case URGE -> urging(file, actor);
            case MOVE_DUE -> decides ? movable(file, order.due()) : Optional.of("bulk.no.right");
            case SUSPEND, WITHDRAW -> decides ? running(file) : Optional.of("bulk.no.right");
            case RESUME ->
                !decides
                        ? Optional.of("bulk.no.right")
                        : file.suspended() ? Optional.empty() : Optional.of("bulk.no.notSuspended");
        };
    }

    private Optional<CaseControl> control(CaseFile file) {
        return controls.stream().filter(c -> c.controls(file)).findFirst();
    }

    private static Optional<String> running(CaseFile file) {
        return file.suspended() ? Optional.of("bulk.no.suspended") : Optional.empty();
    }

    private Optional<String> urging(CaseFile file, Actor actor) {
        boolean may = actor.groups().stream().anyMatch(URGING::contains)
                || actor.has("officer", file.assignerUnit())
                || actor.has("leader", file.assignerUnit());
        if (!may) {
            return Optional.of("bulk.no.right");
        }
        return file.state() == CaseState.CHO_DUYET ? Optional.of("bulk.no.handedIn") : running(file);
    }

    private Optional<String> movable(CaseFile file, @Nullable LocalDate due) {
        if (file.state() == CaseState.CHO_DUYET) {
            return Optional.of("bulk.no.handedIn");
        }
        if (due == null || !due.isAfter(LocalDate.now(clock)) || (file.dueOn() != null && !due.isAfter(file.dueOn()))) {
            return Optional.of("bulk.no.notLater");
        }
        return running(file);
    }

    /**
     * Does it.
     *
     * @throws Refusal.Conflict when it cannot be done any more
     */
    @Transactional
    public void perform(String caseNumber, Order order, Actor actor) {
        access.requireVisible(caseNumber);
        CaseFile file = cases.byNumber(caseNumber);
        obstacle(file, order, actor).ifPresent(key -> {
            throw new Refusal.Conflict(key);
        });
        if (order.act() == BulkAct.URGE) {
            urge(file, order.reason(), actor);
            return;
        }
        CaseControl control = control(file).orElseThrow();
        switch (order.act()) {
            case SUSPEND -> control.suspend(caseNumber, order.reason(), actor);
            case RESUME -> control.resume(caseNumber, order.reason(), actor);
            case WITHDRAW -> control.withdraw(caseNumber, order.reason(), actor);
            default ->
                control.moveDue(caseNumber, java.util.Objects.requireNonNull(order.due()), order.reason(), actor);
        }
    }

    private void urge(CaseFile file, String words, Actor by) {
        journal.record(Act.of(file.assignerUnit(), "case.urged", file.number(), by, Map.of("text", words)));
        var groups = List.of(Actor.group("officer", file.leadUnit()), Actor.group("leader", file.leadUnit()));
        events.publishEvent(new NoticeWanted(
                file.number(), groups, "supervision.notice.urged", List.of(by.fullName(), words), true));
    }
}
