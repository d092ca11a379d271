package vn.angiang.plan72.modelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.request.RequestContextHolder;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.flow.Flows;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.process.ModelGate;
import vn.angiang.plan72.process.ShippedModelHeld;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.support.AddedFlow;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.IntegrationTest;

/** Modelers change and add flows: one writes, another approves, and it holds for the next case. */
@IntegrationTest
class ModelReleaseStoryTests {

    private static final String FOLDER = "tet-gifts";
    private static final String PROCESS = ModelNames.processFile(FOLDER);
    private static final String FORM = ModelNames.formFile(FOLDER, "do-work");

    @Autowired
    Drafts drafts;

    @Autowired
    Releases releases;

    @Autowired
    ModelShelf shelf;

    @Autowired
    ReleasedModels released;

    @Autowired
    Flows flows;

    @Autowired
    Cases cases;

    @Autowired
    Journal journal;

    @Autowired
    Desk desk;

    @Autowired
    As as;

    @Autowired
    Clockwork clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AddedFlow added;

    @Autowired
    ApplicationEventPublisher events;

    private Actor author;

    @BeforeEach
    void february2017() {
        RequestContextHolder.resetRequestAttributes();
        clock.set(LocalDate.of(2017, 2, 20));
        author = as.actor("modeler");
    }

    @AfterEach
    void takenAway() {
        added.removeAll(FOLDER);
        jdbc.sql("update model_draft set state = 'WITHDRAWN' where state <> 'RELEASED'")
                .update();
    }

    private Draft created() {
        return as.call("modeler", () -> drafts.create(FOLDER, "Tặng quà Tết", author));
    }

    private String submitted(Draft draft) {
        return as.call("modeler", () -> releases.submit(draft.id(), "Tỉnh yêu cầu", author));
    }

    private void approved(String number) {
        desk.does("modeler2", number, "reviewModel", "modelApproval", "APPROVED", "reviewNote", "Đã xem, đồng ý");
    }

    private Draft firstVersion() {
        Draft draft = created();
        approved(submitted(draft));
        return drafts.get(draft.id(), author);
    }

    private Draft next() {
        return as.call("modeler", () -> drafts.begin(FOLDER, null, "Rút thời hạn", author));
    }

    private void changes(Draft draft, String name, String from, String to) {
        DraftFile file = drafts.file(draft.id(), name, author);
        assertThat(file.content()).contains(from);
        as.run("modeler", () -> assertThat(
                        drafts.save(draft.id(), name, file.content().replace(from, to), file.revision(), author)
                                .saved())
                .isTrue());
    }

    private String started() {
        return as.call(
                "officer.syt",
                () -> flows.start(
                        new Flows.Opening("tetGifts", "Quà Tết xã Ô Lâm", "SYT", 2017, null, null),
                        as.actor("officer.syt")));
    }

    @Test
    void aNewProcessPassesTheGateFromItsFirstMinute() {
        assertThat(drafts.check(created().id(), author)).isEmpty();
    }

    @Test
    void aFlowAddedWithoutADeveloperRunsAtOnce() {
        Draft draft = created();
        String release = submitted(draft);
        assertThat(desk.steps(release)).containsExactly("reviewModel");
        assertThat(drafts.get(draft.id(), author).state()).isEqualTo(DraftState.IN_REVIEW);
        approved(release);
        assertThat(cases.byNumber(release).state()).isEqualTo(CaseState.HOAN_THANH);
        assertThat(drafts.get(draft.id(), author).state()).isEqualTo(DraftState.RELEASED);

        String number = started();
        assertThat(desk.task(number, "doWork").dueOn()).isEqualTo(LocalDate.of(2017, 2, 27));
        desk.does("officer.syt", number, "doWork", "result", "Đã tặng 12 suất");
        assertThat(cases.byNumber(number).state()).isEqualTo(CaseState.HOAN_THANH);

        var entry = shelf.all(author).stream()
                .filter(e -> e.folder().equals(FOLDER))
                .findFirst()
                .orElseThrow();
        assertThat(entry.release().author()).isEqualTo("modeler");
        assertThat(entry.release().approver()).isEqualTo("modeler2");
        assertThat(entry.release().reason()).isEqualTo("Tỉnh yêu cầu");
        assertThat(journal.ofCase(release, 20))
                .extracting(e -> e.action())
                .contains("model.submitted", "model.released", "flow.ended");
    }

