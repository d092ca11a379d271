package vn.angiang.plan72.assignment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.worklist.TaskAnswered;

/** Writes down what people answer in the tasks of an assignment, and refuses what cannot be. */
@Component
class AssignmentAnswers {

    private final AssignmentStore store;
    private final Cases cases;
    private final Contributions contributions;
    private final Extensions extensions;
    private final Deadlines deadlines;
    private final MessageSource messages;

    AssignmentAnswers(
            AssignmentStore store,
            Cases cases,
            Contributions contributions,
            Extensions extensions,
            Deadlines deadlines,
            MessageSource messages) {
        this.store = store;
        this.cases = cases;
        this.contributions = contributions;
        this.extensions = extensions;
        this.deadlines = deadlines;
        this.messages = messages;
    }

    @EventListener
    void on(TaskAnswered answered) {
        if (!answered.task().processKey().equals(Assignments.PROCESS)) {
            return;
        }
        switch (answered.task().taskKey()) {
            case "UserTask_acceptAssignment" -> accepted(answered);
            case "UserTask_resolveObjection" -> resolved(answered);
            case "UserTask_planExecution" -> planned(answered);
            case "UserTask_approvePlan" -> planDecided(answered);
            case "UserTask_contribute" -> contributed(answered);
            case "UserTask_execute" -> executed(answered);
            case "UserTask_approveResult" -> resultDecided(answered);
            case "UserTask_verifyResult" -> verified(answered);
            case "UserTask_decideExtension" -> extensionDecided(answered);
            default ->
                throw new IllegalStateException(
                        "Unknown task " + answered.task().taskKey());
        }
    }

    private void accepted(TaskAnswered a) {
        String acceptance = a.text("acceptance");
        if (acceptance.equals("PROPOSE")) {
            proposalHasSubstance(a);
        }
        var values = new HashMap<String, Object>();
        values.put("objection", acceptance);
        values.put("objection_reason", text(a, "reason"));
        values.put("proposed_lead", text(a, "proposedLead"));
        values.put("proposed_scope", text(a, "proposedScope"));
        values.put("proposed_due_on", date(a, "proposedDueOn"));
        values.put("contact_person", text(a, "contactPerson"));
        store.set(number(a), values);
        cases.changeState(number(a), acceptance.equals("ACCEPT") ? CaseState.CHUA_THUC_HIEN : CaseState.TRA_LAI);
    }

    private void proposalHasSubstance(TaskAnswered a) {
        boolean any = a.answers().get("proposedLead") != null
                || a.answers().get("proposedScope") != null
                || a.answers().get("proposedDueOn") != null;
        if (!any) {
            throw refuse("proposedLead", "assignment.proposal.empty");
        }
    }

    private void resolved(TaskAnswered a) {
        String resolution = a.text("resolution");
        LocalDate newDue = date(a, "newDueOn");
        if (newDue != null && !newDue.isAfter(deadlines.today())) {
            throw refuse("newDueOn", "assignment.date.notAhead");
        }
        if (resolution.equals("ADJUST") && newDue == null && text(a, "newScope") == null) {
            throw refuse("newScope", "assignment.adjust.empty");
        }
        if (resolution.equals("REASSIGN") && a.file().leadUnit().equals(a.text("newLead"))) {
            throw refuse("newLead", "assignment.reassign.same");
        }
        var values = new HashMap<String, Object>();
        values.put("resolution", resolution);
        values.put("resolution_reason", text(a, "reason"));
        values.put("new_lead", text(a, "newLead"));
        values.put("new_scope", text(a, "newScope"));
        values.put("new_due_on", newDue);
        store.set(number(a), values);
        if (resolution.equals("CONFIRM")) {
            cases.changeState(number(a), CaseState.CHUA_THUC_HIEN);
        }
    }

