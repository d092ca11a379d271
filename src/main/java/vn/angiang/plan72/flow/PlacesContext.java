package vn.angiang.plan72.flow;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.organization.Unit;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.taskform.FormSchema;
import vn.angiang.plan72.worklist.TaskContext;
import vn.angiang.plan72.worklist.WorkItem;

/** Places as options of any form: {@code districts}, and {@code communesOfUnit} of the unit that is asked. */
@Component
class PlacesContext implements TaskContext {

    private final Units units;

    PlacesContext(Units units) {
        this.units = units;
    }

    @Override
    public Map<String, Object> of(CaseFile file, WorkItem task, FormSchema schema) {
        return Map.of("districts", options(units.districts()), "communesOfUnit", options(communesOf(task.unitCode())));
    }

    /** Every place that an answer may name, for showing answers in words. */
    static Map<String, Object> all(Units units) {
        var communes =
                units.all().stream().filter(u -> u.level().equals("commune")).toList();
        return Map.of("districts", options(units.districts()), "communesOfUnit", options(communes));
    }

    private List<Unit> communesOf(String unit) {
        return units.childrenOf(unit).stream()
                .filter(u -> u.level().equals("commune"))
                .toList();
    }

    private static List<Map<String, String>> options(List<Unit> places) {
        return places.stream()
                .map(u -> Map.of("value", u.code(), "label", u.nameVi()))
                .toList();
    }
}
