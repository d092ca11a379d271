package vn.angiang.plan72.web.work;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.angiang.plan72.calendar.WorkingCalendar;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.organization.Roles;
import vn.angiang.plan72.process.CalledProcesses;
import vn.angiang.plan72.process.RunHistory;
import vn.angiang.plan72.shared.Actor;

/** The steps a case passed with the working days each took; for administrators also what the engine carries for it. */
@Component
class CaseRun {

    private final RunHistory history;
    private final WorkingCalendar calendar;
    private final Clock clock;

    CaseRun(RunHistory history, WorkingCalendar calendar, Clock clock) {
        this.history = history;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * A step of the case.
     *
     * @param days working days from opening to the end, or to today when it waits
     * @param late whether it ended, or still waits, after its last day
     */
    record Line(RunHistory.Passed step, int days, boolean late) {}

    void fill(Model model, CaseFile file, List<CalledProcesses.Called> called, Actor actor) {
        if (file.processInstanceId() == null) {
            return;
        }
        var runs = new ArrayList<>(List.of(file.processInstanceId()));
        called.forEach(c -> runs.add(c.processInstanceId()));
        model.addAttribute(
                "passed", history.steps(runs).stream().map(this::line).toList());
        if (actor.hasRole(Roles.ADMIN)) {
            model.addAttribute("variables", history.variables(file.processInstanceId()));
        }
    }

    private Line line(RunHistory.Passed step) {
        LocalDate from = day(step.openedAt());
        LocalDate to = step.closedAt() == null ? LocalDate.now(clock) : day(step.closedAt());
        return new Line(step, to.isAfter(from) ? calendar.workingDaysBetween(from, to) : 0, isAfter(to, step.dueOn()));
    }

    private static boolean isAfter(LocalDate day, @Nullable LocalDate due) {
        return due != null && day.isAfter(due);
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(clock.getZone()).toLocalDate();
    }
}
