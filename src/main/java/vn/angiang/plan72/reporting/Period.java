package vn.angiang.plan72.reporting;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A reporting period.
 *
 * @param code {@code 2017-Q1}, {@code 2017-N} (year), {@code 2018-GK}, {@code 2020-CK}, {@code 2017-DX1} (ad hoc)
 * @param opensOn day the units are asked
 * @param communeDueOn last day for communes
 * @param unitDueOn last day for being on time, of districts and agencies
 * @param lockOn last day a late report is still taken
 * @param dueOn day of the consolidated report
 * @param communes whether districts collect from their communes
 */
public record Period(
        String code,
        PeriodKind kind,
        int year,
        String name,
        LocalDate opensOn,
        LocalDate communeDueOn,
        LocalDate unitDueOn,
        LocalDate lockOn,
        LocalDate dueOn,
        boolean communes,
        State state,
        String caseNumber,
        @Nullable String achievements,
        @Nullable String difficulties,
        @Nullable String proposals,
        @Nullable String documentNo,
        @Nullable LocalDate signedOn,
        @Nullable String signedFor) {

    /** How far a period has come. */
    public enum State {
        PLANNED,
        COLLECTING,
        CONSOLIDATING,
        CHECKING,
        SIGNING,
        ISSUED,
        WITHDRAWN;

        /** Key of its words. */
        public String messageKey() {
            return "reporting.period." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Figures no longer change but by numbered correction. */
    public boolean isLocked() {
        return state != State.PLANNED && state != State.COLLECTING;
    }
}
