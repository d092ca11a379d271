package vn.angiang.plan72.calendar;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A day that differs from the ordinary week (Monday to Friday).
 *
 * @param basis V sourced, D computed, U not checked against a document, LOCAL set in the application
 */
public record Holiday(LocalDate day, Kind kind, String nameVi, String nameEn, String basis, String note) {

    /** What the day is. */
    public enum Kind {
        /** Public holiday. */
        OFF,
        /** Day off in lieu or in exchange (nghỉ bù, nghỉ hoán đổi). */
        SUBSTITUTE_OFF,
        /** Worked although a weekly day of rest (làm bù). */
        MAKE_UP
    }

    public boolean isOff() {
        return kind != Kind.MAKE_UP;
    }

    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : nameVi;
    }
}
