package vn.angiang.plan72.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a year's list: one obligation for one responsible unit.
 *
 * @param dueBasis why this date is proposed
 * @param leadDerived the plan names no lead; a person has to confirm it (catalogue: {@code lead_basis})
 * @param datedConfirmed a person has confirmed deliverable and date of a continuous duty
 * @param included whether it will be given out
 * @param caseNumber its case once given out, or null
 */
public record ProgrammeItem(
        long id,
        int year,
        String obligationId,
        String unitCode,
        String deliverable,
        @Nullable LocalDate dueOn,
        @Nullable String dueBasis,
        boolean leadDerived,
        boolean leadConfirmed,
        boolean datedConfirmed,
        boolean included,
        @Nullable String caseNumber,
        long revision) {

    /** What keeps the row from being given out: keys of the words; empty when it is ready or left out. */
    public List<String> problems(LocalDate today) {
        if (!included) {
            return List.of();
        }
        var problems = new ArrayList<String>();
        if (deliverable.isBlank()) {
            problems.add("programme.problem.deliverable");
        }
        if (dueOn == null) {
            problems.add("programme.problem.noDate");
        } else if (!dueOn.isAfter(today)) {
            problems.add("programme.problem.datePassed");
        }
        if (leadDerived && !leadConfirmed) {
            problems.add("programme.problem.lead");
        }
        if (!datedConfirmed) {
            problems.add("programme.problem.dated");
        }
        return problems;
    }
}
