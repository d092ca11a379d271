package vn.angiang.plan72.modelling;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.organization.Unit;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.process.TrialEngine;

/** Says in words what a trial has come to. */
@Component
class TrialWords {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private final Modelers modelers;
    private final StepWords steps;
    private final Units units;

    TrialWords(Modelers modelers, StepWords steps, Units units) {
        this.modelers = modelers;
        this.steps = steps;
        this.units = units;
    }

    Trial of(TrialRun run, long revision, boolean outdated) {
        var state = run.look();
        var zone = run.clock().getZone();
        var over = state.path().stream().filter(TrialEngine.Passed::over).toList();
        String end = over.stream()
                .filter(p -> p.kind().endsWith("EndEvent"))
                .reduce((a, b) -> b)
                .map(TrialEngine.Passed::name)
                .orElse("–");
        return new Trial(
                revision,
                run.clock().instant(),
                outdated,
                state.ended() ? end : null,
                state.tasks().stream().map(this::task).toList(),
                state.timers().stream()
                        .map(t -> new Trial.Timer(t.name(), t.due()))
                        .toList(),
                state.messages().stream()
                        .map(m -> new Trial.Message(m.ref(), m.name(), m.message()))
                        .toList(),
                run.noted().stream().map(n -> call(n, zone)).toList(),
                variables(state.variables(), zone),
                run.questions(),
                state.path().stream().map(TrialEngine.Passed::name).toList(),
                state.current(),
                over.stream().map(TrialEngine.Passed::element).distinct().toList());
    }

    Trial.Task task(TrialEngine.Waiting task) {
        return new Trial.Task(
                task.ref(),
                task.name(),
                task.groups().stream().map(this::who).toList(),
                task.due(),
                !task.form().isEmpty());
    }

    private String who(String group) {
        int dot = group.indexOf('.');
        String unit = group.substring(dot + 1);
        return modelers.say("modelling.group." + group.substring(0, Math.max(0, dot))) + " – "
                + units.find(unit).map(Unit::nameVi).orElse(unit);
    }

    private Trial.Call call(TrialAnswers.Noted noted, ZoneId zone) {
        int dot = noted.step().indexOf('.');
        return new Trial.Call(
                noted.step(),
                steps.of(noted.step().substring(0, dot), noted.step().substring(dot + 1)),
                noted.arguments().stream().map(a -> shown(a, zone)).collect(Collectors.joining(", ")),
                shown(noted.answer(), zone));
    }

    private List<Trial.Line> variables(Map<String, Object> variables, ZoneId zone) {
        return variables.entrySet().stream()
                .filter(v -> !v.getKey().matches("nrOf\\w*Instances|loopCounter"))
                .map(v -> new Trial.Line(v.getKey(), shown(v.getValue(), zone)))
                .toList();
    }

    private String shown(@Nullable Object value, ZoneId zone) {
        if (value instanceof Date date) {
            return MOMENT.format(date.toInstant().atZone(zone));
        }
        if (value instanceof Boolean yes) {
            return modelers.say(yes ? "modelling.trial.yes" : "modelling.trial.no");
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return value == null ? "" : value.toString();
    }
}