    @Test
    void aChangedDeadlineHoldsForNewCasesWhileOldOnesKeepTheirs() {
        firstVersion();
        String before = started();
        Draft draft = next();
        changes(draft, PROCESS, "dueIn(caseNumber,5)", "dueIn(caseNumber,3)");
        String release = submitted(draft);
        approved(release);
        assertThat(desk.steps(release)).containsExactly("placeRunningCases");
        assertThat(desk.task(before, "doWork").dueOn()).isEqualTo(LocalDate.of(2017, 2, 27));
        assertThat(desk.task(started(), "doWork").dueOn()).isEqualTo(LocalDate.of(2017, 2, 23));
        desk.does("modeler2", release, "placeRunningCases", "placement", "LEFT");
        assertThat(cases.byNumber(release).isOpen()).isFalse();
        assertThat(shelf.versions(FOLDER, author))
                .extracting(v -> v.number() + ":" + v.running())
                .containsExactly("2:1", "1:1");
    }

    @Test
    void nobodyApprovesWhatHeWroteOrSent() {
        Draft draft = created();
        as.run("modeler2", () -> {
            DraftFile form = drafts.file(draft.id(), FORM, as.actor("modeler2"));
            drafts.save(
                    draft.id(),
                    FORM,
                    form.content().replace("Kết quả", "Đã làm gì"),
                    form.revision(),
                    as.actor("modeler2"));
        });
        String release = submitted(draft);
        for (String person : List.of("modeler", "modeler2")) {
            assertThatThrownBy(() ->
                            desk.does(person, release, "reviewModel", "modelApproval", "APPROVED", "reviewNote", "Tốt"))
                    .isInstanceOf(Refusal.Forbidden.class)
                    .hasMessageContaining("modelling.ownWork");
        }
        assertThat(released.latest(FOLDER)).isEmpty();
    }

