package vn.angiang.plan72.modelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.request.RequestContextHolder;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.flow.Flows;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.process.MigrationOutlook;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.support.AddedFlow;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.IntegrationTest;

/** Running cases go over to a new version: seen one by one first, then exactly those that were chosen. */
@IntegrationTest
class MigrationStoryTests {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationStoryTests.class);
    private static final String FOLDER = "spring-visits";
    private static final String KEY = "springVisits";
    private static final String PROCESS = ModelNames.processFile(FOLDER);

    @Autowired
    Drafts drafts;

    @Autowired
    Releases releases;

    @Autowired
    Migrations migrations;

    @Autowired
    MigrationRunner runner;

    @Autowired
    Impact impact;

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
    AddedFlow added;

    @Autowired
    Clockwork clock;

    @Autowired
    JdbcClient jdbc;

    private Actor modeler;

    @BeforeEach
    void firstVersion() {
        RequestContextHolder.resetRequestAttributes();
        clock.set(LocalDate.of(2017, 2, 20));
        modeler = as.actor("modeler");
        release(as.call("modeler", () -> drafts.create(FOLDER, "Thăm hỏi đầu xuân", modeler)));
    }

    @AfterEach
    void takenAway() {
        added.removeAll(FOLDER);
        jdbc.sql("update model_draft set state = 'WITHDRAWN' where state = 'EDITING'")
                .update();
    }

    private void release(Draft draft) {
        String number = as.call("modeler", () -> releases.submit(draft.id(), "Cần thiết", modeler));
        desk.does("modeler2", number, "reviewModel", "modelApproval", "APPROVED", "reviewNote", "Đồng ý");
        if (desk.steps(number).contains("placeRunningCases")) {
            desk.does("modeler2", number, "placeRunningCases", "placement", "LEFT");
        }
    }

    private Draft changed(String from, String to) {
        Draft draft = as.call("modeler", () -> drafts.begin(FOLDER, null, "Đổi", modeler));
        DraftFile file = drafts.file(draft.id(), PROCESS, modeler);
        assertThat(file.content()).contains(from);
        as.run(
                "modeler",
                () -> drafts.save(draft.id(), PROCESS, file.content().replace(from, to), file.revision(), modeler));
        return draft;
    }

    private String started() {
        return as.call(
                "officer.syt",
                () -> flows.start(new Flows.Opening(KEY, "Thăm xã", "SYT", 2017, null, null), as.actor("officer.syt")));
    }

    private String old() {
        return released.of(FOLDER).get(1).definitionId();
    }

    private String latest() {
        return released.latest(FOLDER).orElseThrow().definitionId();
    }

    private long previewed(Map<String, String> byHand) {
        return as.call("modeler", () -> migrations.preview(FOLDER, old(), byHand, "Theo bản mới", modeler));
    }

    private void confirmed(long id, Set<Integer> chosen) {
        as.run("modeler", () -> migrations.confirm(id, chosen, modeler));
        runner.run();
    }

    private static Set<Integer> all(int cases) {
        return IntStream.range(0, cases).boxed().collect(Collectors.toSet());
    }

    private Map<String, String> resultsByCase(long id) {
        return migrations.items(id, modeler).stream()
                .collect(Collectors.toMap(Migration.Item::caseNumber, Migration.Item::result));
    }

    @Test
    void onlyTheChosenCasesGoOverAndWorkGoesOnInTheNewVersion() {
        String goes = started();
        String stays = started();
        release(changed("name=\"Thực hiện công việc\"", "name=\"Đi thăm hỏi\""));
        long id = previewed(Map.of());
        assertThat(migrations.items(id, modeler)).allMatch(i -> i.steps().equals("Thực hiện công việc"));
        int seq = migrations.items(id, modeler).stream()
                .filter(i -> i.caseNumber().equals(goes))
                .findFirst()
                .orElseThrow()
                .seq();
        confirmed(id, Set.of(seq));
        assertThat(resultsByCase(id)).containsEntry(goes, "DONE").containsEntry(stays, "LEFT");
        assertThat(desk.task(goes, "doWork").taskName()).isEqualTo("Đi thăm hỏi");
        assertThat(desk.task(goes, "doWork").definitionId()).isEqualTo(latest());
        assertThat(desk.task(stays, "doWork").definitionId()).isEqualTo(old());
        assertThat(cases.byNumber(goes).definitionId()).isEqualTo(latest());
        assertThat(journal.ofCase(goes, 20)).extracting(e -> e.action()).contains("model.caseMigrated");
        desk.does("officer.syt", goes, "doWork", "result", "Đã thăm");
        assertThat(cases.byNumber(goes).state()).isEqualTo(CaseState.HOAN_THANH);
    }

    @Test
    void aStepThatIsGoneHasToBeMappedByHand() {
        String number = started();
        Draft draft = changed("UserTask_doWork", "UserTask_makeVisit");
        MigrationOutlook.Outlook outlook = as.call("modeler", () -> impact.of(draft.id(), modeler));
        assertThat(outlook.running()).isEqualTo(1);
        assertThat(outlook.toMap()).isEqualTo(1);
        assertThat(outlook.missing()).containsEntry("Thực hiện công việc", 1);
        releaseRenamed(draft);

        assertThat(migrations.items(previewed(Map.of()), modeler))
                .singleElement()
                .satisfies(i -> assertThat(i.result()).isEqualTo("LEFT"))
                .satisfies(i -> assertThat(i.message()).contains("Thực hiện công việc"));
        assertThat(migrations.look(FOLDER, old(), modeler).unmapped()).containsOnlyKeys("UserTask_doWork");
        long id = previewed(Map.of("UserTask_doWork", "UserTask_makeVisit"));
        confirmed(id, all(1));
        assertThat(resultsByCase(id)).containsEntry(number, "DONE");
        assertThat(desk.steps(number)).containsExactly("makeVisit");
        assertThat(desk.task(number, "makeVisit").dueOn()).isEqualTo(LocalDate.of(2017, 2, 27));
        desk.does("officer.syt", number, "makeVisit", "result", "Đã thăm");
        assertThat(cases.byNumber(number).isOpen()).isFalse();
    }

    /** The form is called like its task. */
    private void releaseRenamed(Draft draft) {
        DraftFile process = drafts.file(draft.id(), PROCESS, modeler);
        as.run("modeler", () -> {
            drafts.save(
                    draft.id(),
                    PROCESS,
                    process.content().replace("formRef=\"doWork\"", "formRef=\"makeVisit\""),
                    process.revision(),
                    modeler);
            drafts.addNew(draft.id(), "form", "make-visit", modeler);
            drafts.remove(draft.id(), ModelNames.formFile(FOLDER, "do-work"), modeler);
        });
        release(drafts.get(draft.id(), modeler));
    }

    @Test
    void aCaseThatMovedOnMeanwhileIsNamedAndTheOthersGoOver() {
        String done = started();
        String goes = started();
        release(changed("name=\"Thực hiện công việc\"", "name=\"Đi thăm hỏi\""));
        long id = previewed(Map.of());
        desk.does("officer.syt", done, "doWork", "result", "Đã thăm");
        confirmed(id, all(2));
        assertThat(resultsByCase(id)).containsEntry(done, "FAILED").containsEntry(goes, "DONE");
        assertThat(migrations.items(id, modeler))
                .filteredOn(i -> i.caseNumber().equals(done))
                .extracting(Migration.Item::message)
                .containsExactly("Hồ sơ không còn chạy theo bản này.");
    }

    @Test
    void onlyWhoLookedConfirmsAndOnlyOnceAndWithinTheHour() {
        started();
        release(changed("name=\"Thực hiện công việc\"", "name=\"Đi thăm hỏi\""));
        long id = previewed(Map.of());
        var other = as.actor("modeler2");
        assertThatThrownBy(() -> as.run("modeler2", () -> migrations.confirm(id, all(1), other)))
                .isInstanceOf(Refusal.Forbidden.class);
        var officer = as.actor("officer.sldtbxh");
        assertThatThrownBy(() -> migrations.items(id, officer)).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> confirmed(id, Set.of())).isInstanceOf(Refusal.Conflict.class);
        long late = previewed(Map.of());
        clock.set(LocalDate.of(2017, 2, 21));
        assertThatThrownBy(() -> confirmed(late, all(1))).hasMessageContaining("modelling.migration.tooOld");
    }

    @Test
    void aThousandCasesGoOverAllOrSayWhy() {
        List<String> numbers = IntStream.range(0, 1000).mapToObj(i -> started()).toList();
        desk.does("officer.syt", numbers.get(7), "doWork", "result", "Đã thăm");
        release(changed("name=\"Thực hiện công việc\"", "name=\"Đi thăm hỏi\""));
        long id = previewed(Map.of());
        assertThat(migrations.items(id, modeler)).hasSize(999);
        long began = System.nanoTime();
        confirmed(id, all(999));
        LOG.info("999 cases migrated in {} ms", (System.nanoTime() - began) / 1_000_000);
        var migration = migrations.of(id, modeler);
        assertThat(migration.state()).isEqualTo("DONE");
        assertThat(migration.done()).isEqualTo(999);
        assertThat(jdbc.sql("select count(*) from work_item where definition_id = ? and task_name = 'Đi thăm hỏi'")
                        .param(latest())
                        .query(Integer.class)
                        .single())
                .isEqualTo(999);
        assertThat(jdbc.sql("select count(*) from process_run where definition_id = ? and ended_at is null")
                        .param(latest())
                        .query(Integer.class)
                        .single())
                .isEqualTo(999);
    }
}
