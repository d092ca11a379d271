package vn.angiang.plan72.modelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.request.RequestContextHolder;
import vn.angiang.plan72.process.TrialStopped;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.IntegrationTest;

/** Modelers go through a draft before anybody releases it, and nothing of that is real. */
@IntegrationTest
class TrialStoryTests {

    private static final Map<String, List<String>> START = Map.of("leadUnit", List.of("SYT"), "year", List.of("2017"));

    @Autowired
    Drafts drafts;

    @Autowired
    Trials trials;

    @Autowired
    TrialRuns runs;

    @Autowired
    TrialBuilder builder;

    @Autowired
    ModelShelf shelf;

    @Autowired
    As as;

    @Autowired
    Clockwork clock;

    @Autowired
    JdbcClient jdbc;

    private Actor modeler;

    @BeforeEach
    void february2017() {
        RequestContextHolder.resetRequestAttributes();
        clock.set(LocalDate.of(2017, 2, 20));
        modeler = as.actor("modeler");
    }

    @AfterEach
    void givenUp() {
        runs.putAwayUnused(Instant.MAX);
        jdbc.sql("delete from model_trial").update();
        jdbc.sql("update model_draft set state = 'WITHDRAWN' where state = 'EDITING'")
                .update();
    }

    private Draft draftOf(String folder) {
        return as.call("modeler", () -> drafts.begin(folder, null, "Xem lại", modeler));
    }

    private Trial trial(Draft draft) {
        return as.call("modeler", () -> trials.find(draft.id(), modeler).orElseThrow());
    }

    private Draft started(String folder) {
        Draft draft = draftOf(folder);
        as.run("modeler", () -> trials.start(draft.id(), START, modeler));
        return draft;
    }

    private void answers(Draft draft, String task, Object... answers) {
        var raw = new HashMap<String, List<String>>();
        for (int i = 0; i < answers.length; i += 2) {
            Object value = answers[i + 1];
            raw.put(
                    answers[i].toString(),
                    value instanceof List<?> list
                            ? list.stream().map(Object::toString).toList()
                            : List.of(value.toString()));
        }
        long revision = trial(draft).revision();
        as.run("modeler", () -> trials.answer(draft.id(), revision, task + ".1", raw, modeler));
    }

    private List<String> waiting(Draft draft) {
        return trial(draft).tasks().stream().map(t -> t.ref() + " " + t.who()).toList();
    }

    private void researches(Draft draft, String instrument, List<String> opinions) {
        answers(
                draft,
                "UserTask_researchPolicy",
                "policyName",
                "Hỗ trợ nhà ở",
                "instrument",
                instrument,
                "problem",
                "Nhà tạm",
                "proposal",
                "Hỗ trợ",
                "impact",
                "300 hộ",
                "moneyNeeded",
                "500",
                "proposals",
                "1",
                "opinionUnits",
                opinions);
    }

    @Test
    void aPolicyIsTriedToItsEndThroughItsOwnForms() {
        Draft draft = started("policy-proposal");
        var first = trial(draft).tasks().get(0);
        assertThat(first.ref()).isEqualTo("UserTask_researchPolicy.1");
        assertThat(first.who()).containsExactly("Chuyên viên – Sở Y tế");
        assertThat(first.due()).isAfter(trial(draft).now());

        assertThatThrownBy(() -> answers(draft, "UserTask_researchPolicy", "instrument", "GUIDANCE"))
                .isInstanceOf(Refusal.BadInput.class);
        researches(draft, "GUIDANCE", List.of("STC"));
        assertThat(waiting(draft)).containsExactly("UserTask_giveOpinion.1 [Chuyên viên – Sở Tài chính]");
        answers(draft, "UserTask_giveOpinion", "opinionKind", "AGREE");
        answers(draft, "UserTask_reviseDraft", "opinionsHandled", "Đã tiếp thu", "changes", "Đã sửa");
        answers(
                draft,
                "UserTask_issueGuidance",
                "guidance",
                "ISSUED",
                "guidanceNo",
                "12/HD-SYT",
                "guidanceOn",
                "20/02/2017",
                "guidanceCount",
                "1");

        Trial over = trial(draft);
        assertThat(over.endedAt()).isEqualTo("Đã ban hành hướng dẫn");
        assertThat(over.tasks()).isEmpty();
        assertThat(over.visited()).contains("UserTask_researchPolicy", "UserTask_giveOpinion", "Event_guidanceIssued");
        assertThat(over.calls()).extracting(Trial.Call::step).contains("caseSteps.dueIn");
        assertThat(over.variables()).contains(new Trial.Line("instrument", "GUIDANCE"));
    }

