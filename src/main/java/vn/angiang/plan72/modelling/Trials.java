package vn.angiang.plan72.modelling;

import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.angiang.plan72.organization.Units;
import vn.angiang.plan72.process.TrialStopped;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.taskform.FormView;
import vn.angiang.plan72.taskform.TypedDate;

/**
 * Chạy thử: a modeler goes through a draft before it is released, on an engine of its own, with its real forms, a clock
 * that is moved by hand and steps that only note that they were called. Nothing of it is in real data but the script of
 * the acts, by which any node can make the trial anew.
 */
@Service
public class Trials {

    /** Number of the case in every trial. */
    static final String CASE_NUMBER = "HS-THU-000001";

    private static final int MOST_ACTS = 400;
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    private final DraftStore drafts;
    private final TrialStore store;
    private final TrialRuns runs;
    private final TrialBuilder builder;
    private final TrialWords words;
    private final Units units;
    private final Modelers modelers;
    private final Clock clock;

    Trials(
            DraftStore drafts,
            TrialStore store,
            TrialRuns runs,
            TrialBuilder builder,
            TrialWords words,
            Units units,
            Modelers modelers,
            Clock clock) {
        this.drafts = drafts;
        this.store = store;
        this.runs = runs;
        this.builder = builder;
        this.words = words;
        this.units = units;
        this.modelers = modelers;
        this.clock = clock;
    }

    /** What is asked before a draft is tried: variables, then answers of steps. */
    public List<TrialQuestion> questions(long draftId, Actor by) {
        modelers.require(by);
        drafts.get(draftId);
        return builder.questions(drafts.files(draftId));
    }

    /**
     * Starts a trial of the draft; the person's earlier one is given up.
     *
     * @param input {@code leadUnit}, {@code year} and answers of {@link #questions}
     * @throws Refusal.BadInput when unit or year are none
     * @throws Refusal.Conflict when the gate refuses the draft: then nothing of it is run
     * @throws TrialStopped when the draft cannot begin
     */
    public void start(long draftId, Map<String, List<String>> input, Actor by) {
        modelers.require(by);
        drafts.get(draftId);
        var act = new TrialAct(TrialAct.Kind.START, clock.instant().toString(), Map.copyOf(input));
        require(act);
        var files = drafts.files(draftId);
        runs.at(by.username(), seat -> {
            seat.put(null);
            var run = builder.begun(drafts.get(draftId), files, act);
            try {
                store.begin(by.username(), draftId, Seal.of(files), act);
                run.at(store.find(by.username()).orElseThrow().revision());
            } catch (RuntimeException e) {
                run.close();
                throw e;
            }
            seat.put(run);
            return true;
        });
    }

    private void require(TrialAct act) {
        var errors = new ArrayList<FieldError>();
        if (units.find(act.first("leadUnit")).isEmpty()) {
            errors.add(new FieldError("leadUnit", modelers.say("modelling.trial.error.unit")));
        }
        if (!act.first("year").matches("20\\d\\d")) {
            errors.add(new FieldError("year", modelers.say("modelling.trial.error.year")));
        }
        if (!errors.isEmpty()) {
            throw new Refusal.BadInput(errors);
        }
    }

    /** The person's trial of this draft, if there is one. */
    public Optional<Trial> find(long draftId, Actor by) {
        modelers.require(by);
        return script(draftId, by)
                .map(script -> in(draftId, by, run -> words.of(run, script.revision(), isOutdated(script))));
    }

    /** A task of a trial with its form, null for a called process. */
    public record Opened(Trial.Task task, long revision, @Nullable FormView form) {}

    /**
     * The form of a task with what was typed so far.
     *
     * @throws Refusal.NotFound when there is no such task, or no trial
     */
    public Opened open(long draftId, String ref, Map<String, List<String>> raw, List<FieldError> errors, Actor by) {
        modelers.require(by);
        return in(draftId, by, run -> {
            var task = run.task(ref);
            long revision = script(draftId, by).map(TrialStore.Script::revision).orElse(0L);
            return new Opened(words.task(task), revision, run.form(task, raw, errors));
        });
    }

