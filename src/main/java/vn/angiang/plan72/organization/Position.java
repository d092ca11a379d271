package vn.angiang.plan72.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A post held by a person in a unit; it gives the group {@code role.unitCode} on its days.
 *
 * @param role one of {@link Roles}
 * @param validTo last day, or null while it lasts
 */
public record Position(
        String username,
        String role,
        String unitCode,
        String titleVi,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    public String group() {
        return role + "." + unitCode;
    }
}
