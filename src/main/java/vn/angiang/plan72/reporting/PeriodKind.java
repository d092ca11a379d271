package vn.angiang.plan72.reporting;

import java.util.Locale;

/** Kinds of reporting periods (flows; domain §9: quarterly and yearly days by practice of the province). */
public enum PeriodKind {
    QUARTER,
    ANNUAL,
    MIDTERM,
    FINAL,
    ADHOC;

    /** Key of its words. */
    public String messageKey() {
        return "reporting.kind." + name().toLowerCase(Locale.ROOT);
    }
}
