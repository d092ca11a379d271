package vn.angiang.plan72.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.request.RequestContextHolder;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.process.TokenMoves;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.IntegrationTest;
import vn.angiang.plan72.support.SomeAssignment;
import vn.angiang.plan72.worklist.WorklistRebuild;

/** An administrator moves a case that went astray, after a look at exactly what ends and begins. */
@IntegrationTest
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:processview;DB_CLOSE_DELAY=-1")
class StepMoveTests {

    private static final String REASON = "Đơn vị bấm nhầm";

    @Autowired
    StepMoves moves;

    @Autowired
    SomeAssignment assignment;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    Cases cases;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WorklistRebuild worklist;

    @Autowired
    Desk desk;

    @Autowired
    As as;

    @Autowired
    Clockwork clock;

    @Autowired
    MockMvc mvc;

    @BeforeEach
    void february2017() {
        clock.set(LocalDate.of(2017, 2, 20));
    }

    @AfterEach
    void nobodyIsSignedIn() {
        RequestContextHolder.resetRequestAttributes();
    }

    private StepMoves.Order order(String number, String from, String to) {
        return new StepMoves.Order(
                desk.task(number, from.replace("UserTask_", "")).taskId(), to, REASON);
    }

    private StepMoves.Preview look(String number, String from, String to) {
        return as.call("admin", () -> moves.preview(number, order(number, from, to), as.actor("admin")));
    }

    private void confirm(StepMoves.Preview seen) {
        as.run("admin", () -> moves.move(seen.file().number(), seen.order(), seen.revision(), as.actor("admin")));
    }

    private long timers(String number) {
        RequestContextHolder.resetRequestAttributes();
        return management
                .createJobQuery()
                .processInstanceId(cases.byNumber(number).processInstanceId())
                .timers()
                .count();
    }

