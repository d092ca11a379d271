package vn.angiang.plan72.inspection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.organization.People;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.worklist.FormContext;

/** Who may be in a team: officers of provincial units, nobody of the inspected one. */
@Component
class InspectionContext implements FormContext {

    private final Units units;
    private final People people;
    private final Clock clock;

    InspectionContext(Units units, People people, Clock clock) {
        this.units = units;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public String processKey() {
        return Inspections.PROCESS;
    }

    @Override
    public Map<String, Object> of(CaseFile file) {
        LocalDate today = LocalDate.now(clock);
        List<Map<String, String>> inspectors = units.all().stream()
                .filter(u -> u.level().equals("province") && u.sanctionable() && !u.isPosition())
                .filter(u -> !units.isWithin(u.code(), file.leadUnit()))
                .flatMap(u -> people.ofUnit(u.code(), today).stream()
                        .map(p -> Map.of("value", p.username(), "label", p.fullName() + " – " + u.nameVi())))
                .toList();
        return Map.of("inspectors", inspectors);
    }
}
