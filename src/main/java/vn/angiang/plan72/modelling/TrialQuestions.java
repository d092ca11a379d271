package vn.angiang.plan72.modelling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.process.KnownSteps;

/** Makes the questions a trial begins with, each with an answer that lets the process go on. */
@Component
class TrialQuestions {

    private final KnownSteps steps;
    private final StepWords words;
    private final Units units;

    TrialQuestions(KnownSteps steps, StepWords words, Units units) {
        this.steps = steps;
        this.words = words;
        this.units = units;
    }

    /** Variables the process is given at its start. */
    List<TrialQuestion> variables(TrialFacts facts) {
        return facts.variables().stream().map(v -> variable(v, facts)).toList();
    }

    private TrialQuestion variable(String name, TrialFacts facts) {
        var options = facts.options(name);
        boolean yesNo = !options.isEmpty() && options.stream().allMatch(o -> o.matches("true|false"));
        var kind = facts.isCollection(name)
                ? TrialQuestion.Kind.LIST
                : yesNo ? TrialQuestion.Kind.YES_NO : TrialQuestion.Kind.TEXT;
        return new TrialQuestion("variable." + name, name, kind, options, value(kind, options));
    }

    /** Answers of the steps that the process goes by. */
    List<TrialQuestion> steps(TrialFacts facts) {
        var called = facts.steps();
        var questions = new ArrayList<TrialQuestion>();
        for (KnownSteps.Step step : steps.all()) {
            String name = step.bean() + "." + step.step();
            var kind = kind(step.answers());
            boolean known = questions.stream().anyMatch(q -> q.name().equals("step." + name));
            if (called.contains(name) && kind != null && !known) {
                var options = facts.optionsOfStep(name);
                String label = words.of(step.bean(), step.step());
                questions.add(new TrialQuestion("step." + name, label, kind, options, value(kind, options)));
            }
        }
        return questions;
    }

    private static TrialQuestion.@Nullable Kind kind(Class<?> type) {
        if (type == void.class || Date.class.isAssignableFrom(type)) {
            return null;
        }
        if (type == Boolean.class || type == boolean.class) {
            return TrialQuestion.Kind.YES_NO;
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return TrialQuestion.Kind.NUMBER;
        }
        return Collection.class.isAssignableFrom(type) ? TrialQuestion.Kind.LIST : TrialQuestion.Kind.TEXT;
    }

    private String value(TrialQuestion.Kind kind, List<String> options) {
        return switch (kind) {
            case YES_NO -> "true";
            case NUMBER -> "1";
            case LIST -> units.standingAgency().code();
            case TEXT -> options.isEmpty() ? units.standingAgency().code() : options.get(0);
        };
    }
}