    private void planned(TaskAnswered a) {
        var values = new HashMap<String, Object>();
        values.put("plan_steps", text(a, "steps"));
        values.put("plan_milestones", text(a, "milestones"));
        values.put("plan_money", a.answers().get("money") instanceof Number n ? n.longValue() : null);
        var units = units(a, "coordinatingUnits");
        if (units.contains(a.file().leadUnit())) {
            throw refuse("coordinatingUnits", "assignment.coordinator.isLead");
        }
        store.set(number(a), values);
        contributions.plan(number(a), units, deadlines.dueOf(a.file(), "contribute"));
    }

    private void planDecided(TaskAnswered a) {
        if (!a.text("planDecision").equals("APPROVED")) {
            return;
        }
        var waiting = contributions.waitingFor(number(a));
        contributions.plan(number(a), waiting, deadlines.dueOf(a.file(), "contribute"));
        waiting.forEach(unit -> cases.addUnit(number(a), unit, "COORDINATING"));
        cases.changeState(number(a), CaseState.DANG_THUC_HIEN);
    }

    private void contributed(TaskAnswered a) {
        contributions.answered(number(a), a.task().unitCode(), a.text("opinion"));
    }

    private void executed(TaskAnswered a) {
        LocalDate completed = date(a, "completedOn");
        if (completed != null && completed.isAfter(deadlines.today())) {
            throw refuse("completedOn", "assignment.date.future");
        }
        var values = new HashMap<String, Object>();
        values.put("result_summary", text(a, "resultSummary"));
        values.put("result_figures", text(a, "resultFigures"));
        values.put("completed_on", completed);
        values.put("percent", 100);
        store.set(number(a), values);
    }

    private void resultDecided(TaskAnswered a) {
        if (a.text("resultDecision").equals("APPROVED")) {
            cases.submitted(number(a), deadlines.today());
            cases.changeState(number(a), CaseState.CHO_DUYET);
        }
    }

    private void verified(TaskAnswered a) {
        String verdict = a.text("verdict");
        var values = new HashMap<String, Object>();
        values.put("verdict", verdict);
        values.put("verdict_reason", text(a, "reason"));
        values.put("force_majeure", Boolean.TRUE.equals(a.answers().get("forceMajeure")));
        values.put("force_majeure_note", text(a, "forceMajeureNote"));
        store.set(number(a), values);
        if (verdict.equals("RETURNED")) {
            store.countReturn(number(a));
            cases.submitted(number(a), null);
            cases.changeState(number(a), CaseState.DANG_THUC_HIEN);
        }
    }

    private void extensionDecided(TaskAnswered a) {
        var pending = extensions
                .pending(number(a))
                .orElseThrow(() -> new Refusal.Conflict("assignment.extension.none", number(a)));
        LocalDate granted = date(a, "grantedDueOn");
        if (a.text("extensionDecision").equals("GRANTED")) {
            if (granted == null) {
                granted = pending.wantedDueOn();
            }
            if (!granted.isAfter(pending.fromDueOn())) {
                throw refuse("grantedDueOn", "assignment.extension.notLater");
            }
        } else {
            granted = null;
        }
        extensions.decide(pending.id(), a.text("extensionDecision"), granted, a.text("reason"), a.actor());
    }

    private Refusal.BadInput refuse(String field, String key) {
        Locale locale = LocaleContextHolder.getLocale();
        return new Refusal.BadInput(field, messages.getMessage(key, null, key, locale));
    }

    private static String number(TaskAnswered a) {
        CaseFile file = a.file();
        return file.number();
    }

    private static @Nullable String text(TaskAnswered a, String key) {
        String value = a.text(key);
        return value.isBlank() ? null : value;
    }

    private static @Nullable LocalDate date(TaskAnswered a, String key) {
        String value = a.text(key);
        return value.isBlank() ? null : LocalDate.parse(value);
    }

    private static List<String> units(TaskAnswered a, String key) {
        Object value = a.answers().get(key);
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }
}
