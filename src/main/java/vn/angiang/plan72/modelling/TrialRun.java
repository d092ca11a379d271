package vn.angiang.plan72.modelling;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.angiang.plan72.process.TrialEngine;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.taskform.FormSchema;
import vn.angiang.plan72.taskform.FormView;

/** A trial in memory: what the acts of its script have led to. Used by one thread at a time. */
final class TrialRun implements AutoCloseable {

    private final TrialEngine engine;
    private final TrialAnswers answers;
    private final TrialForms forms;
    private final Map<String, FormSchema> schemas;
    private final Map<String, Object> earlier = new HashMap<>();
    private final long draftId;
    private long revision;

    TrialRun(
            long draftId, TrialEngine engine, TrialAnswers answers, TrialForms forms, Map<String, FormSchema> schemas) {
        this.draftId = draftId;
        this.engine = engine;
        this.answers = answers;
        this.forms = forms;
        this.schemas = schemas;
    }

    boolean is(TrialStore.Script script) {
        return draftId == script.draftId() && revision == script.revision();
    }

    void at(long newRevision) {
        revision = newRevision;
    }

    TrialEngine.State look() {
        return engine.look();
    }

    List<TrialAnswers.Noted> noted() {
        return answers.noted();
    }

    List<TrialQuestion> questions() {
        return answers.questions();
    }

    Clock clock() {
        return engine.clock();
    }

    /**
     * Starts the process.
     *
     * @param variables it is given besides number, unit and year of the case
     */
    void start(String processKey, TrialAct act, List<TrialQuestion> variables) {
        answers.say(act);
        var given = new HashMap<String, Object>();
        for (TrialQuestion question : variables) {
            String typed = act.input().containsKey(question.name()) ? act.first(question.name()) : question.value();
            Object value = question.typed(typed);
            given.put(question.label(), value);
        }
        given.put("caseNumber", Trials.CASE_NUMBER);
        given.put("leadUnit", act.first("leadUnit"));
        given.put("year", Long.valueOf(act.first("year")));
        engine.start(processKey, Trials.CASE_NUMBER, given);
    }

    /**
     * Does what the act says.
     *
     * @throws Refusal.BadInput when the form does not take the answers
     * @throws Refusal.NotFound when what it is about is not there any more
     */
    void act(TrialAct act) {
        switch (act.kind()) {
            case ANSWER -> answer(task(act.target()), act.input());
            case SEND ->
                engine.send(engine.look().messages().stream()
                        .filter(m -> m.ref().equals(act.target()))
                        .findFirst()
                        .orElseThrow(() -> new Refusal.NotFound("modelling.trial.gone")));
            case PASS_TIME -> engine.passTime(moment(act.target()));
            case STEPS -> answers.say(act);
            case START -> throw new IllegalStateException("Started already");
        }
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refusal.Conflict("modelling.trial.moment");
        }
    }

    TrialEngine.Waiting task(String ref) {
        return engine.look().tasks().stream()
                .filter(t -> t.ref().equals(ref))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("modelling.trial.gone"));
    }

    private void answer(TrialEngine.Waiting task, Map<String, List<String>> raw) {
        var schema = schemas.get(task.form());
        if (schema == null) {
            engine.complete(task.taskId(), Map.of());
            return;
        }
        var result = forms.check(schema, task, raw, earlier, engine.clock());
        if (!result.errors().isEmpty()) {
            throw new Refusal.BadInput(result.errors());
        }
        earlier.putAll(result.answers());
        engine.complete(task.taskId(), schema.routing(result.answers()));
    }

    /** The form of a task; null for a called process, which has none. */
    @Nullable
    FormView form(TrialEngine.Waiting task, Map<String, List<String>> raw, List<FieldError> errors) {
        var schema = schemas.get(task.form());
        return schema == null ? null : forms.view(schema, task, raw, earlier, errors, engine.clock());
    }

    static Map<String, FormSchema> schemas(List<DraftFile> files) {
        return files.stream()
                .filter(f -> f.kind().equals("form"))
                .map(f -> FormSchema.parse(f.content()))
                .collect(Collectors.toMap(FormSchema::id, s -> s));
    }

    @Override
    public void close() {
        engine.close();
    }
}
