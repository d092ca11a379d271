package vn.angiang.plan72.modelling;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.angiang.plan72.calendar.WorkingCalendar;
import vn.angiang.plan72.process.DeployedModels;
import vn.angiang.plan72.process.ModelChecks;
import vn.angiang.plan72.process.ModelGate;
import vn.angiang.plan72.process.TrialEngines;
import vn.angiang.plan72.process.TrialStopped;
import vn.angiang.plan72.shared.Refusal;

/** Makes trials from the files of a draft: new ones, and those another node or an earlier hour has put away. */
@Component
class TrialBuilder {

    private final DraftStore drafts;
    private final TrialEngines engines;
    private final TrialQuestions questions;
    private final TrialForms forms;
    private final ModelChecks checks;
    private final DeployedModels models;
    private final WorkingCalendar calendar;

    TrialBuilder(
            DraftStore drafts,
            TrialEngines engines,
            TrialQuestions questions,
            TrialForms forms,
            ModelChecks checks,
            DeployedModels models,
            WorkingCalendar calendar) {
        this.drafts = drafts;
        this.engines = engines;
        this.questions = questions;
        this.forms = forms;
        this.checks = checks;
        this.models = models;
        this.calendar = calendar;
    }

    /** Variables first, then what steps answer. */
    List<TrialQuestion> questions(List<DraftFile> files) {
        var facts = facts(files);
        var all = new ArrayList<>(questions.variables(facts));
        all.addAll(questions.steps(facts));
        return all;
    }

    /**
     * A trial that has just begun.
     *
     * @throws Refusal.Conflict when the gate refuses the draft: then nothing of it is run
     * @throws TrialStopped when the draft cannot begin
     */
    TrialRun begun(Draft draft, List<DraftFile> files, TrialAct start) {
        var resources = files.stream()
                .map(f -> new ModelGate.Resource(f.name(), f.content().getBytes(StandardCharsets.UTF_8)))
                .toList();
        int problems = checks.check(resources).size();
        if (problems > 0) {
            throw new Refusal.Conflict("modelling.trial.gate", problems);
        }
        var facts = facts(files);
        String key = draft.processKey();
        var answers = new TrialAnswers(calendar, Integer.parseInt(start.first("year")), questions.steps(facts));
        var engine = engines.open(
                resources, Instant.parse(start.target()), answers, facts.called(key, models.processNames()));
        var run = new TrialRun(draft.id(), engine, answers, forms, TrialRun.schemas(files));
        try {
            run.start(key, start, questions.variables(facts));
        } catch (RuntimeException e) {
            run.close();
            throw e;
        }
        return run;
    }

    /** The trial that a script leads to. */
    TrialRun again(TrialStore.Script script) {
        var run = begun(
                drafts.get(script.draftId()),
                drafts.files(script.draftId()),
                script.acts().get(0));
        try {
            script.acts().stream().skip(1).forEach(run::act);
            run.at(script.revision());
            return run;
        } catch (TrialStopped | Refusal e) {
            run.close();
            throw e;
        }
    }

    private static TrialFacts facts(List<DraftFile> files) {
        var texts = new HashMap<String, String>();
        files.forEach(f -> texts.put(f.name(), f.content()));
        return new TrialFacts(texts);
    }
}
