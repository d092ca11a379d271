package vn.angiang.plan72.household;

/**
 * How the number of poor households changed: those before, and new, and relapsed, without those that escaped and those that
 * moved away, are those of now.
 *
 * @param households on the list
 * @param unrated present, to be surveyed and without a result yet
 * @param fresh poor now and never before
 * @param relapsed poor now, not last time, but once before
 * @param escaped poor last time and no longer
 * @param movedAway poor last time and no longer in the commune
 */
public record Movement(
        int households,
        int unrated,
        int poorBefore,
        int fresh,
        int relapsed,
        int escaped,
        int movedAway,
        int poor,
        int nearPoor) {

    /** Nothing at all. */
    public static final Movement NONE = new Movement(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Whether the numbers are those of one and the same list with all results in. */
    public boolean addsUp() {
        return unrated == 0 && poorBefore + fresh + relapsed - escaped - movedAway == poor;
    }

    /** Both together. */
    public Movement plus(Movement o) {
        return new Movement(
                households + o.households,
                unrated + o.unrated,
                poorBefore + o.poorBefore,
                fresh + o.fresh,
                relapsed + o.relapsed,
                escaped + o.escaped,
                movedAway + o.movedAway,
                poor + o.poor,
                nearPoor + o.nearPoor);
    }
}
