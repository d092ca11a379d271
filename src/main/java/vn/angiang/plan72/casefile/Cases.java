package vn.angiang.plan72.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Texts;

/** Opens, changes and reads cases. Does not ask who may: callers do, through {@link CaseAccess} or the worklist. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Cases {

    private final JdbcClient jdbc;
    private final CaseNumbers numbers;
    private final Journal journal;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final CaseTally tally;

    Cases(
            JdbcClient jdbc,
            CaseNumbers numbers,
            Journal journal,
            Clock clock,
            ApplicationEventPublisher events,
            CaseTally tally) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.journal = journal;
        this.clock = clock;
        this.events = events;
        this.tally = tally;
    }

    /** The due date of a case moved, or it changed hands: lists that show them look again. */
    public record CaseChanged(String number) {}

    /** From now on only some groups know of the case: what was counted of it must not be any more. */
    public record CaseRestricted(String number) {}

    /** Opens a case and records it in the journals of both units. */
    public CaseFile open(NewCase it, Actor by) {
        String number = numbers.next(it.prefix(), it.year());
        jdbc.sql(
                        """
                        insert into case_file(number, process_key, title, obligation_id, clause, lead_unit, assigner_unit,
                            plan_year, modality, state, due_on, original_due_on, extensions, suspended, opened_by,
                            opened_at, revision, search_key)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, false, ?, ?, 1, ?)
                        """)
                .param(number)
                .param(it.processKey())
                .param(it.title())
                .param(it.obligationId())
                .param(it.clause())
                .param(it.leadUnit())
                .param(it.assignerUnit())
                .param(it.year())
                .param(it.modality())
                .param(it.state().name())
                .param(it.dueOn())
                .param(it.dueOn())
                .param(by.username())
                .param(now())
                .param(Texts.searchKey(
                        number + " " + it.title() + " " + (it.obligationId() == null ? "" : it.obligationId())))
                .update();
        addUnit(number, it.leadUnit(), "LEAD");
        addUnit(number, it.assignerUnit(), "ASSIGNER");
        it.coordinatingUnits().forEach(unit -> addUnit(number, unit, "COORDINATING"));
        var data = new HashMap<String, Object>();
        data.put("title", it.title());
        data.put("leadUnit", it.leadUnit());
        data.put("dueOn", it.dueOn() == null ? null : it.dueOn().toString());
        journal.record(Act.of(it.assignerUnit(), "case.opened", number, by, data));
        CaseFile opened = byNumber(number);
        tally.moved(null, opened);
        return opened;
    }

    /** Notes which process instance carries the case. */
    public void runsOn(String number, String processInstanceId, @Nullable String definitionId) {
        jdbc.sql(
                        "update case_file set process_instance_id = :instance, definition_id = :definition where number = :number")
                .param("instance", processInstanceId)
                .param("definition", definitionId)
                .param("number", number)
                .update();
    }

    /** Lets a unit take part, and so see the case; no effect when it already does. */
    public void addUnit(String number, String unitCode, String role) {
        int present = jdbc.sql("select count(*) from case_unit where case_number = ? and unit_code = ? and role = ?")
                .params(number, unitCode, role)
                .query(Integer.class)
                .single();
        if (present == 0) {
            jdbc.sql("insert into case_unit(case_number, unit_code, role) values (?, ?, ?)")
                    .params(number, unitCode, role)
                    .update();
        }
    }

    /** Keeps the case to some groups: nobody else sees it, whatever their unit or office. */
    public void restrict(String number, Collection<String> groups) {
        tally.restricted(byNumber(number));
        jdbc.sql("update case_file set restricted = true where number = ?")
                .param(number)
                .update();
        for (String group : new TreeSet<>(groups)) {
            jdbc.sql("insert into case_group(case_number, group_name) values (?, ?)")
                    .params(number, group)
                    .update();
        }
        events.publishEvent(new CaseRestricted(number));
    }

    /** Codes of units with a role in the case. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<String> units(String number, String role) {
        return jdbc.sql("select unit_code from case_unit where case_number = ? and role = ? order by unit_code")
                .params(number, role)
                .query(String.class)
                .list();
    }

    /** Changes the state. A suspended case keeps the state to return to. */
    public void changeState(String number, CaseState state) {
        change(number, "state = :value", Map.of("value", state.name()));
    }

    /** Moves the current due date; the original one stays. */
    public void moveDue(String number, LocalDate dueOn, boolean extension) {
        change(number, "due_on = :value, extensions = extensions + " + (extension ? 1 : 0), Map.of("value", dueOn));
    }

    /** Hands the case to another lead unit; the former one keeps sight of it. */
    public void reassign(String number, String leadUnit) {
        change(number, "lead_unit = :value", Map.of("value", leadUnit));
        addUnit(number, leadUnit, "LEAD");
    }

    /** Changes what the case is called. */
    public void retitle(String number, String title) {
        change(
                number,
                "title = :value, search_key = :key",
                Map.of("value", title, "key", Texts.searchKey(number + " " + title)));
    }

    /** The lead handed in a result on this day; null takes it back (returned for more work). */
    public void submitted(String number, @Nullable LocalDate on) {
        var values = new HashMap<String, Object>();
        values.put("value", on);
        change(number, "submitted_on = :value", values);
    }

    /** Suspends or resumes. */
    public void suspended(String number, boolean suspended) {
        change(number, "suspended = :value", Map.of("value", suspended));
    }

    /** Closes the case. */
    public void close(String number, CaseState state, @Nullable String rating) {
        var values = new HashMap<String, Object>();
        values.put("value", state.name());
        values.put("rating", rating);
        values.put("at", now());
        change(number, "state = :value, rating = :rating, closed_at = :at", values);
    }

    /** Marks that something changed which people with an open form should know of. */
    public void touch(String number) {
        bump(number, "suspended = suspended", Map.of());
    }

    private void change(String number, String assignment, Map<String, ?> values) {
        CaseFile before = jdbc.sql("select * from case_file where number = :number for update")
                .param("number", number)
                .query(CaseRows::map)
                .optional()
                .orElseThrow(() -> new Refusal.NotFound("case.notFound", number));
        bump(number, assignment, values);
        tally.moved(before, byNumber(number));
    }

    private void bump(String number, String assignment, Map<String, ?> values) {
        int rows = jdbc.sql("update case_file set " + assignment + ", revision = revision + 1 where number = :number")
                .params(values)
                .param("number", number)
                .update();
        if (rows == 0) {
            throw new Refusal.NotFound("case.notFound", number);
        }
        events.publishEvent(new CaseChanged(number));
    }

    /**
     * The case.
     *
     * @throws Refusal.NotFound when there is none of this number
     */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public CaseFile byNumber(String number) {
        return find(number).orElseThrow(() -> new Refusal.NotFound("case.notFound", number));
    }

    /** The case, if there is one of this number. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<CaseFile> find(String number) {
        return jdbc.sql("select * from case_file where number = :number")
                .param("number", number)
                .query(CaseRows::map)
                .optional();
    }

    /** Those of these numbers that there are, by number. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Map<String, CaseFile> find(Collection<String> numbers) {
        var found = new HashMap<String, CaseFile>();
        if (!numbers.isEmpty()) {
            jdbc.sql("select * from case_file where number in (:numbers)")
                    .param("numbers", numbers)
                    .query(CaseRows::map)
                    .list()
                    .forEach(file -> found.put(file.number(), file));
        }
        return found;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
