package vn.angiang.plan72.accountability;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.NoticeWanted;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.worklist.TaskAnswered;

/** Writes down what people answer in the tasks of accountability, and refuses what cannot be. */
@Component
class AccountabilityAnswers {

    /** The list of flows.md. No sanction is among them: a district Chair is elected. */
    private static final Set<String> CONCLUSIONS = Set.of(
            "NO_RESPONSIBILITY",
            "REMINDED",
            "SELF_CRITICISM",
            "CORRECTIVE_ORDER",
            "TRANSFER_DISCIPLINE",
            "TRANSFER_INSPECTION");

    private final AccountabilityStore store;
    private final Cases cases;
    private final ApplicationEventPublisher events;
    private final AccountabilityWords words;
    private final Clock clock;

    AccountabilityAnswers(
            AccountabilityStore store,
            Cases cases,
            ApplicationEventPublisher events,
            AccountabilityWords words,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.events = events;
        this.words = words;
        this.clock = clock;
    }

    @EventListener
    void on(TaskAnswered a) {
        if (!a.file().processKey().equals(AccountabilityCases.PROCESS)) {
            return;
        }
        switch (a.task().taskKey()) {
            case "UserTask_screenGrounds" ->
                set(a, Map.of("grounds", a.text("grounds"), "grounds_text", a.text("reason")));
            case "UserTask_confirmNoGrounds", "UserTask_recordOutcome" ->
                set(a, Map.of("outcome", a.text("outcome").isEmpty() ? a.text("reason") : a.text("outcome")));
            case "UserTask_signRequest" -> requested(a);
            case "UserTask_explain" -> explained(a);
            case "UserTask_decideMoreTime" -> set(a, Map.of("more_time_state", a.text("moreTime")));
            case "UserTask_assess" -> assessed(a);
            case "UserTask_conclude" -> concluded(a);
            default ->
                throw new IllegalStateException("Unknown task " + a.task().taskKey());
        }
    }

    private void requested(TaskAnswered a) {
        if (!a.text("requestSigning").equals("SIGNED")) {
            return;
        }
        LocalDate on = LocalDate.parse(a.text("signedOn"));
        if (on.isAfter(LocalDate.now(clock))) {
            throw words.refuse("signedOn", "accountability.error.future");
        }
        set(a, Map.of("request_no", a.text("documentNumber"), "requested_on", on, "questions", a.text("questions")));
        events.publishEvent(new NoticeWanted(
                a.file().number(),
                java.util.List.of(Actor.group("leader", a.file().leadUnit())),
                "accountability.notice.requested",
                java.util.List.of(),
                true));
    }

    private void explained(TaskAnswered a) {
        String text = a.text("explanationText");
        if (!a.text("forceMajeureText").isEmpty()) {
            text = text + "\n\n" + words.say("accountability.claimed") + " " + a.text("forceMajeureText");
        }
        set(a, Map.of("explanation", text, "explained_on", LocalDate.now(clock)));
        cases.submitted(a.file().number(), LocalDate.now(clock));
    }

    private void assessed(TaskAnswered a) {
        var values = new HashMap<String, Object>();
        values.put("assessment", a.text("assessment"));
        values.put("assessment_text", a.text("assessmentText"));
        values.put("force_majeure", Boolean.TRUE.equals(a.answers().get("forceMajeure")));
        set(a, values);
    }

    private void concluded(TaskAnswered a) {
        String conclusion = a.text("conclusion");
        if (!CONCLUSIONS.contains(conclusion)) {
            throw words.refuse("conclusion", "accountability.error.conclusion");
        }
        LocalDate on = LocalDate.parse(a.text("signedOn"));
        AccountabilityCase c = store.of(a.file().number());
        if (on.isAfter(LocalDate.now(clock))) {
            throw words.refuse("signedOn", "accountability.error.future");
        }
        if (c.requestedOn() != null && on.isBefore(c.requestedOn())) {
            throw words.refuse("signedOn", "accountability.error.beforeRequest");
        }
        Optional<LocalDate> due =
                Optional.of(a.text("correctiveDueOn")).filter(d -> !d.isEmpty()).map(LocalDate::parse);
        if (conclusion.equals("CORRECTIVE_ORDER")
                && due.filter(d -> d.isAfter(LocalDate.now(clock))).isEmpty()) {
            throw words.refuse("correctiveDueOn", "accountability.error.corrective");
        }
        var values = new HashMap<String, Object>();
        values.put("conclusion", conclusion);
        values.put("conclusion_no", a.text("documentNumber"));
        values.put("concluded_on", on);
        values.put("conclusion_text", a.text("conclusionText"));
        values.put("corrective", text(a, "correctiveDeliverable"));
        values.put("corrective_due_on", due);
        values.put("transferred_to", text(a, "transferredTo"));
        set(a, values);
    }

    private static Optional<String> text(TaskAnswered a, String key) {
        return Optional.of(a.text(key)).filter(t -> !t.isEmpty());
    }

    private void set(TaskAnswered a, Map<String, ?> values) {
        store.set(a.file().number(), values);
    }
}
