package vn.angiang.plan72.modelling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.calendar.Terms;
import vn.angiang.plan72.calendar.WorkingCalendar;
import vn.angiang.plan72.process.TrialEngine;

/**
 * Stands for all steps in one trial: notes what would be done and answers as the modeler said. Days every model may name
 * are counted for real; the due dates of our own modules, which depend on their cases, are two weeks.
 */
final class TrialAnswers implements TrialEngine.Steps {

    private static final int SOME_DAYS = 10;

    private final WorkingCalendar calendar;
    private final int year;
    private final Map<String, TrialQuestion> questions = new HashMap<>();
    private final Map<String, String> said = new HashMap<>();
    private final List<Noted> noted = new ArrayList<>();

    /** @param year of the case */
    TrialAnswers(WorkingCalendar calendar, int year, List<TrialQuestion> questions) {
        this.calendar = calendar;
        this.year = year;
        questions.forEach(q -> this.questions.put(q.name(), q));
    }

    /** A step that would have been called; {@code answer} is null when it has none. */
    record Noted(String step, List<Object> arguments, @Nullable Object answer) {}

    /** What steps answer from now on. */
    void say(TrialAct act) {
        questions.keySet().stream()
                .filter(name -> act.input().containsKey(name))
                .forEach(name -> said.put(name, act.first(name)));
    }

    /** The questions with what holds now. */
    List<TrialQuestion> questions() {
        return questions.values().stream()
                .map(q -> q.with(said.getOrDefault(q.name(), q.value())))
                .sorted(Comparator.comparing(TrialQuestion::name))
                .toList();
    }

    List<Noted> noted() {
        return List.copyOf(noted);
    }

    @Override
    public @Nullable Object call(TrialEngine.Call call) {
        Object answer = answer(call);
        noted.add(new Noted(call.step().bean() + "." + call.step().step(), call.arguments(), answer));
        return answer;
    }

    private @Nullable Object answer(TrialEngine.Call call) {
        Class<?> type = call.step().answers();
        if (type == void.class) {
            return null;
        }
        if (type == Date.class) {
            var terms = new Terms(calendar, call.clock());
            return Date.from(call.step().bean().equals("caseSteps") ? day(call, terms) : terms.dueIn(SOME_DAYS));
        }
        var question =
                questions.get("step." + call.step().bean() + "." + call.step().step());
        if (question == null) {
            return null;
        }
        Object value = question.typed(said.getOrDefault(question.name(), question.value()));
        return type == Double.class && value instanceof Long number ? Double.valueOf(number) : value;
    }

    private Instant day(TrialEngine.Call call, Terms terms) {
        Object first = call.arguments().isEmpty() ? "" : call.arguments().get(0);
        int days = first instanceof Number number ? Math.max(0, Math.min(5000, number.intValue())) : 0;
        return switch (call.step().step()) {
            case "dueIn" -> terms.dueIn(days);
            case "dueInDays" -> terms.dueInDays(days);
            case "after" -> terms.after(days);
            case "afterDays" -> terms.afterDays(days);
            case "dueOn" -> terms.dueOn(dayOfYear(first));
            case "onDay" -> terms.morningOf(dayOfYear(first));
            case "afterDay" -> terms.morningOf(dayOfYear(first).plusDays(1));
            default -> terms.dueWith(null);
        };
    }

    private LocalDate dayOfYear(Object dayAndMonth) {
        return Terms.dayOfYear(year, String.valueOf(dayAndMonth));
    }
}
