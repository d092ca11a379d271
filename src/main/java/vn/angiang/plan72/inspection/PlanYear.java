package vn.angiang.plan72.inspection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The inspection plan of a year.
 *
 * @param state {@code EDITING}, {@code CHECKING}, {@code APPROVING}, {@code ADOPTED}, {@code WITHDRAWN}
 */
public record PlanYear(
        int year, String caseNumber, String state, @Nullable String documentNo, @Nullable LocalDate approvedOn) {}
