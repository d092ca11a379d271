package vn.angiang.plan72.casefile;

/**
 * How many cases stand how. The official buckets are {@code doneOnTime}, {@code doneLate}, {@code openInTime} and
 * {@code openOverdue}; {@code near} is the part of {@code openInTime} that falls due soon, {@code extended} the part of
 * all that was given more time. Withdrawn cases do not count.
 */
public record CaseStatus(
        int doneOnTime, int doneLate, int failed, int openInTime, int near, int openOverdue, int extended) {

    /** No case at all. */
    public static final CaseStatus NONE = new CaseStatus(0, 0, 0, 0, 0, 0, 0);

    /** One case. */
    static CaseStatus of(DeadlineFlag flag, CaseFile file) {
        int extended = file.extensions() > 0 ? 1 : 0;
        return switch (flag) {
            case DA_XONG_DUNG_HAN -> new CaseStatus(1, 0, 0, 0, 0, 0, extended);
            case DA_XONG_QUA_HAN -> new CaseStatus(0, 1, 0, 0, 0, 0, extended);
            case KHONG_HOAN_THANH -> new CaseStatus(0, 0, 1, 0, 0, 0, extended);
            case TRONG_HAN, KHONG_CO_HAN -> new CaseStatus(0, 0, 0, 1, 0, 0, extended);
            case SAP_DEN_HAN -> new CaseStatus(0, 0, 0, 1, 1, 0, extended);
            case QUA_HAN -> new CaseStatus(0, 0, 0, 0, 0, 1, extended);
            case DA_HUY -> NONE;
        };
    }

    public int total() {
        return doneOnTime + doneLate + failed + openInTime + openOverdue;
    }

    public int open() {
        return openInTime + openOverdue;
    }

    /** Ended, in whatever way. */
    public int ended() {
        return doneOnTime + doneLate + failed;
    }

    /** Late by any measure: overdue, done late, or not fulfilled. */
    public int late() {
        return openOverdue + doneLate + failed;
    }

    /** Share of the ended cases that were done on time, in whole percent, rounded down; -1 when none has ended. */
    public int onTimePercent() {
        return ended() == 0 ? -1 : doneOnTime * 100 / ended();
    }

    /** All given out, all done. */
    public boolean fulfilled() {
        return total() > 0 && open() == 0 && failed == 0;
    }

    /** Both together. */
    public CaseStatus plus(CaseStatus o) {
        return new CaseStatus(
                doneOnTime + o.doneOnTime,
                doneLate + o.doneLate,
                failed + o.failed,
                openInTime + o.openInTime,
                near + o.near,
                openOverdue + o.openOverdue,
                extended + o.extended);
    }
}
