package vn.angiang.plan72.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.worklist.TaskAnswered;

/** Writes down what people answer in the tasks of reports and periods, and refuses what cannot be. */
@Component
class ReportAnswers {

    private static final Set<String> PROCESSES = Set.of(Periods.PROCESS, "unitReport", "communeReport");
    private static final int MOST_OBSTACLES = 20;

    private final PeriodStore periods;
    private final ReportStore reports;
    private final UnitReports sheets;
    private final PeriodDays days;
    private final Cases cases;
    private final ReportingWords words;

    ReportAnswers(
            PeriodStore periods,
            ReportStore reports,
            UnitReports sheets,
            PeriodDays days,
            Cases cases,
            ReportingWords words) {
        this.periods = periods;
        this.reports = reports;
        this.sheets = sheets;
        this.days = days;
        this.cases = cases;
        this.words = words;
    }

    @EventListener
    void on(TaskAnswered a) {
        if (!PROCESSES.contains(a.file().processKey())) {
            return;
        }
        switch (a.task().taskKey()) {
            case "UserTask_enterReport", "UserTask_enterCommuneReport" -> entered(a);
            case "UserTask_signReport", "UserTask_signCommuneReport" -> signed(a);
            case "UserTask_receiveReport", "UserTask_receiveCommuneReport" -> received(a);
            case "UserTask_reviewConsolidation" -> reviewed(a);
            case "UserTask_approveConsolidation" -> approved(a);
            case "UserTask_signConsolidation" -> consolidationSigned(a);
            default ->
                throw new IllegalStateException("Unknown task " + a.task().taskKey());
        }
    }

    private void entered(TaskAnswered a) {
        UnitReport report = reports.ofCase(a.file().number());
        List<String> obstacles = sheets.obstacles(report);
        if (!obstacles.isEmpty()) {
            var errors = new java.util.ArrayList<FieldError>();
            errors.add(new FieldError("", words.say("reporting.notWhole", obstacles.size())));
            obstacles.stream().limit(MOST_OBSTACLES).forEach(o -> errors.add(new FieldError("", o)));
            throw new Refusal.BadInput(errors);
        }
        reports.narrative(report.id(), a.text("achievements"), a.text("difficulties"), a.text("proposals"));
        reports.state(report.id(), ReportState.DA_TRINH);
        cases.changeState(a.file().number(), CaseState.DANG_THUC_HIEN);
    }

    private void signed(TaskAnswered a) {
        UnitReport report = reports.ofCase(a.file().number());
        if (!a.text("reportSigning").equals("SIGNED")) {
            reports.state(report.id(), ReportState.DANG_SOAN);
            return;
        }
        LocalDate today = days.today();
        reports.sent(report.id(), today, days.workingDaysLate(report.dueOn(), today));
        reports.state(report.id(), ReportState.DA_GUI);
        cases.submitted(a.file().number(), report.sentOn() == null ? today : report.sentOn());
        cases.changeState(a.file().number(), CaseState.CHO_DUYET);
    }

    private void received(TaskAnswered a) {
        UnitReport report = reports.ofCase(a.file().number());
        if (!a.text("reportReceipt").equals("ACCEPTED")) {
            reports.countReturn(report.id());
            reports.state(report.id(), ReportState.YEU_CAU_BO_SUNG);
            cases.changeState(a.file().number(), CaseState.TRA_LAI);
        }
    }

    private void reviewed(TaskAnswered a) {
        Period period = period(a);
        periods.narrative(period.code(), a.text("achievements"), a.text("difficulties"), a.text("proposals"));
        periods.state(period.code(), Period.State.CHECKING);
    }

    private void approved(TaskAnswered a) {
        boolean approved = a.text("consolidationCheck").equals("APPROVED");
        periods.state(period(a).code(), approved ? Period.State.SIGNING : Period.State.CONSOLIDATING);
        cases.changeState(a.file().number(), approved ? CaseState.CHO_KY : CaseState.DANG_THUC_HIEN);
    }

    private void consolidationSigned(TaskAnswered a) {
        Period period = period(a);
        if (!a.text("consolidationSigning").equals("SIGNED")) {
            periods.state(period.code(), Period.State.CONSOLIDATING);
            cases.changeState(a.file().number(), CaseState.DANG_THUC_HIEN);
            return;
        }
        LocalDate on = LocalDate.parse(a.text("signedOn"));
        if (on.isAfter(days.today())) {
            throw words.refuse("signedOn", "reporting.signedOn.future");
        }
        periods.signed(period.code(), a.text("documentNumber"), on, a.text("signedFor"));
    }

    private Period period(TaskAnswered a) {
        return periods.ofCase(a.file().number())
                .orElseThrow(() -> new Refusal.NotFound(
                        "reporting.period.unknown", a.file().number()));
    }
}
