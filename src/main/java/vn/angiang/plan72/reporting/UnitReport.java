package vn.angiang.plan72.reporting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One unit's report in one period.
 *
 * @param receiver unit that receives it: the standing agency, or the district of a commune
 * @param sentOn day its leader first signed it
 * @param lateDays working days it was sent after the due day; null while not sent
 * @param returns how often the receiver asked for more
 * @param urged how often the unit was urged
 */
public record UnitReport(
        long id,
        String periodCode,
        String unit,
        Level level,
        String receiver,
        String caseNumber,
        ReportState state,
        LocalDate dueOn,
        @Nullable LocalDate sentOn,
        @Nullable Integer lateDays,
        int returns,
        int urged,
        long revision,
        @Nullable String achievements,
        @Nullable String difficulties,
        @Nullable String proposals) {

    /** Where in the ladder the unit stands. */
    public enum Level {
        AGENCY,
        DISTRICT,
        COMMUNE
    }

    /** Process its case runs on. */
    String processKey() {
        return level == Level.COMMUNE ? "communeReport" : "unitReport";
    }
}
