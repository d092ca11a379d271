package vn.angiang.plan72.assignment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.calendar.WorkingCalendar;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.plan.Obligation;
import vn.angiang.plan72.plan.Obligations;
import vn.angiang.plan72.plan.ProposedSchedule;
import vn.angiang.plan72.plan.ResponsibleUnits;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.worklist.TaskAnswered;

/** What the steps of the programme-year flow do, and what its answers mean. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ProgrammeFlow {

    /** Cases started per job; small enough that a failure repeats little, large enough to be quick. */
    static final int BATCH = 20;

    /** Working days proposed where the year is over already; default, no legal basis. */
    private static final int LATE_YEAR_WORKING_DAYS = 60;

    private final ProgrammeStore store;
    private final Cases cases;
    private final Obligations obligations;
    private final ResponsibleUnits responsible;
    private final ProposedSchedule schedule;
    private final WorkingCalendar calendar;
    private final Assignments assignments;
    private final MessageSource messages;
    private final Clock clock;

    ProgrammeFlow(
            ProgrammeStore store,
            Cases cases,
            Obligations obligations,
            ResponsibleUnits responsible,
            ProposedSchedule schedule,
            WorkingCalendar calendar,
            Assignments assignments,
            MessageSource messages,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.obligations = obligations;
        this.responsible = responsible;
        this.schedule = schedule;
        this.calendar = calendar;
        this.assignments = assignments;
        this.messages = messages;
        this.clock = clock;
    }

    /** Proposes the year's rows from the catalogue; rows already there stay. */
    public void propose(String caseNumber) {
        int year = yearOf(caseNumber).year();
        LocalDate today = LocalDate.now(clock);
        Set<String> present = new HashSet<>();
        store.items(year).forEach(i -> present.add(i.obligationId() + "/" + i.unitCode()));
        var proposals = new ArrayList<ProgrammeStore.Proposal>();
        int sort = 0;
        for (Obligation o : obligations.all()) {
            sort++;
            var proposed = schedule.propose(o, year);
            if (proposed.isEmpty()) {
                continue;
            }
            for (String unit : responsible.of(o, today)) {
                if (present.add(o.id() + "/" + unit)) {
                    proposals.add(proposal(sort, o, unit, proposed.get(), year, today));
                }
            }
        }
        store.add(year, proposals);
    }

    private ProgrammeStore.Proposal proposal(
            int sort, Obligation o, String unit, ProposedSchedule.Proposal proposed, int year, LocalDate today) {
        LocalDate due = proposed.due();
        String basis = proposed.whyVi();
        if (!due.isAfter(today)) {
            LocalDate endOfYear = LocalDate.of(year, 12, 15);
            boolean yearOpen = endOfYear.isAfter(today);
            due = yearOpen ? endOfYear : calendar.plusWorkingDays(today, LATE_YEAR_WORKING_DAYS);
            basis = basis + " – đã qua khi mở năm, đề xuất lại";
        }
        return new ProgrammeStore.Proposal(
                sort,
                o.id(),
                unit,
                String.join("; ", o.deliverablesVi()),
                due,
                basis,
                "derived".equals(o.leadBasis()),
                !"continuous".equals(o.kind()));
    }

    /** The list is signed: from now on rows are given out. */
    public void issue(String caseNumber) {
        store.state(yearOf(caseNumber).year(), ProgrammeYear.State.STARTING);
        cases.changeState(caseNumber, CaseState.DA_BAN_HANH);
    }

    /** Gives out the next rows; returns how many remain. Running it twice gives nothing twice. */
    public Long startBatch(String caseNumber) {
        int year = yearOf(caseNumber).year();
        for (ProgrammeItem item : store.nextToStart(year, BATCH)) {
            LocalDate due = item.dueOn();
            if (due == null) {
                throw new IllegalStateException("Row " + item.id() + " has no due date");
            }
            String number = assignments.give(
                    new Assignments.Order(
                            obligations.byId(item.obligationId()), item.unitCode(), item.deliverable(), due, year),
                    Actor.SYSTEM);
            store.started(item.id(), number);
        }
        long remaining = store.waiting(year);
        if (remaining == 0) {
            store.state(year, ProgrammeYear.State.DONE);
            cases.close(caseNumber, CaseState.HOAN_THANH, null);
        }
        return remaining;
    }

    /** The year's list is taken back before it was signed. */
    public void recordWithdrawal(String caseNumber) {
        store.state(yearOf(caseNumber).year(), ProgrammeYear.State.WITHDRAWN);
        cases.close(caseNumber, CaseState.HUY, null);
    }

    @EventListener
    void on(TaskAnswered answered) {
        if (!answered.file().processKey().equals(ProgrammeYears.PROCESS)) {
            return;
        }
        ProgrammeYear year = yearOf(answered.file().number());
        switch (answered.task().taskKey()) {
            case "UserTask_editAssignmentList" -> edited(year);
            case "UserTask_checkAssignmentList" -> checked(year, answered);
            case "UserTask_signAssignmentList" -> signed(year, answered);
            default ->
                throw new IllegalStateException(
                        "Unknown task " + answered.task().taskKey());
        }
    }

    private void edited(ProgrammeYear year) {
        requireReady(year);
        store.state(year.year(), ProgrammeYear.State.CHECKING);
    }

    private void checked(ProgrammeYear year, TaskAnswered answered) {
        boolean approved = answered.text("listCheck").equals("APPROVED");
        store.state(year.year(), approved ? ProgrammeYear.State.SIGNING : ProgrammeYear.State.EDITING);
        cases.changeState(year.caseNumber(), approved ? CaseState.CHO_KY : CaseState.DANG_LAP);
    }

    private void signed(ProgrammeYear year, TaskAnswered answered) {
        if (!answered.text("listSigning").equals("SIGNED")) {
            store.state(year.year(), ProgrammeYear.State.EDITING);
            cases.changeState(year.caseNumber(), CaseState.DANG_LAP);
            return;
        }
        requireReady(year);
        LocalDate on = LocalDate.parse(answered.text("signedOn"));
        if (on.isAfter(LocalDate.now(clock))) {
            throw refuse("signedOn", "assignment.date.future");
        }
        store.signed(year.year(), answered.text("documentNumber"), on, answered.text("signedFor"));
    }

    private void requireReady(ProgrammeYear year) {
        LocalDate today = LocalDate.now(clock);
        List<ProgrammeItem> items = store.items(year.year());
        long open = items.stream().filter(i -> !i.problems(today).isEmpty()).count();
        if (open > 0) {
            throw refuse("", "programme.list.notReady", open);
        }
        if (items.stream().noneMatch(ProgrammeItem::included)) {
            throw refuse("", "programme.list.empty");
        }
    }

    private Refusal.BadInput refuse(String field, String key, Object... arguments) {
        Locale locale = LocaleContextHolder.getLocale();
        return new Refusal.BadInput(field, messages.getMessage(key, arguments, key, locale));
    }

    private ProgrammeYear yearOf(String caseNumber) {
        return store.ofCase(caseNumber).orElseThrow(() -> new Refusal.NotFound("case.notFound", caseNumber));
    }
}
