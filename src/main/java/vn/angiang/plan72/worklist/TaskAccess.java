package vn.angiang.plan72.worklist;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.journal.FormSnapshots;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;

/** Who may do a task: its groups, the person who holds it, and who stands in for them. */
@Component
class TaskAccess {

    private final FormSnapshots snapshots;
    private final CaseAccess cases;

    TaskAccess(FormSnapshots snapshots, CaseAccess cases) {
        this.snapshots = snapshots;
        this.cases = cases;
    }

    boolean mayDo(WorkItem item, Actor actor) {
        return actor.groups().stream().anyMatch(item.candidates()::contains)
                || actor.username().equals(item.assignee())
                || standIn(item, actor).isPresent();
    }

    /** The absence through which the actor may do the task, when nothing of his own allows it. */
    Optional<Actor.StandIn> standIn(WorkItem item, Actor actor) {
        if (actor.username().equals(item.assignee())) {
            return Optional.empty();
        }
        return actor.standInFor(item.candidates(), item.processKey());
    }

    /**
     * @throws Refusal.Forbidden when the actor may not do the task, or would approve his own work as a stand-in
     * @throws Refusal.NotFound when the actor must not even know of the case
     */
    Optional<Actor.StandIn> require(WorkItem item, Actor actor) {
        if (!mayDo(item, actor)) {
            if (cases.isRestricted(item.caseNumber()) && !cases.isVisible(item.caseNumber())) {
                throw new Refusal.NotFound("worklist.task.notFound");
            }
            throw new Refusal.Forbidden("worklist.task.notYours");
        }
        var standIn = standIn(item, actor);
        if (standIn.isPresent() && didTheLastStep(item, actor)) {
            throw new Refusal.Forbidden("worklist.task.ownWork");
        }
        return standIn;
    }

    private boolean didTheLastStep(WorkItem item, Actor actor) {
        return snapshots.ofCase(item.caseNumber()).stream()
                .findFirst()
                .map(s -> s.sealedBy().equals(actor.username()))
                .orElse(false);
    }
}
