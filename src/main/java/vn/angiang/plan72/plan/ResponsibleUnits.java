package vn.angiang.plan72.plan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Service;
import vn.angiang.plan72.organization.Units;

/**
 * Which units answer for an obligation, one assignment each: the catalogue's {@code fan_out}. Groups without members
 * (TC_XA_HOI and the like) give nobody.
 */
@Service
public class ResponsibleUnits {

    /** Group of the district-level People's Committees: clause IV.13 is replicated for each. */
    private static final String DISTRICTS = "UBND_HUYEN";

    private final Units units;

    ResponsibleUnits(Units units) {
        this.units = units;
    }

    /**
     * Codes of the responsible units on that day; deterministic order, no duplicates. {@code district} rows go to the
     * districts alone, also where provincial departments share the lead; all others to every lead, groups resolved.
     */
    public List<String> of(Obligation obligation, LocalDate on) {
        return switch (obligation.fanOut()) {
            case "district" -> units.membersOf(DISTRICTS, on);
            case "none", "department_group", "organisation", "member", "all" -> resolve(obligation.lead(), on);
            default ->
                throw new IllegalStateException(
                        "Obligation " + obligation.id() + " has unknown fan_out " + obligation.fanOut());
        };
    }

    private List<String> resolve(Collection<String> leads, LocalDate on) {
        var codes = new LinkedHashSet<String>();
        leads.forEach(lead -> codes.addAll(units.membersOf(lead, on)));
        return List.copyOf(codes);
    }
}