    @Test
    void onlyModelersTouchDrafts() {
        Draft draft = created();
        var officer = as.actor("officer.sldtbxh");
        assertThatThrownBy(() -> drafts.files(draft.id(), officer)).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> drafts.create("other-gifts", "Khác", officer)).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> releases.submit(draft.id(), "Vì", as.actor("admin")))
                .isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void whatTheGateRefusesIsNotSent() {
        Draft draft = created();
        changes(draft, PROCESS, "caseSteps.dueIn(caseNumber,5)", "runtimeService.createProcessInstanceQuery()");
        assertThat(drafts.check(draft.id(), author)).isNotEmpty();
        assertThatThrownBy(() -> submitted(draft)).hasMessageContaining("modelling.submit.gate");
        assertThat(drafts.get(draft.id(), author).isEditable()).isTrue();
    }

    @Test
    void whoSavesOverAnOlderRevisionIsToldWhoWasFaster() {
        Draft draft = created();
        DraftFile seen = drafts.file(draft.id(), FORM, author);
        as.run("modeler2", () -> drafts.save(draft.id(), FORM, "{}", seen.revision(), as.actor("modeler2")));
        var outcome = as.call("modeler", () -> drafts.save(draft.id(), FORM, "[]", seen.revision(), author));
        assertThat(outcome.saved()).isFalse();
        assertThat(outcome.file().savedBy()).isEqualTo("modeler2");
        assertThat(outcome.file().content()).isEqualTo("{}");
    }

    @Test
    void aSentDraftIsSealedAndAReturnedOneMayBeChangedAndSentAgain() {
        Draft draft = created();
        String release = submitted(draft);
        assertThatThrownBy(() -> changes(draft, FORM, "Kết quả", "Khác"))
                .hasMessageContaining("modelling.draft.sealed");
        desk.does("modeler2", release, "reviewModel", "modelApproval", "RETURNED", "reviewNote", "Đặt tên rõ hơn");
        changes(draft, FORM, "Kết quả", "Đã tặng bao nhiêu suất");
        desk.does("modeler", release, "reviseModel", "draftAnswer", "RESUBMITTED", "reviseNote", "Đã sửa");
        approved(release);
        assertThat(released.files(released.latest(FOLDER).orElseThrow()).get(FORM))
                .contains("Đã tặng bao nhiêu suất");
    }

    @Test
    void aReturnedDraftMayBeWithdrawn() {
        Draft draft = created();
        String release = submitted(draft);
        desk.does("modeler2", release, "reviewModel", "modelApproval", "RETURNED", "reviewNote", "Không cần");
        desk.does("modeler", release, "reviseModel", "draftAnswer", "WITHDRAWN", "reviseNote", "Thôi");
        assertThat(drafts.get(draft.id(), author).state()).isEqualTo(DraftState.WITHDRAWN);
        assertThat(cases.byNumber(release).state()).isEqualTo(CaseState.HUY);
    }

    @Test
    void whatWasChangedBehindTheSealIsNotReleased() {
        Draft draft = created();
        String release = submitted(draft);
        jdbc.sql("update model_draft_file set content = replace(content, 'Kết quả', 'Khác') where draft_id = ?")
                .param(draft.id())
                .update();
        approved(release);
        assertThat(desk.steps(release)).containsExactly("reviseModel");
        assertThat(drafts.get(draft.id(), author).refusal()).contains("không còn đúng");
        assertThat(released.latest(FOLDER)).isEmpty();
    }

    @Test
    void ofTwoDraftsOfOneVersionTheSecondHasToLookAtTheFirst() {
        firstVersion();
        Draft one = next();
        Draft two = next();
        changes(one, PROCESS, "dueIn(caseNumber,5)", "dueIn(caseNumber,3)");
        changes(two, PROCESS, "dueIn(caseNumber,5)", "dueIn(caseNumber,8)");
        String waiting = submitted(two);
        approved(submitted(one));
        approved(waiting);
        assertThat(desk.steps(waiting)).containsExactly("reviseModel");
        assertThat(drafts.isOutdated(drafts.get(two.id(), author))).isTrue();
        as.run("modeler", () -> drafts.rebase(two.id(), author));
        desk.does("modeler", waiting, "reviseModel", "draftAnswer", "RESUBMITTED", "reviseNote", "Theo bản 2");
        approved(waiting);
        assertThat(released.latest(FOLDER).orElseThrow().number()).isEqualTo(3);
    }

    @Test
    void anOlderVersionComesBackAsANewOne() {
        firstVersion();
        String first = released.latest(FOLDER).orElseThrow().definitionId();
        Draft draft = next();
        changes(draft, PROCESS, "dueIn(caseNumber,5)", "dueIn(caseNumber,3)");
        approved(submitted(draft));
        Draft back = as.call("modeler", () -> drafts.begin(FOLDER, first, "Quay lại", author));
        assertThat(back.source()).isEqualTo(DraftSource.ROLLBACK);
        approved(submitted(back));
        assertThat(released.latest(FOLDER).orElseThrow().number()).isEqualTo(3);
        assertThat(desk.task(started(), "doWork").dueOn()).isEqualTo(LocalDate.of(2017, 2, 27));
    }

    @Test
    void aDraftThatChangesNothingIsNotSent() {
        firstVersion();
        assertThatThrownBy(() -> submitted(next())).hasMessageContaining("modelling.submit.same");
    }

    @Test
    void whatANewApplicationBringsForAChangedProcessWaitsAsADraftOnce() {
        firstVersion();
        var files = List.of(
                file(PROCESS, NewModel.files(FOLDER, "Tặng quà").get(PROCESS)), file(FORM, NewModel.form("do-work")));
        events.publishEvent(new ShippedModelHeld(FOLDER, files));
        events.publishEvent(new ShippedModelHeld(FOLDER, files));
        assertThat(drafts.open(author))
                .filteredOn(d -> d.folder().equals(FOLDER))
                .singleElement()
                .extracting(Draft::source)
                .isEqualTo(DraftSource.APPLICATION);
    }

    @Test
    void filesFromOutsideGetTheNamesOfTheirFolder() {
        firstVersion();
        String bpmn = NewModel.files(FOLDER, "Tặng quà Tết").get(PROCESS);
        Draft draft = as.call(
                "modeler",
                () -> drafts.receive(
                        "Từ máy", DraftSource.IMPORT, List.of(file("C:\\models\\my process.bpmn", bpmn)), author));
        assertThat(draft.folder()).isEqualTo(FOLDER);
        assertThat(drafts.files(draft.id(), author)).extracting(DraftFile::name).containsExactly(PROCESS, FORM);
    }

    private static ModelGate.Resource file(String name, String text) {
        return new ModelGate.Resource(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
