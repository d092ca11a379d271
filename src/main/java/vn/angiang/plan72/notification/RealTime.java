package vn.angiang.plan72.notification;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** The time outside: mail servers do not live on the demo clock. */
@Component
class RealTime {

    Instant instant() {
        return Instant.now();
    }

    OffsetDateTime now() {
        return OffsetDateTime.ofInstant(instant(), ZoneOffset.UTC);
    }
}
