package vn.angiang.plan72.support;

import java.time.LocalDate;
import org.springframework.boot.test.context.TestComponent;
import vn.angiang.plan72.assignment.Assignments;
import vn.angiang.plan72.plan.Obligations;

/** Gives out an assignment without the year around it. */
@TestComponent
public class SomeAssignment {

    private final Assignments assignments;
    private final Obligations obligations;
    private final As as;
    private final Clockwork clock;

    SomeAssignment(Assignments assignments, Obligations obligations, As as, Clockwork clock) {
        this.assignments = assignments;
        this.obligations = obligations;
        this.as = as;
        this.clock = clock;
    }

    /** Number of the case of a new assignment for a unit, due in four months. */
    public String forUnit(String unit) {
        return forUnit(unit, clock.today().plusMonths(4));
    }

    /** Number of the case of a new assignment for a unit. */
    public String forUnit(String unit, LocalDate due) {
        return as.call(
                "officer.sldtbxh",
                () -> assignments.give(
                        new Assignments.Order(obligations.byId("IV.3.a"), unit, "Văn bản hướng dẫn", due, 2017),
                        as.actor("officer.sldtbxh")));
    }
}
