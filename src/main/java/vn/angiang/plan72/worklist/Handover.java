package vn.angiang.plan72.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseAccess;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.NoticeWanted;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.organization.People;
import vn.angiang.plan72.organization.Person;
import vn.angiang.plan72.organization.Roles;
import vn.angiang.plan72.process.ProcessTasks;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Texts;

/**
 * Giao lại việc: the holder of a task, or the leader of the unit it waits at, gives it to another person. Only to somebody
 * who could have taken it himself, so nobody gains a right by it. Default, no legal basis.
 */
@Service
public class Handover {

    /** Most tasks looked at together. */
    public static final int MOST = 200;

    private static final int LONGEST_REASON = 1000;

    private final JdbcClient jdbc;
    private final OpenItems items;
    private final ProcessTasks tasks;
    private final Cases cases;
    private final CaseAccess access;
    private final People people;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final MessageSource messages;
    private final Clock clock;

    Handover(
            JdbcClient jdbc,
            OpenItems items,
            ProcessTasks tasks,
            Cases cases,
            CaseAccess access,
            People people,
            Journal journal,
            ApplicationEventPublisher events,
            MessageSource messages,
            Clock clock) {
        this.jdbc = jdbc;
        this.items = items;
        this.tasks = tasks;
        this.cases = cases;
        this.access = access;
        this.people = people;
        this.journal = journal;
        this.events = events;
        this.messages = messages;
        this.clock = clock;
    }

    /** Somebody who holds tasks of a unit. */
    public record Holder(String username, String fullName, int tasks) {}

    /**
     * What is wanted.
     *
     * @param holder who held the task when it was looked at, or null for nobody
     */
    public record Wish(String taskId, @Nullable String holder, String to, String reason) {}

    /** Whether this person may give the task to somebody else. */
    public boolean mayHand(WorkItem item, Actor actor) {
        return leads(item.unitCode(), actor) || holds(item, actor);
    }

    /** Whether this person leads any unit, also in somebody's absence. */
    public boolean leads(Actor actor) {
        return actor.allGroups().stream().anyMatch(g -> g.startsWith(Roles.LEADER + "."));
    }

    private static boolean leads(String unit, Actor actor) {
        return actor.allGroups().contains(Actor.group(Roles.LEADER, unit));
    }

    /** Himself, or in the holder's absence. */
    private static boolean holds(WorkItem item, Actor actor) {
        return item.assignee() != null
                && (item.assignee().equals(actor.username())
                        || absentHolder(item, actor).isPresent());
    }

    private static Optional<Actor.StandIn> absentHolder(WorkItem item, Actor actor) {
        return actor.standIns().stream()
                .filter(s -> s.username().equals(item.assignee()) && s.covers(item.processKey()))
                .findFirst();
    }

    /**
     * The task, for a person who may hand it over.
     *
     * @throws Refusal.NotFound when there is none, or only others may know of it
     * @throws Refusal.Forbidden when the person neither holds it nor leads its unit
     * @throws Refusal.Conflict when it is over
     */
    @Transactional(readOnly = true)
    public WorkItem offered(String taskId, Actor actor) {
        return allowed(items.get(taskId), actor);
    }

    private WorkItem allowed(WorkItem item, Actor actor) {
        access.requireVisible(item.caseNumber());
        if (!mayHand(item, actor)) {
            throw new Refusal.Forbidden("worklist.handover.forbidden");
        }
        return item;
    }

    /** Who could do at least one of these tasks, each once. */
    public Collection<Person> colleagues(List<WorkItem> tasks) {
        var able = new LinkedHashSet<Person>();
        var asked = new HashSet<List<?>>();
        for (WorkItem task : tasks) {
            if (asked.add(Arrays.asList(task.candidates(), task.assignee()))) {
                able.addAll(colleagues(task));
            }
        }
        return able;
    }

    /** Who could do the task: everybody with one of its groups today, but for who holds it. */
    private List<Person> colleagues(WorkItem item) {
        var able = new LinkedHashSet<Person>();
        item.candidates().forEach(g -> able.addAll(people.holding(g, LocalDate.now(clock))));
        able.removeIf(p -> p.username().equals(item.assignee()));
        return List.copyOf(able);
    }

    /** Who holds tasks in the units this person leads, by name; the own ones are not among them. */
    @Transactional(readOnly = true)
    public List<Holder> holders(Actor leader) {
        var units = ledBy(leader);
        return units.isEmpty()
                ? List.of()
                : jdbc.sql("select w.assignee, p.full_name, count(*) n from work_item w join person p"
                                + " on p.username = w.assignee where w.unit_code in (:units)"
                                + " and w.principal = concat('u:', w.assignee) and w.assignee <> :me"
                                + " group by w.assignee, p.full_name, p.search_key order by p.search_key")
                        .param("units", units)
                        .param("me", leader.username())
                        .query((rs, i) -> new Holder(rs.getString(1), rs.getString(2), rs.getInt(3)))
                        .list();
    }

