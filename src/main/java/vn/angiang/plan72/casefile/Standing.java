package vn.angiang.plan72.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands for boards: what of {@link DeadlineFlag} does not depend on today. Withdrawn cases stand nowhere.
 */
enum Standing {
    /** Result still to come. */
    OPEN,
    /** Handed in on time, to be verified. */
    HANDED_IN,
    /** Handed in late, to be verified. */
    HANDED_IN_LATE,
    DONE,
    DONE_LATE,
    FAILED;

    static @Nullable Standing of(CaseFile file) {
        LocalDate anyDay = LocalDate.EPOCH;
        return switch (DeadlineFlag.of(file, anyDay, anyDay)) {
            case DA_HUY -> null;
            case KHONG_HOAN_THANH -> FAILED;
            case DA_XONG_QUA_HAN -> DONE_LATE;
            case DA_XONG_DUNG_HAN -> DONE;
            case QUA_HAN -> HANDED_IN_LATE; // nothing else is overdue on a day before all due days
            case TRONG_HAN, SAP_DEN_HAN, KHONG_CO_HAN ->
                file.state() == CaseState.CHO_DUYET && file.submittedOn() != null ? HANDED_IN : OPEN;
        };
    }
}
