package vn.angiang.plan72.casefile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Texts;

/** Lists cases within what a person may see. */
@Service
public class CaseList {

    /** A whole number of a case, which is looked up and not searched for. */
    private static final Pattern NUMBER = Pattern.compile("[a-z]{2}-\\d{4}-\\d{6,}");

    private final JdbcClient jdbc;
    private final CaseAccess access;
    private final NearDue near;
    private final NamedParameterJdbcTemplate rows;

    CaseList(JdbcClient jdbc, DataSource dataSource, CaseAccess access, NearDue near) {
        this.jdbc = jdbc;
        var template = new JdbcTemplate(dataSource);
        template.setFetchSize(500);
        this.rows = new NamedParameterJdbcTemplate(template);
        this.access = access;
        this.near = near;
    }

    /** A page of cases; {@code more} tells whether another follows. */
    public record Page(List<CaseFile> cases, boolean more) {}

    /** Cases by due date, earliest first, that the actor may see. */
    @Transactional(readOnly = true)
    public Page find(CaseQuery query, Actor actor) {
        var rows = select(
                        query,
                        actor,
                        " offset " + (long) query.page() * query.size() + " rows fetch next " + (query.size() + 1)
                                + " rows only")
                .query(CaseRows::map)
                .list();
        boolean more = rows.size() > query.size();
        return new Page(more ? rows.subList(0, query.size()) : rows, more);
    }

    /** How many cases there are; counts no further than {@code limit}. */
    @Transactional(readOnly = true)
    public int count(CaseQuery query, Actor actor, int limit) {
        var conditions = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        conditions(query, actor, conditions, values);
        // The cases themselves need not be looked at; on PostgreSQL that reads those long closed first.
        boolean selectedOnly = query.onlySelects() && access.scopeOf(actor).everything();
        String numbers = selectedOnly
                ? "select distinct x.case_number from ("
                        + Objects.requireNonNull(query.selection()).sql() + ") x"
                : "select c.number from case_file c" + where(conditions);
        return jdbc.sql("select count(*) from (" + numbers + " fetch first " + limit + " rows only) n")
                .params(values)
                .query(Integer.class)
                .single();
    }

    /**
     * All of them, row by row, whatever page the query names; memory does not grow with their number. To be closed, and
     * read within the transaction it was asked for in.
     */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Stream<CaseFile> stream(CaseQuery query, Actor actor) {
        var conditions = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        conditions(query, actor, conditions, values);
        return rows.queryForStream(
                "select c.* from case_file c" + where(conditions) + " order by c.due_on, c.number",
                values,
                CaseRows::map);
    }

    private JdbcClient.StatementSpec select(CaseQuery query, Actor actor, String end) {
        var conditions = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        conditions(query, actor, conditions, values);
        return jdbc.sql("select c.* from case_file c" + where(conditions) + " order by c.due_on, c.number" + end)
                .params(values);
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private void conditions(CaseQuery query, Actor actor, List<String> conditions, Map<String, Object> values) {
        restrict(actor, conditions, values);
        about(query.matter(), conditions, values);
        equal("c.plan_year", "year", query.year(), conditions, values);
        equal("c.state", "state", query.state(), conditions, values);
        equal("c.process_key", "process", query.processKey(), conditions, values);
        equal("c.lead_unit", "unit", query.unit(), conditions, values);
        if (query.selection() != null) {
            conditions.add("c.number in (" + query.selection().sql() + ")");
            if (query.selection().open()) {
                conditions.add("c.closed_at is null");
            }
            values.putAll(query.selection().values());
            values.put("today", near.now().today());
        }
        if (query.bucket() != null) {
            var days = near.now();
            conditions.add(query.bucket().condition());
            values.put("today", days.today());
            values.put("near", days.nearUntil());
        }
        if (query.open() != null) {
            conditions.add("c.closed_at is " + (query.open() ? "null" : "not null"));
        }
        words(query.text(), conditions, values);
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

    private static void about(CaseQuery.@Nullable Matter matter, List<String> conditions, Map<String, Object> values) {
        if (matter == null) {
            return;
        }
        var either = new ArrayList<String>();
        if (!matter.obligations().isEmpty()) {
            either.add("c.obligation_id in (:obligations)");
            values.put("obligations", matter.obligations());
        }
        if (!matter.clauses().isEmpty()) {
            either.add("c.obligation_id is null and c.clause in (:clauses)");
            values.put("clauses", matter.clauses());
        }
        conditions.add(either.isEmpty() ? "1 = 0" : "(" + String.join(" or ", either) + ")");
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
        if (NUMBER.matcher(key).matches()) {
            conditions.add("c.number = :number");
            values.put("number", key.toUpperCase(Locale.ROOT));
        } else if (!key.isEmpty()) {
            conditions.add("c.search_key like :text escape '!'");
            values.put("text", "%" + key.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
        }
    }
}
