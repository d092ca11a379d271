package vn.angiang.plan72.supervision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.casefile.CaseQuery;

/**
 * The cases behind a number of the process view, as an address names them: {@code <definition>~<step>}, then perhaps
 * {@code ~<unit>,<unit>} whose steps alone count.
 */
public final class StepSelection {

    private static final String RUN = "select r.case_number from process_run r where r.definition_id = :selDefinition";
    private static final String STEP =
            "select s.case_number from step_run s where s.definition_id = :selDefinition and s.task_key = :selStep";
    private static final Pattern VALUE = Pattern.compile("[\\w.:-]{1,200}(~[\\w.-]{0,100}(~[\\w,.-]{1,400})?)?");

    private StepSelection() {}

    /**
     * What an address asks for; null when it asks for nothing that is understood.
     *
     * @param waiting a step that waits now; without a step, runs that are not over
     * @param overdue a step that waits past its last day
     * @param passed a step that was done
     * @param path path of ended runs; without one, all that are over
     */
    public static CaseQuery.@Nullable Selection of(String waiting, String overdue, String passed, String path) {
        if (VALUE.matcher(waiting).matches()) {
            return step(waiting) == null
                    ? selection(waiting, RUN + " and r.ended_at is null", "r", false) // a run may outlive its case
                    : selection(waiting, STEP + " and s.closed_at is null", "s", true);
        }
        if (VALUE.matcher(overdue).matches() && step(overdue) != null) {
            return selection(overdue, STEP + " and s.closed_at is null and s.due_on < :today", "s", true);
        }
        if (VALUE.matcher(passed).matches() && step(passed) != null) {
            return selection(passed, STEP + " and s.closed_at is not null and s.done", "s", false);
        }
        if (VALUE.matcher(path).matches()) {
            return selection(
                    path,
                    RUN + (step(path) == null ? " and r.ended_at is not null" : " and r.path = :selStep"),
                    "r",
                    false);
        }
        return null;
    }

    private static CaseQuery.Selection selection(String value, String sql, String table, boolean open) {
        String[] parts = value.split("~", -1);
        var values = new HashMap<String, Object>(Map.of("selDefinition", parts[0]));
        var step = step(value);
        if (step != null) {
            values.put("selStep", step);
        }
        if (parts.length > 2) {
            values.put("selUnits", List.of(parts[2].split(",")));
            return new CaseQuery.Selection(sql + " and " + table + ".unit_code in (:selUnits)", open, values);
        }
        return new CaseQuery.Selection(sql, open, values);
    }

    private static @Nullable String step(String value) {
        String[] parts = value.split("~", -1);
        return parts.length > 1 && !parts[1].isEmpty() ? parts[1] : null;
    }

    /** The value for an address; units empty means all. */
    static String value(String definitionId, String step, List<String> units) {
        var parts = new ArrayList<>(List.of(definitionId, step));
        if (!units.isEmpty()) {
            parts.add(String.join(",", units));
        }
        return String.join("~", parts);
    }
}