    @Test
    void timePassesInTheTrialOnly() {
        Draft draft = started("policy-proposal");
        researches(draft, "PETITION", List.of("STC", "STP"));
        Instant real = clock.today()
                .atStartOfDay()
                .atZone(java.time.ZoneId.of("Asia/Ho_Chi_Minh"))
                .toInstant();
        Trial before = trial(draft);
        assertThat(before.timers()).isNotEmpty();
        as.run("modeler", () -> trials.passDay(draft.id(), before.revision(), "31/12/2017", modeler));

        Trial after = trial(draft);
        assertThat(after.now()).isAfter(real.plus(Duration.ofDays(300)));
        assertThat(after.calls()).extracting(Trial.Call::step).contains("caseSteps.urge");
        assertThat(waiting(draft)).containsExactly("UserTask_reviseDraft.1 [Chuyên viên – Sở Y tế]");
        assertThat(clock.today()).isEqualTo(LocalDate.of(2017, 2, 20));

        long revision = after.revision();
        assertThatThrownBy(() -> as.run("modeler", () -> trials.passDay(draft.id(), revision, "31/12/2090", modeler)))
                .isInstanceOf(TrialStopped.class);
        assertThatThrownBy(() -> as.run("modeler", () -> trials.passDay(draft.id(), revision, "hôm nào đó", modeler)))
                .isInstanceOf(Refusal.BadInput.class);
    }

    @Test
    void nothingOfATrialIsInRealData() {
        Draft draft = draftOf("policy-proposal");
        var before = counts();
        as.run("modeler", () -> trials.start(draft.id(), START, modeler));
        researches(draft, "PETITION", List.of("STC"));
        as.run("modeler", () -> trials.passDay(draft.id(), trial(draft).revision(), "31/12/2017", modeler));
        answers(draft, "UserTask_reviseDraft", "opinionsHandled", "Không có", "changes", "Không");
        var after = counts();
        assertThat(after.remove("MODEL_TRIAL")).isEqualTo(1L);
        before.remove("MODEL_TRIAL");
        assertThat(after).isEqualTo(before).hasSizeGreaterThan(80);
    }

