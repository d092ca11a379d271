package vn.angiang.plan72.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.organization.Substitutions;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.IntegrationTest;
import vn.angiang.plan72.support.SomeAssignment;

@IntegrationTest
class WorklistTests {

    @Autowired
    SomeAssignment assignment;

    @Autowired
    Inbox inbox;

    @Autowired
    TaskDesk desk;

    @Autowired
    Drafts drafts;

    @Autowired
    Cases cases;

    @Autowired
    Substitutions substitutions;

    @Autowired
    WorklistRebuild rebuild;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Desk people;

    @Autowired
    As as;

    @Autowired
    Clockwork clock;

    @BeforeEach
    void february2017() {
        clock.set(LocalDate.of(2017, 2, 20));
    }

    private List<String> unitList(String username) {
        return inbox
                .page(
                        new InboxQuery(InboxQuery.View.UNIT, null, null, null, InboxQuery.Due.ANY, false, null, 100),
                        as.actor(username))
                .items()
                .stream()
                .map(WorkItem::caseNumber)
                .toList();
    }

    private TaskDesk.Submission accept(Long revision) {
        return new TaskDesk.Submission(Desk.raw("acceptance", "ACCEPT"), revision, Locale.forLanguageTag("vi"));
    }

    @Test
    void aTaskWaitsAtItsUnitAndNowhereElse() {
        String number = assignment.forUnit("SYT");
        assertThat(unitList("officer.syt")).contains(number);
        assertThat(unitList("officer.sxd")).doesNotContain(number);
        var task = people.task(number, "acceptAssignment");
        for (String stranger : List.of("officer.sxd", "officer.h891", "leader.sxd", "modeler")) {
            assertThatThrownBy(() -> as.call(stranger, () -> desk.open(task.taskId(), as.actor(stranger))))
                    .as(stranger)
                    .isInstanceOf(Refusal.Forbidden.class);
            assertThatThrownBy(() ->
                            as.call(stranger, () -> desk.complete(task.taskId(), accept(null), as.actor(stranger))))
                    .as(stranger)
                    .isInstanceOf(Refusal.Forbidden.class);
        }
    }

    @Test
    void theMostOverdueTaskStandsFirst() {
        String later = assignment.forUnit("SCT");
        clock.advanceTo(LocalDate.of(2017, 3, 10));
        String fresh = assignment.forUnit("SCT");
        var list = unitList("officer.sct");
        assertThat(list.indexOf(later)).isLessThan(list.indexOf(fresh));
        var counts = inbox.counts(as.actor("officer.sct"));
        assertThat(counts.unitOverdue()).isPositive();
        var overdue = inbox.page(
                new InboxQuery(InboxQuery.View.UNIT, null, null, null, InboxQuery.Due.OVERDUE, false, null, 100),
                as.actor("officer.sct"));
        assertThat(overdue.items())
                .extracting(WorkItem::caseNumber)
                .contains(later)
                .doesNotContain(fresh);
    }

