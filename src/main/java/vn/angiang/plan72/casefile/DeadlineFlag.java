package vn.angiang.plan72.casefile;

import java.time.LocalDate;
import java.util.Locale;

/**
 * How a case stands against its due date. Derived from state and dates, never stored, so that the four official buckets
 * (done on time, done late, open in time, open overdue) always come out exactly.
 */
public enum DeadlineFlag {
    TRONG_HAN,
    SAP_DEN_HAN,
    QUA_HAN,
    DA_XONG_DUNG_HAN,
    DA_XONG_QUA_HAN,
    KHONG_HOAN_THANH,
    DA_HUY,
    KHONG_CO_HAN;

    /**
     * The flag on a day.
     *
     * @param nearUntil last due day that counts as near
     */
    static DeadlineFlag of(CaseFile file, LocalDate today, LocalDate nearUntil) {
        if (file.state() == CaseState.HUY) {
            return DA_HUY;
        }
        if (!file.isOpen()) {
            return closed(file);
        }
        LocalDate due = file.dueOn();
        if (due == null) {
            return KHONG_CO_HAN;
        }
        if (file.state() == CaseState.CHO_DUYET && file.submittedOn() != null) {
            return file.submittedOn().isAfter(due) ? QUA_HAN : TRONG_HAN;
        }
        if (today.isAfter(due)) {
            return QUA_HAN;
        }
        return nearUntil.isBefore(due) ? TRONG_HAN : SAP_DEN_HAN;
    }

    private static DeadlineFlag closed(CaseFile file) {
        if (file.state() == CaseState.KHONG_HOAN_THANH) {
            return KHONG_HOAN_THANH;
        }
        LocalDate due = file.dueOn();
        LocalDate done = file.submittedOn();
        if (due == null || done == null) {
            return "QUA_HAN".equals(file.rating()) ? DA_XONG_QUA_HAN : DA_XONG_DUNG_HAN;
        }
        return done.isAfter(due) ? DA_XONG_QUA_HAN : DA_XONG_DUNG_HAN;
    }

    /** Key of its words in the message bundles. */
    public String messageKey() {
        return "case.flag." + name().toLowerCase(Locale.ROOT);
    }

    /** Suffix of the tag's style class. */
    public String tag() {
        return switch (this) {
            case TRONG_HAN -> "intime";
            case SAP_DEN_HAN -> "near";
            case QUA_HAN, KHONG_HOAN_THANH -> "overdue";
            case DA_XONG_DUNG_HAN -> "done";
            case DA_XONG_QUA_HAN -> "late";
            case DA_HUY, KHONG_CO_HAN -> "neutral";
        };
    }
}
