package vn.angiang.plan72.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.organization.Unit;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.plan.Obligation;
import vn.angiang.plan72.plan.Obligations;
import vn.angiang.plan72.plan.ResponsibleUnits;

/**
 * Which unit reports which indicators: those of its obligations. Bodies above the standing agency and outside the
 * province do not report to it; an objective of the whole province ({@code UBND_TINH}) is reported by the districts and
 * the standing agency. Default, no legal basis beyond IV.13.h and CL.d.
 */
@Component
class Asked {

    /** Units that receive the report or give the order. */
    private static final Set<String> ABOVE =
            Set.of("TINH_UY", "HDND_TINH", "UBND_TINH", "BCD_TINH", "VP_UBND_TINH", "BLDTBXH");

    private final Obligations obligations;
    private final ResponsibleUnits responsible;
    private final Units units;
    private final Measures measures;

    Asked(Obligations obligations, ResponsibleUnits responsible, Units units, Measures measures) {
        this.obligations = obligations;
        this.responsible = responsible;
        this.units = units;
        this.measures = measures;
    }

    /** Unit code to indicator codes in catalogue order, for provincial units and districts. */
    Map<String, List<String>> of(Set<String> wanted, LocalDate on) {
        var asked = new LinkedHashMap<String, Set<String>>();
        String standing = units.standingAgency().code();
        for (Obligation o : obligations.all()) {
            var codes = o.indicators().stream().filter(wanted::contains).toList();
            for (String unit : responsible.of(o, on)) {
                String reporter = ABOVE.contains(unit) ? standing : unit;
                if (!codes.isEmpty() && reports(reporter)) {
                    asked.computeIfAbsent(reporter, u -> new LinkedHashSet<>()).addAll(codes);
                }
            }
        }
        var ordered = new LinkedHashMap<String, List<String>>();
        for (Unit unit : units.all()) {
            if (asked.containsKey(unit.code())) {
                ordered.put(unit.code(), inOrder(asked.get(unit.code())));
            }
        }
        return ordered;
    }

    private boolean reports(String code) {
        return units.find(code)
                .filter(u -> !u.level().equals("central") && !u.isGroup() && !u.isPosition())
                .isPresent();
    }

    /** What communes of a district report of what the district is asked for. */
    List<String> ofCommune(List<String> ofDistrict) {
        return ofDistrict.stream().filter(i -> measures.of(i).commune()).toList();
    }

    List<String> inOrder(Set<String> codes) {
        var list = new ArrayList<String>();
        measures.all().stream().map(Measure::code).filter(codes::contains).forEach(list::add);
        return list;
    }
}