    /** Answers a task. See {@link #act}. */
    public void answer(long draftId, long revision, String ref, Map<String, List<String>> raw, Actor by) {
        act(draftId, revision, new TrialAct(TrialAct.Kind.ANSWER, ref, Map.copyOf(raw)), by);
    }

    /**
     * Lets time pass; see {@link #act}.
     *
     * @param until ISO moment
     */
    public void passTime(long draftId, long revision, String until, Actor by) {
        act(draftId, revision, new TrialAct(TrialAct.Kind.PASS_TIME, until, Map.of()), by);
    }

    /**
     * Lets time pass up to the last minute of a day; see {@link #act}.
     *
     * @throws Refusal.BadInput at {@code ngay} when no day was typed
     */
    public void passDay(long draftId, long revision, String day, Actor by) {
        var until = TypedDate.read(day)
                .orElseThrow(() -> modelers.mistake("ngay", "modelling.trial.error.day"))
                .atTime(LAST_MINUTE)
                .atZone(clock.getZone())
                .toInstant();
        passTime(draftId, revision, until.toString(), by);
    }

    /** Sends a message that is waited for; see {@link #act}. */
    public void send(long draftId, long revision, String ref, Actor by) {
        act(draftId, revision, new TrialAct(TrialAct.Kind.SEND, ref, Map.of()), by);
    }

    /** Says what steps answer from now on; see {@link #act}. */
    public void say(long draftId, long revision, Map<String, List<String>> input, Actor by) {
        act(draftId, revision, new TrialAct(TrialAct.Kind.STEPS, "", Map.copyOf(input)), by);
    }

    /** Gives the trial up. */
    public void stop(long draftId, Actor by) {
        modelers.require(by);
        drafts.get(draftId);
        runs.at(by.username(), seat -> {
            seat.put(null);
            store.forget(by.username());
            return true;
        });
    }

    /**
     * Does one more thing.
     *
     * @param revision the person last saw
     * @throws Refusal.BadInput when the form does not take the answers
     * @throws Refusal.Conflict when something else was done meanwhile or the draft was changed
     * @throws TrialStopped when the draft cannot go on from there; then all is as before
     */
    private void act(long draftId, long revision, TrialAct act, Actor by) {
        modelers.require(by);
        in(draftId, by, run -> {
            var script = script(draftId, by).orElseThrow();
            if (script.revision() != revision) {
                throw new Refusal.Conflict("modelling.trial.changed");
            }
            if (isOutdated(script)) {
                throw new Refusal.Conflict("modelling.trial.outdated");
            }
            if (script.acts().size() >= MOST_ACTS) {
                throw new Refusal.TooMany("modelling.trial.tooLong");
            }
            run.act(act);
            var acts = new ArrayList<>(script.acts());
            acts.add(act);
            run.at(-1);
            store.append(by.username(), revision, acts);
            run.at(revision + 1);
            return true;
        });
    }

    /** Uses the person's trial; makes it anew from its script when this node does not have it. */
    private <T> T in(long draftId, Actor by, Function<TrialRun, T> work) {
        return runs.at(by.username(), seat -> {
            var script = script(draftId, by).orElseThrow(() -> new Refusal.NotFound("modelling.trial.none"));
            TrialRun run = seat.run();
            if (run == null || !run.is(script)) {
                run = replayed(script, by);
                seat.put(run);
            }
            try {
                return work.apply(run);
            } catch (TrialStopped e) {
                seat.put(null);
                throw e;
            }
        });
    }

    private TrialRun replayed(TrialStore.Script script, Actor by) {
        if (isOutdated(script)) {
            throw new Refusal.Conflict("modelling.trial.outdated");
        }
        try {
            return builder.again(script);
        } catch (TrialStopped | Refusal e) {
            store.forget(by.username());
            throw new Refusal.Conflict("modelling.trial.lost");
        }
    }

    private Optional<TrialStore.Script> script(long draftId, Actor by) {
        drafts.get(draftId);
        return store.find(by.username()).filter(s -> s.draftId() == draftId);
    }

    private boolean isOutdated(TrialStore.Script script) {
        return !Seal.of(drafts.files(script.draftId())).equals(script.filesHash());
    }
}
