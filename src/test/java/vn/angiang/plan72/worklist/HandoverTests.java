package vn.angiang.plan72.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.request.RequestContextHolder;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.notification.Notices;
import vn.angiang.plan72.organization.Staff;
import vn.angiang.plan72.security.Accounts;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.IntegrationTest;
import vn.angiang.plan72.support.SomeAssignment;

/** A task goes from one person to another: by its holder, or by the leader when somebody falls ill. */
@IntegrationTest
class HandoverTests {

    private static final String UNIT = "SCT";
    private static final String ILL = "officer.sct";
    private static final String NEXT = "chuyen.vien.hai";
    private static final String LEADER = "leader.sct";
    private static final String REASON = "Nghỉ ốm";

    @Autowired
    Handover handover;

    @Autowired
    TaskDesk taskDesk;

    @Autowired
    WorklistRebuild worklist;

    @Autowired
    Staff staff;

    @Autowired
    Accounts accounts;

    @Autowired
    Notices notices;

    @Autowired
    Journal journal;

    @Autowired
    SomeAssignment assignment;

    @Autowired
    Desk desk;

    @Autowired
    As as;

    @Autowired
    Clockwork clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @BeforeEach
    void theUnitHasTwoOfficers() {
        clock.set(LocalDate.of(2017, 2, 20));
        as.run("admin", () -> {
            if (jdbc.sql("select count(*) from person where username = ?")
                            .param(NEXT)
                            .query(Integer.class)
                            .single()
                    == 0) {
                staff.engage(
                        NEXT,
                        "Trần Thị Hai",
                        "",
                        "officer",
                        UNIT,
                        "Chuyên viên",
                        LocalDate.of(2017, 1, 1),
                        as.actor("admin"));
                accounts.createForIssuer(NEXT, as.actor("admin"));
            } else {
                staff.setActive(NEXT, true, as.actor("admin"));
            }
        });
    }

    @AfterEach
    void andThenOneAgain() {
        as.run("admin", () -> staff.setActive(NEXT, false, as.actor("admin")));
    }

    /** The accepting task of a new assignment, claimed by a person unless that is null. */
    private String task(String holder) {
        String task = desk.task(assignment.forUnit(UNIT), "acceptAssignment").taskId();
        if (holder != null) {
            as.run(holder, () -> taskDesk.claim(task, as.actor(holder)));
        }
        return task;
    }

    private void hand(String by, String task, String holder, String to, String reason) {
        as.run(by, () -> handover.hand(new Handover.Wish(task, holder, to, reason), as.actor(by)));
    }

    private WorkItem item(String task) {
        return as.call(LEADER, () -> handover.offered(task, as.actor(LEADER)));
    }

    private long differences() {
        RequestContextHolder.resetRequestAttributes(); // as a job of the system
        return worklist.differences();
    }

    @Test
    void theHolderGivesItToAColleagueWhoIsToldAndDoesIt() {
        String task = task(ILL);
        String number = item(task).caseNumber();
        hand(ILL, task, ILL, NEXT, "");
        assertThat(item(task).assignee()).isEqualTo(NEXT);
        assertThat(differences()).isZero();
        assertThatThrownBy(() -> desk.does(ILL, number, "acceptAssignment", "acceptance", "ACCEPT"))
                .as("it is no longer his")
                .isInstanceOf(Refusal.Conflict.class);
        assertThat(notices.page(NEXT, null, 5).notices())
                .anyMatch(n -> n.messageKey().equals("notification.handedOver") && number.equals(n.caseNumber()));
        assertThat(journal.ofCase(number, 50))
                .anyMatch(e -> e.action().equals("task.handedOver")
                        && e.actor().equals(ILL)
                        && ILL.equals(e.data().get("from"))
                        && NEXT.equals(e.data().get("to")));
        desk.does(NEXT, number, "acceptAssignment", "acceptance", "ACCEPT");
        assertThat(desk.steps(number)).containsExactly("planExecution");
    }

