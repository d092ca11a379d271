package vn.angiang.plan72.assignment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.angiang.plan72.casefile.CaseControl;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.NoticeWanted;
import vn.angiang.plan72.journal.Act;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;

/** The standing agency's hand on assignments, for pages and bulk acts. */
@Component
class AssignmentControl implements CaseControl {

    private final Assignments assignments;
    private final Cases cases;
    private final DueDates dueDates;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final MessageSource messages;
    private final Clock clock;

    AssignmentControl(
            Assignments assignments,
            Cases cases,
            DueDates dueDates,
            Journal journal,
            ApplicationEventPublisher events,
            MessageSource messages,
            Clock clock) {
        this.assignments = assignments;
        this.cases = cases;
        this.dueDates = dueDates;
        this.journal = journal;
        this.events = events;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public boolean controls(CaseFile file) {
        return file.processKey().equals(Assignments.PROCESS);
    }

    @Override
    public boolean mayControl(CaseFile file, Actor actor) {
        return assignments.actsForAssigner(file, actor);
    }

    @Override
    public void suspend(String caseNumber, String reason, Actor by) {
        assignments.suspend(caseNumber, reason, by);
    }

    @Override
    public void resume(String caseNumber, String reason, Actor by) {
        assignments.resume(caseNumber, reason, by);
    }

    @Override
    public void withdraw(String caseNumber, String reason, Actor by) {
        assignments.withdraw(caseNumber, reason, by);
    }

    @Override
    @Transactional
    public void moveDue(String caseNumber, LocalDate due, String reason, Actor by) {
        CaseFile file = assignments.decidable(caseNumber, reason, by);
        if (file.suspended()) {
            throw new Refusal.Conflict("assignment.suspendedFirstResume", caseNumber);
        }
        if (file.state() == CaseState.CHO_DUYET) {
            throw new Refusal.Conflict("assignment.due.handedIn", caseNumber);
        }
        LocalDate before = file.dueOn();
        if (!due.isAfter(LocalDate.now(clock)) || (before != null && !due.isAfter(before))) {
            throw new Refusal.BadInput(
                    "due", messages.getMessage("assignment.due.later", null, LocaleContextHolder.getLocale()));
        }
        dueDates.move(caseNumber, due, true);
        journal.record(Act.of(
                file.assignerUnit(),
                "assignment.dueMoved",
                caseNumber,
                by,
                Map.of("from", String.valueOf(before), "to", due.toString(), "reason", reason)));
        var groups = List.of(Actor.group("officer", file.leadUnit()), Actor.group("leader", file.leadUnit()));
        events.publishEvent(new NoticeWanted(
                caseNumber, groups, "assignment.notice.dueMoved", List.of(AssignmentNotices.day(due), reason), false));
    }
}
