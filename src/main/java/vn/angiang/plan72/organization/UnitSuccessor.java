package vn.angiang.plan72.organization;

import java.time.LocalDate;

/**
 * {@code toCode} took over from {@code fromCode}; a unit may be split over several or several merged into one.
 *
 * @param effectiveOn first day of the successor's responsibility
 * @param basis the decision, in words
 */
public record UnitSuccessor(String fromCode, String toCode, LocalDate effectiveOn, String basis) {}
