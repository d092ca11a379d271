package vn.angiang.plan72.web.notice;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Moments as read in An Giang. */
final class Moments {

    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private Moments() {}

    static String shown(Instant at) {
        return SHOWN.format(at);
    }
}
