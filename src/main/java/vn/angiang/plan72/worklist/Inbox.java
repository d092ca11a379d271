package vn.angiang.plan72.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.calendar.WorkingCalendar;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Texts;

/**
 * "Việc của tôi" and "Việc của đơn vị": overdue first, each principal one index range. The cost does not depend on how
 * many tasks are open in the province.
 */
@Service
public class Inbox {

    /** Counts stop here: "hơn 1.000" tells as much, and a page stays fast however much there is. */
    public static final int COUNT_LIMIT = 1000;

    /** Working days before the due date from which a task counts as near due; default, no legal basis. */
    private static final int NEAR_WORKING_DAYS = 5;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final WorkingCalendar calendar;

    Inbox(JdbcClient jdbc, Clock clock, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.calendar = calendar;
    }

    /** A page of tasks; {@code next} is where the following page starts, or null. */
    public record Page(List<WorkItem> items, @Nullable String next) {}

    /** How many tasks wait, each at most {@link #COUNT_LIMIT} + 1. */
    public record Counts(int mine, int mineOverdue, int unit, int unitOverdue) {}

    /** A page of the inbox of this person, absences covered included. */
    @Transactional(readOnly = true)
    public Page page(InboxQuery query, Actor actor) {
        var principals = principals(query.view(), actor);
        if (principals.isEmpty()) {
            return new Page(List.of(), null);
        }
        var values = new HashMap<String, Object>();
        String condition = condition(query, values);
        var parts = new ArrayList<String>();
        int i = 0;
        for (String principal : principals) {
            values.put("p" + i, principal);
            parts.add("(select " + WorkItemRows.COLUMNS + " from work_item where principal = :p" + i + condition
                    + " order by due_on, task_id fetch first " + (query.size() + 1) + " rows only)");
            i++;
        }
        String sql = parts.size() == 1
                ? parts.get(0).substring(1, parts.get(0).length() - 1)
                : "select * from (" + String.join(" union ", parts) + ") w order by due_on, task_id fetch first "
                        + (query.size() + 1) + " rows only";
        var found = new LinkedHashMap<String, WorkItem>();
        jdbc.sql(sql).params(values).query(WorkItemRows::map).list().forEach(w -> found.putIfAbsent(w.taskId(), w));
        var items = new ArrayList<>(found.values());
        boolean more = items.size() > query.size();
        var shown = more ? List.copyOf(items.subList(0, query.size())) : List.copyOf(items);
        return new Page(shown, more ? cursor(shown.get(shown.size() - 1)) : null);
    }

    /** The numbers beside the two lists. */
    @Transactional(readOnly = true)
    public Counts counts(Actor actor) {
        var mine = principals(InboxQuery.View.MINE, actor);
        var unit = principals(InboxQuery.View.UNIT, actor);
        return new Counts(count(mine, false), count(mine, true), count(unit, false), count(unit, true));
    }

    /**
     * A mark that changes when tasks come to this person's lists, leave them or fall due; for asking whether a list that
     * is looked at is still right. A task that comes while another goes may rarely leave it as it was.
     */
    @Transactional(readOnly = true)
    public String mark(Actor actor) {
        var principals = principals(InboxQuery.View.UNIT, actor);
        principals.addAll(principals(InboxQuery.View.MINE, actor));
        String newest = principals.isEmpty()
                ? ""
                : jdbc.sql("select max(opened_at) from work_item where principal in (:principals)")
                        .param("principals", principals)
                        .query((rs, i) -> String.valueOf(rs.getObject(1, OffsetDateTime.class)))
                        .single();
        return Integer.toHexString((newest + counts(actor)).hashCode());
    }

    /** Open tasks of a case, earliest due first. */
    @Transactional(readOnly = true)
    public List<WorkItem> ofCase(String caseNumber) {
        var found = new LinkedHashMap<String, WorkItem>();
        jdbc.sql("select " + WorkItemRows.COLUMNS
                        + " from work_item where case_number = :number order by due_on, task_id")
                .param("number", caseNumber)
                .query(WorkItemRows::map)
                .list()
                .forEach(w -> found.putIfAbsent(w.taskId(), w));
        return List.copyOf(found.values());
    }

    private int count(Set<String> principals, boolean overdue) {
        if (principals.isEmpty()) {
            return 0;
        }
        return jdbc.sql("select count(*) from (select task_id from work_item where principal in (:principals)"
                        + (overdue ? " and due_on < :today" : "") + " fetch first " + (COUNT_LIMIT + 1)
                        + " rows only) w")
                .param("principals", principals)
                .param("today", LocalDate.now(clock))
                .query(Integer.class)
                .single();
    }

    private String condition(InboxQuery query, Map<String, Object> values) {
        var sql = new StringBuilder();
        LocalDate today = LocalDate.now(clock);
        if (query.processKey() != null && !query.processKey().isBlank()) {
            sql.append(" and process_key = :process");
            values.put("process", query.processKey());
        }
        if (query.taskKey() != null && !query.taskKey().isBlank()) {
            sql.append(" and task_key = :taskKey");
            values.put("taskKey", query.taskKey());
        }
        if (query.due() == InboxQuery.Due.OVERDUE) {
            sql.append(" and due_on < :today");
            values.put("today", today);
        } else if (query.due() == InboxQuery.Due.NEAR) {
            sql.append(" and due_on >= :today and due_on <= :near");
            values.put("today", today);
            values.put("near", calendar.plusWorkingDays(today, NEAR_WORKING_DAYS));
        }
        if (query.free()) {
            sql.append(" and assignee is null");
        }
        String key = Texts.searchKey(query.text());
        if (!key.isEmpty()) {
            sql.append(" and search_key like :text escape '!'");
            values.put("text", "%" + key.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
        }
        after(query.after(), sql, values);
        return sql.toString();
    }

    private static void after(@Nullable String cursor, StringBuilder sql, Map<String, Object> values) {
        int split = cursor == null ? -1 : cursor.indexOf('~');
        if (split != 10) {
            return;
        }
        try {
            values.put("afterDue", LocalDate.parse(cursor.substring(0, 10)));
        } catch (DateTimeParseException e) {
            return; // a mistyped address shows the first page
        }
        values.put("afterTask", cursor.substring(11));
        sql.append(" and due_on >= :afterDue and (due_on > :afterDue or task_id > :afterTask)");
    }

    private static String cursor(WorkItem last) {
        return (last.dueOn() == null ? WorkItem.NEVER : last.dueOn()) + "~" + last.taskId();
    }

    private static Set<String> principals(InboxQuery.View view, Actor actor) {
        var principals = new TreeSet<String>();
        if (view == InboxQuery.View.MINE) {
            principals.add(WorkItemProjection.principalOf(actor.username()));
            actor.standIns().forEach(s -> principals.add(WorkItemProjection.principalOf(s.username())));
        } else {
            principals.addAll(actor.allGroups());
        }
        return principals;
    }
}
