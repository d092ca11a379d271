package vn.angiang.plan72.casefile;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** One cell of the tally: everything boards sort cases by. */
record TallyCell(
        String processKey,
        int year,
        String obligation,
        String clause,
        String unit,
        Standing standing,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate endedMonth,
        boolean extended) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** Where a case stands, or null when it stands nowhere. */
    static @Nullable TallyCell of(CaseFile file) {
        Standing standing = Standing.of(file);
        if (standing == null) {
            return null;
        }
        return new TallyCell(
                file.processKey(),
                file.year(),
                file.obligationId() == null ? "" : file.obligationId(),
                file.clause() == null ? "" : file.clause(),
                file.leadUnit(),
                standing,
                standing == Standing.OPEN ? file.dueOn() : null,
                file.closedAt() == null
                        ? null
                        : file.closedAt().atZone(ZONE).toLocalDate().withDayOfMonth(1),
                file.extensions() > 0);
    }
}