    @Test
    void searchIgnoresAccents() {
        String number = assignment.forUnit("STNMT");
        var found = inbox.page(
                new InboxQuery(
                        InboxQuery.View.UNIT, "tiep nhan nhiem vu", null, null, InboxQuery.Due.ANY, false, null, 100),
                as.actor("officer.stnmt"));
        assertThat(found.items()).extracting(WorkItem::caseNumber).contains(number);
        var accented = inbox.page(
                new InboxQuery(InboxQuery.View.UNIT, "TIẾP nhận", null, null, InboxQuery.Due.ANY, false, null, 100),
                as.actor("officer.stnmt"));
        assertThat(accented.items()).hasSameSizeAs(found.items());
        var wildcard = inbox.page(
                new InboxQuery(InboxQuery.View.UNIT, "100%", null, null, InboxQuery.Due.ANY, false, null, 100),
                as.actor("officer.stnmt"));
        assertThat(wildcard.items()).isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        var given = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            given.add(assignment.forUnit("SGTVT"));
        }
        var seen = new ArrayList<String>();
        String after = null;
        do {
            var page = inbox.page(
                    new InboxQuery(InboxQuery.View.UNIT, null, null, null, InboxQuery.Due.ANY, false, after, 3),
                    as.actor("officer.sgtvt"));
            page.items().forEach(i -> seen.add(i.caseNumber()));
            after = page.next();
        } while (after != null);
        assertThat(seen).doesNotHaveDuplicates().containsAll(given);
    }

    @Test
    void aClaimedTaskIsMineAndReleasedItIsTheUnitsAgain() {
        String number = assignment.forUnit("SVHTTDL");
        var task = people.task(number, "acceptAssignment");
        as.run("officer.svhttdl", () -> desk.claim(task.taskId(), as.actor("officer.svhttdl")));
        var mine = inbox.page(InboxQuery.of(InboxQuery.View.MINE), as.actor("officer.svhttdl"));
        assertThat(mine.items()).extracting(WorkItem::taskId).contains(task.taskId());
        as.run("officer.svhttdl", () -> desk.claim(task.taskId(), as.actor("officer.svhttdl")));
        as.run("officer.svhttdl", () -> desk.release(task.taskId(), as.actor("officer.svhttdl")));
        mine = inbox.page(InboxQuery.of(InboxQuery.View.MINE), as.actor("officer.svhttdl"));
        assertThat(mine.items()).extracting(WorkItem::taskId).doesNotContain(task.taskId());
        assertThat(people.task(number, "acceptAssignment").assignee()).isNull();
    }

    @Test
    void ofFourSimultaneousCompletionsExactlyOneWinsAndTheOthersAreToldSo() throws Exception {
        for (int round = 0; round < 5; round++) {
            String number = assignment.forUnit("SNV");
            var task = people.task(number, "acceptAssignment");
            var outcomes = together(
                    4,
                    () -> as.call("officer.snv", () -> {
                        desk.complete(task.taskId(), accept(null), as.actor("officer.snv"));
                        return "done";
                    }));
            assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
            assertThat(outcomes).filteredOn(o -> !o.equals("done")).containsOnly("409");
            assertThat(people.steps(number)).containsExactly("planExecution");
        }
    }

    @Test
    void ofTwoWhoClaimAtOnceOneGetsTheTask() throws Exception {
        String number = assignment.forUnit("UBND_TINH");
        people.does("officer.ubnd_tinh", number, "acceptAssignment", "acceptance", "ACCEPT");
        people.does("officer.ubnd_tinh", number, "planExecution", "steps", "a", "milestones", "b");
        var task = people.task(number, "approvePlan");
        var leaders = List.of("leader.ubnd_tinh", "leader.pct_ubnd_tinh").iterator();
        var outcomes = together(2, () -> {
            String me;
            synchronized (leaders) {
                me = leaders.next();
            }
            return as.call(me, () -> {
                desk.claim(task.taskId(), as.actor(me));
                return me;
            });
        });
        assertThat(outcomes).filteredOn("409"::equals).hasSize(1);
        assertThat(outcomes).contains(people.task(number, "approvePlan").assignee());
    }

    @Test
    void aFormOpenedBeforeTheCaseChangedIsNotTakenSilently() {
        String number = assignment.forUnit("SKHCN");
        var task = people.task(number, "acceptAssignment");
        long seen = cases.byNumber(number).revision();
        jdbc.sql("update case_file set revision = revision + 1 where number = ?")
                .param(number)
                .update();
        assertThatThrownBy(() -> as.call(
                        "officer.skhcn", () -> desk.complete(task.taskId(), accept(seen), as.actor("officer.skhcn"))))
                .isInstanceOf(Refusal.Conflict.class);
        as.call("officer.skhcn", () -> desk.complete(task.taskId(), accept(seen + 1), as.actor("officer.skhcn")));
        assertThat(people.steps(number)).containsExactly("planExecution");
    }

    @Test
    void wrongAnswersChangeNothing() {
        String number = assignment.forUnit("SNGV");
        var task = people.task(number, "acceptAssignment");
        var wrong = new TaskDesk.Submission(
                Desk.raw("acceptance", "HACK", "reason", "x".repeat(4001)), null, Locale.forLanguageTag("vi"));
        assertThatThrownBy(() ->
                        as.call("officer.sngv", () -> desk.complete(task.taskId(), wrong, as.actor("officer.sngv"))))
                .isInstanceOfSatisfying(
                        Refusal.BadInput.class,
                        e -> assertThat(e.errors()).extracting(f -> f.field()).contains("acceptance"));
        assertThat(people.steps(number)).containsExactly("acceptAssignment");
        assertThat(jdbc.sql("select count(*) from form_snapshot where case_number = ?")
                        .param(number)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aDraftIsKeptForItsWriterOnly() {
        String number = assignment.forUnit("STC");
        var task = people.task(number, "acceptAssignment");
        drafts.save(task.taskId(), "officer.stc", Map.of("reason", List.of("đang viết dở")), 3);
        assertThat(drafts.find(task.taskId(), "officer.stc").orElseThrow().raw())
                .containsEntry("reason", List.of("đang viết dở"));
        assertThat(drafts.find(task.taskId(), "leader.stc")).isEmpty();
        people.does("officer.stc", number, "acceptAssignment", "acceptance", "ACCEPT");
        assertThat(drafts.find(task.taskId(), "officer.stc")).isEmpty();
    }

    @Test
    void aDeputyDoesTheWorkOfTheAbsentButDoesNotApproveHisOwn() {
        var admin = as.actor("admin");
        substitutions.create(
                "leader.sxd", "officer.sxd", clock.today(), clock.today().plusDays(30), List.of(), "Đi học", admin);
        try {
            String number = assignment.forUnit("SXD");
            people.does("officer.sxd", number, "acceptAssignment", "acceptance", "ACCEPT");
            people.does("officer.sxd", number, "planExecution", "steps", "a", "milestones", "b");
            assertThatThrownBy(() -> people.does("officer.sxd", number, "approvePlan", "planDecision", "APPROVED"))
                    .isInstanceOf(Refusal.Forbidden.class);
            assertThat(people.steps(number)).containsExactly("approvePlan");
        } finally {
            substitutions.listFor("leader.sxd").forEach(s -> substitutions.end(s.id(), admin));
        }
    }

    @Test
    void theRebuiltListEqualsTheLiveOne() {
        assignment.forUnit("SYT");
        var before = rows();
        as.run("admin", () -> rebuild.rebuild());
        assertThat(rows()).containsExactlyElementsOf(before);
    }

    private List<String> rows() {
        return jdbc.sql(
                        "select task_id, principal, case_number, task_key, form_key, candidates, title, unit_code, due_on,"
                                + " coalesce(assignee, '-') from work_item order by task_id, principal")
                .query((rs, i) -> {
                    var row = new StringBuilder();
                    for (int c = 1; c <= 10; c++) {
                        row.append(rs.getString(c)).append('|');
                    }
                    return row.toString();
                })
                .list();
    }

    private static List<String> together(int n, Callable<String> work) throws Exception {
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(n);
        try {
            var futures = new ArrayList<java.util.concurrent.Future<String>>();
            for (int i = 0; i < n; i++) {
                futures.add(pool.submit(() -> {
                    start.await();
                    try {
                        return work.call();
                    } catch (Refusal e) {
                        return String.valueOf(e.status());
                    }
                }));
            }
            start.countDown();
            var outcomes = new ArrayList<String>();
            for (var f : futures) {
                outcomes.add(f.get());
            }
            return outcomes;
        } finally {
            pool.shutdown();
        }
    }
}