    /** Rows of every table, the engine's included. */
    private Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        jdbc.sql("select table_name from information_schema.tables where table_schema = 'PUBLIC'")
                .query(String.class)
                .list()
                .forEach(t -> counts.put(
                        t,
                        jdbc.sql("select count(*) from \"" + t + "\"")
                                .query(Long.class)
                                .single()));
        return counts;
    }

    @Test
    void anotherNodeMakesTheSameTrialAnew() {
        Draft draft = started("policy-proposal");
        researches(draft, "PETITION", List.of("STC", "STP"));
        answers(draft, "UserTask_giveOpinion", "opinionKind", "AGREE");
        Trial here = trial(draft);
        assertThat(runs.live()).isEqualTo(1);

        runs.putAwayUnused(Instant.MAX);
        assertThat(runs.live()).isZero();
        assertThat(trial(draft)).isEqualTo(here);
    }

    @Test
    void twoPagesAndAChangedDraftAreToldApart() {
        Draft draft = started("policy-proposal");
        long seen = trial(draft).revision();
        researches(draft, "PETITION", List.of("STC"));
        assertThatThrownBy(() -> as.run("modeler", () -> trials.passDay(draft.id(), seen, "1/3/2017", modeler)))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("modelling.trial.changed");
        assertThatThrownBy(() -> answers(draft, "UserTask_researchPolicy")).isInstanceOf(Refusal.NotFound.class);

        DraftFile file = drafts.file(draft.id(), "forms/policy-proposal/give-opinion.form", modeler);
        as.run("modeler", () -> drafts.save(draft.id(), file.name(), file.content() + " ", file.revision(), modeler));
        assertThat(trial(draft).outdated()).isTrue();
        assertThatThrownBy(() -> answers(draft, "UserTask_giveOpinion", "opinionKind", "AGREE"))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("modelling.trial.outdated");
        runs.putAwayUnused(Instant.MAX);
        assertThatThrownBy(() -> trial(draft)).isInstanceOf(Refusal.Conflict.class);
        as.run("modeler", () -> trials.stop(draft.id(), modeler));
        assertThat(as.call("modeler", () -> trials.find(draft.id(), modeler))).isEmpty();
    }

    @Test
    void aModelThatGoesRoundWithoutWaitingIsStoppedAndAllIsAsBefore() {
        Draft draft = as.call("modeler", () -> drafts.create("go-round", "Chạy vòng", modeler));
        String process = ModelNames.processFile("go-round");
        replace(draft, ModelNames.formFile("go-round", "do-work"), RoundModel::form);
        replace(draft, process, RoundModel::process);
        assertThat(drafts.check(draft.id(), modeler)).isEmpty();
        as.run("modeler", () -> trials.start(draft.id(), START, modeler));

        assertThatThrownBy(() -> answers(draft, "UserTask_doWork", "again", "YES"))
                .isInstanceOf(TrialStopped.class)
                .hasMessageContaining("modelling.trial.stopped.loop");
        assertThat(waiting(draft)).containsExactly("UserTask_doWork.1 [Chuyên viên – Sở Y tế]");
        assertThat(trial(draft).calls()).extracting(Trial.Call::step).containsExactly("caseSteps.dueIn");
        answers(draft, "UserTask_doWork", "again", "NO");
        assertThat(trial(draft).endedAt()).isEqualTo("Đã thực hiện");
    }

    private void replace(Draft draft, String name, java.util.function.UnaryOperator<String> change) {
        DraftFile file = drafts.file(draft.id(), name, modeler);
        as.run("modeler", () -> drafts.save(draft.id(), name, change.apply(file.content()), file.revision(), modeler));
    }

    @Test
    void aDraftTheGateRefusesIsNotRunAtAll() {
        Draft draft = as.call("modeler", () -> drafts.create("hostile", "Phá hoại", modeler));
        replace(
                draft,
                ModelNames.processFile("hostile"),
                text -> text.replace(
                        "${caseSteps.dueIn(caseNumber,5)}", "${caseNumber.getClass().forName('java.lang.Runtime')}"));
        assertThatThrownBy(() -> as.run("modeler", () -> trials.start(draft.id(), START, modeler)))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("modelling.trial.gate");
        assertThat(runs.live()).isZero();
    }

    @Test
    void onlyModelersTryAndOnlyWithAUnitAndAYear() {
        Draft draft = draftOf("policy-proposal");
        var officer = as.actor("officer.bdt");
        assertThatThrownBy(() -> as.run("officer.bdt", () -> trials.start(draft.id(), START, officer)))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> as.run("officer.bdt", () -> trials.find(draft.id(), officer)))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() ->
                        as.run("modeler", () -> trials.start(draft.id(), Map.of("leadUnit", List.of("X")), modeler)))
                .isInstanceOf(Refusal.BadInput.class);
    }

    @Test
    void everyReleasedProcessCanBeTried() {
        for (var entry : as.call("modeler", () -> shelf.all(modeler))) {
            Draft draft = started(entry.folder());
            Trial trial = trial(draft);
            assertThat(trial.endedAt() != null
                            || !trial.tasks().isEmpty()
                            || !trial.timers().isEmpty()
                            || !trial.messages().isEmpty())
                    .as(entry.folder())
                    .isTrue();
            trial.tasks()
                    .forEach(task -> as.run("modeler", () -> {
                        var opened = trials.open(draft.id(), task.ref(), Map.of(), List.of(), modeler);
                        assertThat(opened.form() != null).as(task.name()).isEqualTo(task.hasForm());
                    }));
        }
    }

    @Test
    void fewTrialsAreInMemoryAtATime() {
        Draft draft = draftOf("commune-list");
        var files = drafts.files(draft.id(), modeler);
        var start = new TrialAct(TrialAct.Kind.START, "2017-02-20T01:00:00Z", START);
        for (int i = 0; i < TrialRuns.MOST + 1; i++) {
            String person = "somebody." + i;
            as.call(
                    "modeler",
                    () -> runs.at(person, seat -> {
                        seat.put(builder.begun(draft, files, start));
                        return true;
                    }));
        }
        assertThat(runs.live()).isEqualTo(TrialRuns.MOST);
    }
}
