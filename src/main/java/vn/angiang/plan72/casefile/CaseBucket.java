package vn.angiang.plan72.casefile;

import java.util.Arrays;
import java.util.Optional;

/**
 * How boards sort cases; the first four are the official buckets, with cases that failed beside those done late. The
 * same rule as {@link DeadlineFlag}, as a condition on table {@code case_file c}.
 */
public enum CaseBucket {
    DONE_ON_TIME("dung-han", Sql.ENDED + " and c.state <> 'KHONG_HOAN_THANH' and not (" + Sql.LATE + ")"),
    DONE_LATE("xong-qua-han", Sql.ENDED + " and c.state <> 'KHONG_HOAN_THANH' and (" + Sql.LATE + ")"),
    IN_TIME("trong-han", Sql.OPEN + " and not (" + Sql.OVERDUE + ")"),
    OVERDUE("qua-han", Sql.OPEN + " and (" + Sql.OVERDUE + ")"),
    NEAR("sap-den-han", Sql.OPEN + " and not (" + Sql.HANDED_IN + ") and c.due_on >= :today and c.due_on <= :near"),
    FAILED("khong-hoan-thanh", Sql.ENDED + " and c.state = 'KHONG_HOAN_THANH'"),
    EXTENDED("duoc-gia-han", "c.state <> 'HUY' and c.extensions > 0"),
    LATE(
            "tre",
            "c.state <> 'HUY' and (" + Sql.ENDED + " and (c.state = 'KHONG_HOAN_THANH' or " + Sql.LATE + ") or "
                    + Sql.OPEN + " and (" + Sql.OVERDUE + "))"),
    ANY("tat-ca", "c.state <> 'HUY'");

    private final String code;
    private final String condition;

    CaseBucket(String code, String condition) {
        this.code = code;
        this.condition = condition;
    }

    /** As in addresses. */
    public String code() {
        return code;
    }

    /** Needs the parameters {@code today} and {@code near}. */
    String condition() {
        return "(" + condition + ")";
    }

    public static Optional<CaseBucket> ofCode(String code) {
        return Arrays.stream(values()).filter(b -> b.code.equals(code)).findFirst();
    }

    /** Key of its words in the message bundles. */
    public String messageKey() {
        return "case.bucket." + code;
    }

    private static final class Sql {
        static final String ENDED = "c.closed_at is not null and c.state <> 'HUY'";
        static final String OPEN = "c.closed_at is null and c.state <> 'HUY'";
        static final String HANDED_IN = "c.state = 'CHO_DUYET' and c.submitted_on is not null";
        static final String LATE = "(c.due_on is not null and c.submitted_on is not null and c.submitted_on > c.due_on)"
                + " or ((c.due_on is null or c.submitted_on is null) and coalesce(c.rating, '') = 'QUA_HAN')";
        static final String OVERDUE = "c.due_on is not null and (case when " + HANDED_IN
                + " then case when c.submitted_on > c.due_on then 1 else 0 end"
                + " when c.due_on < :today then 1 else 0 end) = 1";
    }
}