    @Test
    void theLeaderGivesAwayEverythingOfSomebodyIllAndExactlyThat() throws Exception {
        var before = as.call(LEADER, () -> handover.heldBy(ILL, as.actor(LEADER)));
        var tasks = Stream.concat(before.stream().map(WorkItem::taskId), Stream.of(task(ILL), task(ILL)))
                .toList();
        String stays = task(NEXT);
        var page = mvc.perform(get("/viec/giao-lai").param("tu", ILL).with(user(LEADER)))
                .andExpect(status().isOk());
        for (String task : tasks) {
            page.andExpect(content().string(containsString(task + "~" + ILL)));
        }
        page.andExpect(content().string(not(containsString(stays))));

        mvc.perform(form("/viec/giao-lai", tasks).with(user(LEADER)).param("ly-do", REASON))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Chọn người nhận việc")))
                .andExpect(content().string(containsString(REASON)));
        mvc.perform(form("/viec/giao-lai", tasks)
                        .with(user(LEADER))
                        .param("giao", NEXT)
                        .param("ly-do", REASON))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(tasks.size() + " việc sẽ giao cho Trần Thị Hai")));
        assertThat(item(tasks.get(0)).assignee()).as("only looked at").isEqualTo(ILL);

        mvc.perform(form("/viec/giao-lai/xac-nhan", tasks)
                        .with(user(LEADER))
                        .param("giao", NEXT)
                        .param("ly-do", REASON))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Đã giao " + tasks.size() + "/" + tasks.size())));
        assertThat(tasks).allSatisfy(t -> assertThat(item(t).assignee()).isEqualTo(NEXT));
        assertThat(differences()).isZero();
    }

    @Test
    void whatIsSuspendedOrDoneMeanwhileKeepsNoOtherTaskBack() throws Exception {
        String suspended = task(ILL);
        String done = task(ILL);
        String goes = task(ILL);
        flag(item(suspended).caseNumber(), "suspended", true);
        desk.does(ILL, item(done).caseNumber(), "acceptAssignment", "acceptance", "ACCEPT");
        mvc.perform(form("/viec/giao-lai", List.of(suspended, done, goes))
                        .with(user(LEADER))
                        .param("giao", NEXT)
                        .param("ly-do", REASON))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("1 việc sẽ giao cho Trần Thị Hai")))
                .andExpect(content().string(containsString("Không giao được 2 việc")));
        mvc.perform(form("/viec/giao-lai/xac-nhan", List.of(suspended, done, goes))
                        .with(user(LEADER))
                        .param("giao", NEXT)
                        .param("ly-do", REASON))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Đã giao 1/3")));
        assertThat(item(goes).assignee()).isEqualTo(NEXT);
        flag(item(suspended).caseNumber(), "suspended", false);
    }

    private static MockHttpServletRequestBuilder form(String path, List<String> tasks) {
        return post(path)
                .with(csrf())
                .param("viec", tasks.stream().map(t -> t + "~" + ILL).toArray(String[]::new));
    }

    @Test
    void theLeaderGivesAFreeTaskToAPerson() throws Exception {
        String task = task(null);
        mvc.perform(get("/ho-so/" + item(task).caseNumber()).with(user(LEADER)))
                .andExpect(content().string(containsString("/viec/giao-lai?viec=" + task)));
        hand(LEADER, task, null, NEXT, "Phân công");
        assertThat(item(task).assignee()).isEqualTo(NEXT);
    }

    @Test
    void nobodyElseMayAndNobodyUnfitGetsIt() {
        String task = task(ILL);
        assertThatThrownBy(() -> hand("leader.syt", task, ILL, NEXT, REASON)).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> hand(NEXT, task, ILL, NEXT, REASON)).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> hand("officer.sldtbxh", task, ILL, NEXT, REASON))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> hand(LEADER, task, ILL, "officer.syt", REASON)).isInstanceOf(Refusal.Conflict.class);
        assertThatThrownBy(() -> hand(LEADER, task, ILL, ILL, REASON)).isInstanceOf(Refusal.Conflict.class);
        assertThatThrownBy(() -> hand(LEADER, task, ILL, NEXT, " ")).isInstanceOf(Refusal.BadInput.class);
        assertThatThrownBy(() -> hand(LEADER, task, ILL, "", REASON)).isInstanceOf(Refusal.BadInput.class);
        assertThatThrownBy(() -> hand(LEADER, task, null, NEXT, REASON))
                .as("somebody took it since the look")
                .isInstanceOf(Refusal.Conflict.class);
        assertThatThrownBy(() -> hand(LEADER, "0", ILL, NEXT, REASON)).isInstanceOf(Refusal.NotFound.class);
        assertThat(item(task).assignee()).isEqualTo(ILL);
    }

    @Test
    void tasksOfSuspendedCasesStayAndThoseOfHiddenCasesAreUnknown() {
        String task = task(ILL);
        String number = item(task).caseNumber();
        flag(number, "suspended", true);
        assertThatThrownBy(() -> hand(LEADER, task, ILL, NEXT, REASON)).isInstanceOf(Refusal.Conflict.class);
        flag(number, "suspended", false);
        flag(number, "restricted", true);
        assertThatThrownBy(() -> hand(LEADER, task, ILL, NEXT, REASON)).isInstanceOf(Refusal.NotFound.class);
        assertThat(as.call(LEADER, () -> handover.heldBy(ILL, as.actor(LEADER))))
                .noneMatch(w -> w.taskId().equals(task));
        flag(number, "restricted", false);
    }

    private void flag(String number, String column, boolean value) {
        jdbc.sql("update case_file set " + column + " = ? where number = ?")
                .params(value, number)
                .update();
    }

    @Test
    void ofTwoWhoGiveItAwayAtOnceOneDoes() throws Exception {
        String task = task(ILL);
        var together = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> leader = () -> tried(together, LEADER, task);
            Callable<Boolean> holder = () -> tried(together, ILL, task);
            long done = 0;
            for (var attempt : threads.invokeAll(List.of(leader, holder))) {
                done += attempt.get() ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(item(task).assignee()).isEqualTo(NEXT);
        assertThat(differences()).isZero();
    }

    private boolean tried(CyclicBarrier together, String by, String task) throws Exception {
        together.await();
        try {
            hand(by, task, ILL, NEXT, REASON);
            return true;
        } catch (Refusal.Conflict | Refusal.Forbidden late) {
            return false;
        }
    }
}