    /** Tasks a person holds in the units this leader leads, earliest due first; at most {@link #MOST}. */
    @Transactional(readOnly = true)
    public List<WorkItem> heldBy(String username, Actor leader) {
        var units = ledBy(leader);
        return units.isEmpty()
                ? List.of()
                : jdbc
                        .sql("select " + WorkItemRows.COLUMNS + " from work_item where principal = :principal"
                                + " and unit_code in (:units) order by due_on, task_id fetch first " + MOST
                                + " rows only")
                        .param("principal", WorkItemProjection.principalOf(username))
                        .param("units", units)
                        .query(WorkItemRows::map)
                        .list()
                        .stream()
                        .filter(w -> access.isVisible(w.caseNumber()))
                        .toList();
    }

    private static List<String> ledBy(Actor leader) {
        return leader.allUnitCodes().stream().filter(u -> leads(u, leader)).toList();
    }

    /**
     * Looks whether a wish can be fulfilled; nothing is done.
     *
     * @throws Refusal as {@link #hand}
     */
    @Transactional(readOnly = true)
    public WorkItem look(Wish wish, Actor actor) {
        return checked(items.get(wish.taskId()), wish, actor);
    }

    private WorkItem checked(WorkItem item, Wish wish, Actor actor) {
        allowed(item, actor);
        if (cases.byNumber(item.caseNumber()).suspended()) {
            throw new Refusal.Conflict("worklist.case.suspended", item.caseNumber());
        }
        if (!Objects.equals(item.assignee(), wish.holder())) {
            throw new Refusal.Conflict("worklist.handover.changed");
        }
        String reason = Texts.clean(wish.reason());
        if (reason.length() > LONGEST_REASON
                || (reason.isEmpty() && !actor.username().equals(item.assignee()))) {
            throw refuse("reason", "worklist.handover.reason", LONGEST_REASON);
        }
        if (wish.to().isBlank()) {
            throw refuse("to", "worklist.handover.to");
        }
        if (colleagues(item).stream().noneMatch(p -> p.username().equals(wish.to()))) {
            throw new Refusal.Conflict("worklist.handover.notAble", people.nameOf(wish.to()));
        }
        return item;
    }

    /**
     * Gives the task to another person, tells him, writes it down; returns it as it was.
     *
     * @throws Refusal.BadInput nobody chosen ({@code to}), or no reason ({@code reason}; not asked of the holder himself)
     * @throws Refusal.NotFound as {@link #offered}
     * @throws Refusal.Forbidden as {@link #offered}
     * @throws Refusal.Conflict as {@link #offered}; its case is suspended; another holds it by now; or the chosen person
     *     could not take it
     */
    @Transactional
    public WorkItem hand(Wish wish, Actor actor) {
        WorkItem item = checked(items.locked(wish.taskId()), wish, actor);
        tasks.assign(item.taskId(), wish.to());
        String reason = Texts.clean(wish.reason());
        var data = new HashMap<String, Object>();
        data.put("task", item.taskKey());
        data.put("name", item.taskName() + " → " + people.nameOf(wish.to()));
        data.put("from", item.assignee() == null ? "" : item.assignee());
        data.put("to", wish.to());
        data.put("reason", reason);
        journal.record(
                new Act(item.unitCode(), "task.handedOver", item.caseNumber(), actor, onBehalfOf(item, actor), data));
        if (!wish.to().equals(actor.username())) {
            events.publishEvent(NoticeWanted.toPerson(
                    item.caseNumber(),
                    wish.to(),
                    reason.isEmpty() ? "notification.handedOver" : "notification.handedOver.reason",
                    List.of(item.taskName(), actor.fullName(), reason)));
        }
        return item;
    }

    private static @Nullable String onBehalfOf(WorkItem item, Actor actor) {
        if (actor.username().equals(item.assignee()) || actor.has(Roles.LEADER, item.unitCode())) {
            return null;
        }
        return absentHolder(item, actor)
                .or(() -> actor.standInFor(List.of(Actor.group(Roles.LEADER, item.unitCode())), item.processKey()))
                .map(Actor.StandIn::username)
                .orElse(null);
    }

    private Refusal.BadInput refuse(String field, String key, Object... arguments) {
        return new Refusal.BadInput(field, messages.getMessage(key, arguments, LocaleContextHolder.getLocale()));
    }
}
