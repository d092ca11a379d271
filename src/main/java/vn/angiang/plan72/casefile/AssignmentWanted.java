package vn.angiang.plan72.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.shared.Actor;

/**
 * A flow wants something done by a unit as an ordinary assignment: a corrective order, a recommendation, a request for
 * help. Heard by the assignment flow in the same transaction.
 *
 * @param sourceCase case it follows from
 * @param obligationId obligation it belongs to, or null for the one of following up (III.9.b)
 */
public record AssignmentWanted(
        String sourceCase,
        String unitCode,
        @Nullable String obligationId,
        String deliverable,
        LocalDate dueOn,
        int year,
        Actor actor) {}
