package vn.angiang.plan72.household;

/**
 * Requests of the households of a commune in a year, as numbers only.
 *
 * @param received on paper within the year
 * @param open without an answer yet
 * @param late answered after the last day, or open after it
 * @param fresh poor by a granted request and never before
 * @param relapsed poor by a granted request, and once before
 * @param escaped poor until a granted request
 * @param nearPoor near-poor by a granted request
 */
public record RequestCounts(
        String commune,
        int received,
        int open,
        int refused,
        int notGranted,
        int granted,
        int late,
        int fresh,
        int relapsed,
        int escaped,
        int nearPoor) {

    static RequestCounts none() {
        return new RequestCounts("", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    RequestCounts plus(RequestCounts o) {
        return new RequestCounts(
                "",
                received + o.received,
                open + o.open,
                refused + o.refused,
                notGranted + o.notGranted,
                granted + o.granted,
                late + o.late,
                fresh + o.fresh,
                relapsed + o.relapsed,
                escaped + o.escaped,
                nearPoor + o.nearPoor);
    }
}
