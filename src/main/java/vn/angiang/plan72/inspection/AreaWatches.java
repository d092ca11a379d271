package vn.angiang.plan72.inspection;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.calendar.WorkingCalendar;
import vn.angiang.plan72.casefile.AssignmentWanted;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.NewCase;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.process.DeployedModels;
import vn.angiang.plan72.process.ProcessInstances;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.shared.Texts;
import vn.angiang.plan72.worklist.TaskAnswered;

/** Members of the steering committee watch areas of high poverty: a note each quarter, help becomes an assignment. */
@Service
public class AreaWatches {

    /** Key of the flow. */
    public static final String PROCESS = "areaWatch";

    private static final String COMMITTEE = "BCD_TINH";
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final JdbcClient jdbc;
    private final Cases cases;
    private final ProcessInstances processes;
    private final DeployedModels models;
    private final Units units;
    private final WorkingCalendar calendar;
    private final ApplicationEventPublisher events;
    private final InspectionWords words;
    private final Clock clock;

    AreaWatches(
            JdbcClient jdbc,
            Cases cases,
            ProcessInstances processes,
            DeployedModels models,
            Units units,
            WorkingCalendar calendar,
            ApplicationEventPublisher events,
            InspectionWords words,
            Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.processes = processes;
        this.models = models;
        this.units = units;
        this.calendar = calendar;
        this.events = events;
        this.words = words;
        this.clock = clock;
    }

    /** An area and who watches it. */
    public record Watch(String caseNumber, String area, String member, int year, int quarters) {}

    /** All watches, newest first. */
    @Transactional(readOnly = true)
    public List<Watch> all() {
        return jdbc.sql("select case_number, area_unit, member_name, watch_year, quarters from area_watch"
                        + " order by watch_year desc, area_unit")
                .query((rs, n) ->
                        new Watch(rs.getString(1), rs.getString(2), rs.getString(3), rs.getInt(4), rs.getInt(5)))
                .list();
    }

    /**
     * Gives an area to a member for the rest of this year.
     *
     * @throws Refusal.Forbidden unless the committee's office or the standing agency does
     * @throws Refusal.Conflict when the area is watched this year already
     */
    @Transactional
    public String assign(String area, String member, Actor by) {
        if (!by.has("officer", COMMITTEE)
                && !by.has("leader", COMMITTEE)
                && !by.has("officer", units.standingAgency().code())) {
            throw new Refusal.Forbidden("inspection.watch.notYours");
        }
        if (units.find(area)
                .filter(u -> u.level().equals("district") || u.level().equals("commune"))
                .isEmpty()) {
            throw words.refuse("area", "inspection.error.unit");
        }
        String name = Texts.clean(member);
        if (name.isEmpty() || name.length() > 200) {
            throw words.refuse("member", "inspection.watch.member");
        }
        int year = today().getYear();
        var file = cases.open(
                new NewCase(
                        "DB",
                        PROCESS,
                        words.say("inspection.watch.title", units.nameOf(area), name),
                        "III.BCD.b",
                        "III.BCD",
                        COMMITTEE,
                        COMMITTEE,
                        Set.of(),
                        year,
                        "mandatory",
                        CaseState.DANG_THUC_HIEN,
                        null),
                by);
        try {
            jdbc.sql("insert into area_watch(case_number, area_unit, member_name, watch_year, quarters)"
                            + " values (?, ?, ?, ?, 0)")
                    .params(file.number(), area, name, year)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Refusal.Conflict("inspection.watch.open");
        }
        String instance = processes.start(PROCESS, file.number(), Map.of());
        cases.runsOn(file.number(), instance, models.latestDefinition(PROCESS));
        return file.number();
    }

    /** Last minute of the last working day of the quarter. */
    public Date dueOf() {
        LocalDate end = firstOfNextQuarter().minusDays(1);
        return at(calendar.isWorkingDay(end) ? end : calendar.plusWorkingDays(end, -1), LocalTime.of(23, 59));
    }

    /** Morning of the first day of the next quarter. */
    public Date nextQuarterAt() {
        return at(firstOfNextQuarter(), LocalTime.of(7, 0));
    }

    private LocalDate firstOfNextQuarter() {
        LocalDate today = today();
        return LocalDate.of(today.getYear(), today.getMonth().firstMonthOfQuarter(), 1)
                .plusMonths(3);
    }

    /** Help asked for in the last note becomes an assignment of the unit that is asked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requestHelp(String caseNumber) {
        jdbc.sql("select help_unit, help_text, help_due_on from area_note where case_number = ? order by id desc"
                        + " fetch first 1 rows only")
                .param(caseNumber)
                .query((rs, n) -> new AssignmentWanted(
                        caseNumber,
                        rs.getString(1),
                        "III.BCD.c",
                        rs.getString(2),
                        rs.getObject(3, LocalDate.class),
                        today().getYear(),
                        Actor.SYSTEM))
                .list()
                .forEach(events::publishEvent);
    }

    /** Counts the quarter; returns how many are left in the year. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Long recordQuarter(String caseNumber) {
        jdbc.sql("update area_watch set quarters = quarters + 1 where case_number = ?")
                .param(caseNumber)
                .update();
        Month quarter = today().getMonth().firstMonthOfQuarter();
        return (long) (12 - quarter.getValue()) / 3;
    }

    /** The year of watching is over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(String caseNumber) {
        cases.close(caseNumber, CaseState.HOAN_THANH, null);
    }

    /** Takes the watch back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(String caseNumber) {
        cases.close(caseNumber, CaseState.HUY, null);
    }

    @EventListener
    void on(TaskAnswered a) {
        if (!a.file().processKey().equals(PROCESS)) {
            return;
        }
        boolean help = a.text("help").equals("YES");
        LocalDate due = help ? LocalDate.parse(a.text("helpDueOn")) : null;
        if (due != null && !due.isAfter(today())) {
            throw words.refuse("helpDueOn", "inspection.error.remedyDue");
        }
        if (help && units.find(a.text("helpUnit")).isEmpty()) {
            throw words.refuse("helpUnit", "inspection.error.unit");
        }
        note(a, help, due);
    }

    private void note(TaskAnswered a, boolean help, @Nullable LocalDate due) {
        jdbc.sql("insert into area_note(case_number, quarter, note, help_unit, help_text, help_due_on, written_by_name,"
                        + " written_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(a.file().number())
                .param((today().getMonthValue() + 2) / 3)
                .param(a.text("note"))
                .param(help ? a.text("helpUnit") : null)
                .param(help ? a.text("helpText") : null)
                .param(due)
                .param(a.actor().fullName())
                .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Date at(LocalDate day, LocalTime time) {
        return Date.from(day.atTime(time).atZone(ZONE).toInstant());
    }
}
