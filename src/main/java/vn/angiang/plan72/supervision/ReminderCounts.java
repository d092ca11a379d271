package vn.angiang.plan72.supervision;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.shared.Snapshot;

/** How often units were urged of late; a minute old at most. */
@Component
class ReminderCounts {

    private static final int DAYS = 30;

    private final Snapshot<Map<String, Integer>> counts;

    ReminderCounts(JdbcClient jdbc, Clock clock) {
        this.counts = new Snapshot<>(() -> {
            var found = new HashMap<String, Integer>();
            jdbc.sql("select c.lead_unit, count(*) from reminder r join case_file c on c.number = r.case_number"
                            + " where r.at >= ? and c.restricted = false group by c.lead_unit")
                    .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
                            .minusDays(DAYS))
                    .query(rs -> {
                        found.put(rs.getString(1), rs.getInt(2));
                    });
            return found;
        });
    }

    /** Reminders about cases this unit leads, in the last 30 days. */
    int of(String unit) {
        return counts.get().getOrDefault(unit, 0);
    }
}
