package vn.angiang.plan72.supervision;

import java.time.LocalDate;

/**
 * One cell of the tally of steps and runs.
 *
 * @param kind {@link #STEP} or {@link #RUN}
 * @param subject element of the step; of an ended run its path, of a running one empty
 * @param unit whose it is
 * @param dueOn last day of an open step, else {@link #NEVER}
 * @param endedYear 0 when not over
 * @param days working days it took, 0 when not over
 */
record StepCell(
        String definitionId, String kind, String subject, String unit, LocalDate dueOn, int endedYear, int days) {

    static final String STEP = "S";
    static final String RUN = "R";

    /** Stands for "no last day". */
    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    /** All units together. */
    StepCell ofAllUnits() {
        return new StepCell(definitionId, kind, subject, "", dueOn, endedYear, days);
    }

    /**
     * What is added up in a cell.
     *
     * @param withTarget how many of them had a last day
     * @param planned working days from opening to the last day, of those that had one
     * @param late how many ended after it
     */
    record Sum(long n, long withTarget, long planned, long late) {

        static final Sum OPENED = new Sum(1, 0, 0, 0);
        static final Sum NO_LONGER = new Sum(-1, 0, 0, 0);

        Sum plus(Sum o) {
            return new Sum(n + o.n, withTarget + o.withTarget, planned + o.planned, late + o.late);
        }

        Sum negated() {
            return new Sum(-n, -withTarget, -planned, -late);
        }

        boolean isNothing() {
            return n == 0 && withTarget == 0 && planned == 0 && late == 0;
        }
    }
}
