package vn.angiang.plan72.feedback;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.organization.Unit;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.worklist.TaskAnswered;

/** Writes down what people answer in the tasks of social supervision, and refuses what cannot be. */
@Component
class SupervisionAnswers {

    private final OpinionStore store;
    private final Units units;
    private final FeedbackWords words;
    private final Clock clock;

    SupervisionAnswers(OpinionStore store, Units units, FeedbackWords words, Clock clock) {
        this.store = store;
        this.units = units;
        this.words = words;
        this.clock = clock;
    }

    @EventListener
    void on(TaskAnswered a) {
        if (!a.task().processKey().equals(Opinions.PROCESS)) {
            return;
        }
        switch (a.task().taskKey()) {
            case "UserTask_enterFinding" -> entered(a);
            case "UserTask_screenOpinion" -> screened(a);
            case "UserTask_answerOpinion" -> set(a, Map.of("answer_draft", a.text("answerText")));
            case "UserTask_approveAnswer" -> {}
            case "UserTask_rateAnswer" -> rated(a);
            case "UserTask_reviewAnswer" -> reviewed(a);
            default ->
                throw new IllegalStateException("Unknown task " + a.task().taskKey());
        }
    }

    private void entered(TaskAnswered a) {
        if (!a.text("supervisionResult").equals("FINDING")) {
            set(a, Map.of("text", a.text("summary")));
            return;
        }
        String place = a.text("place");
        if (!place.isEmpty() && !words.isPlace(place)) {
            throw words.refuse("place", "feedback.error.place");
        }
        set(
                a,
                Map.of(
                        "topic",
                        a.text("topic"),
                        "place_unit",
                        Optional.of(place).filter(p -> !p.isEmpty()),
                        "text",
                        a.text("text")));
    }

    /** Nobody answers for what he is reproached with, and nobody is inspected who does not exist. */
    private void screened(TaskAnswered a) {
        if (a.text("screening").equals("REFUSED")) {
            set(a, Map.of("refused_reason", a.text("reason")));
            return;
        }
        Opinion opinion = store.of(a.file().number());
        String answers = working(a, "answerUnit");
        var values = new HashMap<String, Object>();
        if (a.text("screening").equals("GRAVE")) {
            String concerned = concerned(a, values);
            if (answers.equals(concerned)) {
                throw words.refuse("answerUnit", "feedback.error.ownAnswer");
            }
        }
        if ("HEAD".equals(opinion.topic()) && answers.equals(opinion.placeUnit())) {
            throw words.refuse("answerUnit", "feedback.error.ownAnswer");
        }
        values.put("answer_unit", answers);
        set(a, values);
    }

    private String concerned(TaskAnswered a, Map<String, Object> values) {
        String concerned = working(a, "concernedUnit");
        if (concerned.equals(units.standingAgency().code())) {
            throw words.refuse("concernedUnit", "feedback.error.inspector");
        }
        values.put("concerned_unit", concerned);
        values.put("head_concerned", Boolean.TRUE.equals(a.answers().get("headConcerned")));
        values.put("grave_text", a.text("graveText").isEmpty() ? a.text("reason") : a.text("graveText"));
        return concerned;
    }

    private String working(TaskAnswered a, String field) {
        String code = a.text(field);
        return units.find(code)
                .filter(u -> !u.isGroup() && !u.isPosition() && u.existsOn(LocalDate.now(clock)))
                .map(Unit::code)
                .orElseThrow(() -> words.refuse(field, "feedback.error.unit"));
    }

    private void rated(TaskAnswered a) {
        set(
                a,
                Map.of(
                        "rating",
                        a.text("rating"),
                        "rating_text",
                        a.text("ratingText"),
                        "rated_on",
                        LocalDate.now(clock)));
        if (a.text("rating").equals("UNSATISFIED")) {
            set(a, Map.of("state", "REVIEWING"));
        }
    }

    private void reviewed(TaskAnswered a) {
        var values = new HashMap<String, Object>();
        if (a.text("review").equals("INSPECT")) {
            concerned(a, values);
            set(a, values);
        }
    }

    private void set(TaskAnswered a, Map<String, ?> values) {
        store.set(a.file().number(), values);
    }
}
