package vn.angiang.plan72.casefile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Texts;

/** Lists cases within what a person may see. */
@Service
public class CaseList {

    private final JdbcClient jdbc;
    private final CaseAccess access;

    CaseList(JdbcClient jdbc, CaseAccess access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /** A page of cases; {@code more} tells whether another follows. */
    public record Page(List<CaseFile> cases, boolean more) {}

    /** Cases by due date, earliest first, that the actor may see. */
    @Transactional(readOnly = true)
    public Page find(CaseQuery query, Actor actor) {
        var conditions = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        restrict(actor, conditions, values);
        equal("c.obligation_id", "obligation", query.obligation(), conditions, values);
        equal("c.plan_year", "year", query.year(), conditions, values);
        equal("c.state", "state", query.state(), conditions, values);
        equal("c.process_key", "process", query.processKey(), conditions, values);
        if (query.unit() != null && !query.unit().isBlank()) {
            conditions.add("c.lead_unit = :unit");
            values.put("unit", query.unit());
        }
        if (query.open() != null) {
            conditions.add("c.closed_at is " + (query.open() ? "null" : "not null"));
        }
        words(query.text(), conditions, values);
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        var rows = jdbc.sql("select c.* from case_file c" + where
                        + " order by c.due_on, c.number offset " + (long) query.page() * query.size()
                        + " rows fetch next " + (query.size() + 1) + " rows only")
                .params(values)
                .query(CaseRows::map)
                .list();
        boolean more = rows.size() > query.size();
        return new Page(more ? rows.subList(0, query.size()) : rows, more);
    }

    private void restrict(Actor actor, List<String> conditions, Map<String, Object> values) {
        var scope = access.scopeOf(actor);
        if (actor.isSystem()) {
            return;
        }
        if (scope.groups().isEmpty()) {
            conditions.add("c.restricted = false");
        } else {
            conditions.add("(c.restricted = false or exists (select 1 from case_group g where g.case_number = c.number"
                    + " and g.group_name in (:groups)))");
            values.put("groups", scope.groups());
        }
        if (scope.everything()) {
            return;
        }
        var own = new ArrayList<String>();
        if (!scope.units().isEmpty()) {
            own.add("select u.case_number from case_unit u where u.unit_code in (:mine)");
            values.put("mine", scope.units());
        }
        if (!scope.groups().isEmpty()) {
            own.add("select g.case_number from case_group g where g.group_name in (:groups)");
        }
        conditions.add(own.isEmpty() ? "1 = 0" : "c.number in (" + String.join(" union ", own) + ")");
    }

    private static void equal(
            String column, String name, @Nullable Object value, List<String> conditions, Map<String, Object> values) {
        if (value != null && !value.toString().isBlank()) {
            conditions.add(column + " = :" + name);
            values.put(name, value);
        }
    }

    private static void words(@Nullable String text, List<String> conditions, Map<String, Object> values) {
        String key = Texts.searchKey(text);
        if (!key.isEmpty()) {
            conditions.add("c.search_key like :text escape '!'");
            values.put("text", "%" + key.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
        }
    }
}
