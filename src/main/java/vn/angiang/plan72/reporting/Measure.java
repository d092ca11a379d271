package vn.angiang.plan72.reporting;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How an indicator is measured and added up. From {@code plan/indicators.yaml}; default, no legal basis.
 *
 * @param kind how figures of several units become one
 * @param time whether it counts what happened since January or what is there on the day
 * @param quarterly whether quarterly reports ask for it
 * @param commune whether communes report it to their district
 * @param signed whether it may be negative
 * @param numVi what the numerator counts; rates and averages only
 */
public record Measure(
        String code,
        Kind kind,
        Time time,
        boolean quarterly,
        boolean commune,
        boolean signed,
        @Nullable String numVi,
        @Nullable String denVi,
        @Nullable String numEn,
        @Nullable String denEn) {

    /** Number of decimals of amounts, rates and averages. */
    public static final int DECIMALS = 2;

    /** How figures of several units become one. */
    public enum Kind {
        /** A whole number; adds up. */
        COUNT,
        /** A sum of money in million đồng; adds up. */
        AMOUNT,
        /** A percentage: sum of numerators over sum of denominators. */
        RATE,
        /** A mean: sum of numerators over sum of denominators. */
        AVERAGE,
        /** Each unit's own; never added up. */
        VALUE
    }

    /** What a figure covers. */
    public enum Time {
        /** From the first day of the year to the end of the period. */
        FLOW,
        /** On the last day of the period. */
        STOCK
    }

    /** Entered as numerator and denominator. */
    public boolean isRatio() {
        return kind == Kind.RATE || kind == Kind.AVERAGE;
    }

    /** Whether figures of units have a total. */
    public boolean addsUp() {
        return kind != Kind.VALUE;
    }

    /** Decimals a typed figure may have. */
    public int decimals() {
        return kind == Kind.COUNT ? 0 : DECIMALS;
    }

    /** What the numerator counts, in words. */
    public String numerator(Locale locale) {
        return words(locale, numVi, numEn);
    }

    /** What the denominator counts, in words. */
    public String denominator(Locale locale) {
        return words(locale, denVi, denEn);
    }

    private static String words(Locale locale, @Nullable String vi, @Nullable String en) {
        String chosen = locale.getLanguage().equals("en") ? en : vi;
        return chosen == null ? "" : chosen;
    }
}
