package vn.angiang.plan72.assignment;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.casefile.AssignmentWanted;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.plan.Obligations;
import vn.angiang.plan72.shared.Actor;

/** Gives out what other flows want done. */
@Component
class WantedAssignments {

    /** The duty to follow up and answer (III.9.b), for wishes without an obligation of their own. */
    private static final String FOLLOW_UP = "III.9.b";

    private final Assignments assignments;
    private final Obligations obligations;
    private final CaseAccess access;
    private final Journal journal;

    WantedAssignments(Assignments assignments, Obligations obligations, CaseAccess access, Journal journal) {
        this.assignments = assignments;
        this.obligations = obligations;
        this.access = access;
        this.journal = journal;
    }

    @EventListener
    void on(AssignmentWanted wanted) {
        String id = wanted.obligationId() == null ? FOLLOW_UP : wanted.obligationId();
        String number = assignments.give(
                new Assignments.Order(
                        obligations.byId(id), wanted.unitCode(), wanted.deliverable(), wanted.dueOn(), wanted.year()),
                Actor.SYSTEM);
        // the assignment is open to its unit; that it follows from a restricted case is not
        boolean secret = access.isRestricted(wanted.sourceCase());
        journal.record(Act.of(
                wanted.unitCode(),
                "assignment.wanted",
                secret ? wanted.sourceCase() : number,
                wanted.actor(),
                Map.of("assignment", number, "from", wanted.sourceCase())));
    }
}