    @Test
    void whatWasLookedAtIsDoneAndTheWorklistFollows() {
        String number = assignment.forUnit("SXD");
        long before = timers(number);
        var seen = look(number, "UserTask_acceptAssignment", "UserTask_planExecution");
        assertThat(seen.plan().lost()).extracting(TokenMoves.Timer::name).containsExactly("Quá hạn tiếp nhận");
        assertThat(desk.steps(number)).as("nothing done yet").containsExactly("acceptAssignment");

        confirm(seen);

        assertThat(desk.steps(number)).containsExactly("planExecution");
        RequestContextHolder.resetRequestAttributes();
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(number)
                        .singleResult()
                        .getTaskDefinitionKey())
                .isEqualTo("UserTask_planExecution");
        assertThat(timers(number))
                .as("exactly the timers named went and came")
                .isEqualTo(
                        before - seen.plan().lost().size() + seen.plan().begun().size());
        assertThat(worklist.differences()).isZero();
        assertThat(journal.ofCase(number, 50))
                .anyMatch(e -> e.action().equals("case.stepMoved")
                        && REASON.equals(e.data().get("reason"))
                        && "UserTask_planExecution".equals(e.data().get("to")));
        assertThat(jdbc.sql("select task_key from step_run where case_number = ? and closed_at is null")
                        .param(number)
                        .query(String.class)
                        .list())
                .as("figures follow")
                .containsExactly("UserTask_planExecution");
        desk.does("officer.sxd", number, "planExecution", "steps", "Soạn, trình", "milestones", "15/4");
        assertThat(desk.steps(number)).as("the flow goes on from there").containsExactly("approvePlan");
    }

    @Test
    void aStepBackIsPossibleToo() {
        String number = assignment.forUnit("SYT");
        desk.does("officer.syt", number, "acceptAssignment", "acceptance", "ACCEPT");
        confirm(look(number, "UserTask_planExecution", "UserTask_acceptAssignment"));
        assertThat(desk.steps(number)).containsExactly("acceptAssignment");
    }

    @Test
    void aCaseThatChangedSinceTheLookIsLeftAlone() {
        String number = assignment.forUnit("STP");
        var seen = look(number, "UserTask_acceptAssignment", "UserTask_planExecution");
        desk.does("officer.stp", number, "acceptAssignment", "acceptance", "ACCEPT");
        assertThatThrownBy(() -> confirm(seen)).isInstanceOf(Refusal.Conflict.class);
        assertThat(desk.steps(number)).containsExactly("planExecution");

        var twice = look(number, "UserTask_planExecution", "UserTask_approvePlan");
        confirm(twice);
        assertThatThrownBy(() -> confirm(twice)).isInstanceOf(Refusal.Conflict.class);
        assertThat(desk.steps(number)).containsExactly("approvePlan");
    }

    @Test
    void stepsOfRepeatedOrParallelPartsAreNoTargets() {
        String number = assignment.forUnit("SCT");
        var waiting = as.call("admin", () -> moves.waiting(number, as.actor("admin")));
        assertThat(waiting).singleElement().satisfies(w -> assertThat(w.targets())
                .extracting(TokenMoves.Step::elementId)
                .contains("UserTask_planExecution", "UserTask_approvePlan")
                .doesNotContain("UserTask_contribute", "UserTask_decideExtension", "UserTask_acceptAssignment"));
        for (String unsafe : List.of("UserTask_contribute", "UserTask_decideExtension", "EndEvent_none")) {
            assertThatThrownBy(() -> look(number, "UserTask_acceptAssignment", unsafe))
                    .isInstanceOf(Refusal.Conflict.class);
        }
    }

    @Test
    void onlyAdministratorsWhoMaySeeTheCaseMoveIt() throws Exception {
        String number = assignment.forUnit("SGTVT");
        RequestContextHolder.resetRequestAttributes();
        String page = "/ho-so/" + number + "/chuyen-buoc";
        mvc.perform(get("/ho-so/" + number).with(user("admin")))
                .andExpect(content().string(containsString("chuyen-buoc")));
        mvc.perform(get(page).with(user("admin")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Lập kế hoạch thực hiện")));
        mvc.perform(get("/ho-so/" + number).with(user("officer.sldtbxh")))
                .andExpect(content().string(not(containsString("chuyen-buoc"))));
        mvc.perform(get(page).with(user("officer.sldtbxh"))).andExpect(status().isForbidden());
        mvc.perform(get("/ho-so/NV-2017-999999/chuyen-buoc").with(user("admin")))
                .andExpect(status().isNotFound());

        String target = desk.task(number, "acceptAssignment").taskId() + "~UserTask_planExecution";
        mvc.perform(post(page).with(user("admin")).with(csrf()).param("target", target))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Nhập lý do")));
        mvc.perform(post(page)
                        .with(user("admin"))
                        .with(csrf())
                        .param("target", target)
                        .param("reason", REASON))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Quá hạn tiếp nhận")));
        String revision = String.valueOf(cases.byNumber(number).revision());
        mvc.perform(confirmation(page, target, revision, "officer.sldtbxh")).andExpect(status().isForbidden());
        mvc.perform(confirmation(page, target, revision, "admin")).andExpect(redirectedUrl("/ho-so/" + number));
        mvc.perform(confirmation(page, target, revision, "admin")).andExpect(status().isConflict());

        jdbc.sql("update case_file set suspended = true where number = ?")
                .param(number)
                .update();
        mvc.perform(get(page).with(user("admin"))).andExpect(status().isConflict());
        jdbc.sql("update case_file set suspended = false, restricted = true where number = ?")
                .param(number)
                .update();
        mvc.perform(get(page).with(user("admin"))).andExpect(status().isNotFound());
        jdbc.sql("update case_file set restricted = false where number = ?")
                .param(number)
                .update();
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder confirmation(
            String page, String target, String revision, String username) {
        return post(page + "/xac-nhan")
                .with(user(username))
                .with(csrf())
                .param("target", target)
                .param("reason", REASON)
                .param("revision", revision);
    }
}
