package vn.angiang.plan72.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import vn.angiang.plan72.calendar.WorkingCalendar;
import vn.angiang.plan72.casefile.CaseList;
import vn.angiang.plan72.casefile.CaseQuery;
import vn.angiang.plan72.process.ProcessVersions;
import vn.angiang.plan72.process.ProcessVersions.Version;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.IntegrationTest;
import vn.angiang.plan72.support.SomeAssignment;

/** The figures of every process are those of the engine's own history, counted anew here without our tables. */
@IntegrationTest
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:processview;DB_CLOSE_DELAY=-1")
class ProcessViewTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String OFFICER = "officer.sldtbxh";

    @Autowired
    ProcessView view;

    @Autowired
    ProcessVersions versions;

    @Autowired
    StepRebuild rebuild;

    @Autowired
    StepTally tally;

    @Autowired
    CaseList list;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SomeAssignment assignment;

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

    /** Cases at different steps; two run to an end, one late. */
    private void someWork() {
        String withdrawn = assignment.forUnit("SXD");
        String quick = assignment.forUnit("H889");
        assignment.forUnit("H889");
        desk.does(
                "officer.sxd",
                withdrawn,
                "acceptAssignment",
                "acceptance",
                "RETURN",
                "reason",
                "Không thuộc chức năng");
        desk.does("officer.h889", quick, "acceptAssignment", "acceptance", "ACCEPT");
        clock.advanceTo(LocalDate.of(2017, 3, 8));
        desk.does("officer.sldtbxh", withdrawn, "resolveObjection", "resolution", "WITHDRAW", "reason", "Đồng ý");
        desk.does("officer.h889", quick, "planExecution", "steps", "a", "milestones", "b");
    }

    private List<Version> shown() {
        var all = new ArrayList<Version>();
        versions.all().values().forEach(all::addAll);
        all.removeIf(v -> v.key().equals("accountability"));
        return all;
    }

    private ProcessView.Page page(Version v) {
        return view.of(v.key(), v.number(), ProcessMeasure.COUNT, null, as.actor(OFFICER));
    }

    @Test
    void whatWaitsAtEachStepIsWhatTheEngineHolds() {
        someWork();
        LocalDate today = clock.today();
        for (Version v : shown()) {
            for (var step : page(v).steps()) {
                var open = tasks.createTaskQuery()
                        .processDefinitionId(v.definitionId())
                        .taskDefinitionKey(step.id())
                        .list();
                assertThat(step.open()).as(v.key() + " " + step.id()).isEqualTo(open.size());
                var late = open.stream()
                        .filter(t ->
                                t.getDueDate() != null && day(t.getDueDate()).isBefore(today))
                        .toList();
                assertThat(step.overdue()).isEqualTo(late.size());
                assertThat(step.daysOver())
                        .isEqualTo(late.stream()
                                .mapToLong(t -> calendar.workingDaysBetween(day(t.getDueDate()), today))
                                .sum());
            }
        }
        var assignments = page(versions.of("assignment").get(0));
        assertThat(assignments.steps()).anyMatch(s -> s.overdue() > 0);
        assertThat(assignments.bottlenecks())
                .isSortedAccordingTo(
                        Comparator.comparing(ProcessView.StepLine::daysOver).reversed());
    }

    @Test
    void howLongStepsTakeIsWhatHistorySays() {
        someWork();
        int measured = 0;
        for (Version v : shown()) {
            for (var step : page(v).steps()) {
                var done = history.createHistoricTaskInstanceQuery()
                        .processDefinitionId(v.definitionId())
                        .taskDefinitionKey(step.id())
                        .taskDeleteReason("completed")
                        .list();
                assertThat(step.done()).as(v.key() + " " + step.id()).isEqualTo(done.size());
                var days = done.stream().map(this::days).sorted().toList();
                assertThat(step.median()).isEqualTo(share(days, 0.5));
                assertThat(step.p90()).isEqualTo(share(days, 0.9));
                var withTarget =
                        done.stream().filter(t -> t.getDueDate() != null).toList();
                if (!withTarget.isEmpty()) {
                    measured++;
                    assertThat(step.real())
                            .isEqualTo(withTarget.stream()
                                    .mapToInt(this::days)
                                    .average()
                                    .orElseThrow());
                    assertThat(step.planned())
                            .isEqualTo(withTarget.stream()
                                    .mapToInt(t -> Math.max(
                                            0, calendar.workingDaysBetween(day(t.getStartTime()), day(t.getDueDate()))))
                                    .average()
                                    .orElseThrow());
                    assertThat(step.latePercent()).isEqualTo((int) (100
                            * withTarget.stream()
                                    .filter(t -> day(t.getEndTime()).isAfter(day(t.getDueDate())))
                                    .count()
                            / withTarget.size()));
                }
            }
        }
        assertThat(measured).isPositive();
    }

    private int days(HistoricTaskInstance task) {
        return Math.max(0, calendar.workingDaysBetween(day(task.getStartTime()), day(task.getEndTime())));
    }

    private static Integer share(List<Integer> sorted, double share) {
        return sorted.isEmpty() ? null : sorted.get((int) Math.ceil(sorted.size() * share) - 1);
    }

    private static LocalDate day(Date moment) {
        return moment.toInstant().atZone(ZONE).toLocalDate();
    }

    @Test
    void theWaysCasesWentAreThoseOfHistory() {
        someWork();
        for (Version v : shown()) {
            var page = page(v);
            var ended = history.createHistoricProcessInstanceQuery()
                    .processDefinitionId(v.definitionId())
                    .finished()
                    .list();
            assertThat(page.ended()).as(v.key()).isEqualTo(ended.size());
            assertThat(page.running())
                    .as(v.key())
                    .isEqualTo(history.createHistoricProcessInstanceQuery()
                            .processDefinitionId(v.definitionId())
                            .unfinished()
                            .count());
            var counted = new HashMap<List<String>, Long>();
            for (var run : ended) {
                counted.merge(walked(run.getId()), 1L, Long::sum);
            }
            assertThat(page.paths()).hasSize(Math.min(10, counted.size()));
            for (var path : page.paths()) {
                assertThat(path.n()).as(path.steps().toString()).isEqualTo(counted.get(path.steps()));
            }
        }
    }

    private List<String> walked(String run) {
        var keys = new ArrayList<String>();
        history.createHistoricTaskInstanceQuery().processInstanceId(run).list().stream()
                .sorted(Comparator.comparing(HistoricTaskInstance::getStartTime)
                        .thenComparing(HistoricTaskInstance::getTaskDefinitionKey))
                .map(HistoricTaskInstance::getTaskDefinitionKey)
                .forEach(key -> {
                    if (keys.isEmpty() || !keys.get(keys.size() - 1).equals(key)) {
                        keys.add(key);
                    }
                });
        return keys;
    }

    @Test
    void everyNumberOpensTheCasesBehindIt() {
        someWork();
        var actor = as.actor(OFFICER);
        for (Version v : shown()) {
            var page = page(v);
            for (var step : page.steps()) {
                assertThat(listed(StepSelection.of(step.waiting(), "", "", "")))
                        .as(v.key() + " " + step.id())
                        .isEqualTo(casesOf(tasks
                                .createTaskQuery()
                                .processDefinitionId(v.definitionId())
                                .taskDefinitionKey(step.id())
                                .list()
                                .stream()
                                .map(t -> t.getProcessInstanceId())
                                .toList()));
            }
            for (var step : page.steps()) {
                var waiting = StepSelection.of(step.waiting(), "", "", "");
                assertThat(list.count(CaseQuery.all().withText("").withSelection(waiting), actor, 5000))
                        .isEqualTo(listed(waiting).size());
                assertThat(listed(StepSelection.of("", step.waiting(), "", "")))
                        .as(v.key() + " late at " + step.id())
                        .isEqualTo(casesOf(tasks
                                .createTaskQuery()
                                .processDefinitionId(v.definitionId())
                                .taskDefinitionKey(step.id())
                                .list()
                                .stream()
                                .filter(t -> t.getDueDate() != null
                                        && day(t.getDueDate()).isBefore(clock.today()))
                                .map(t -> t.getProcessInstanceId())
                                .toList()));
            }
            assertThat(listed(StepSelection.of(page.all(), "", "", "")))
                    .isEqualTo(casesOf(history
                            .createHistoricProcessInstanceQuery()
                            .processDefinitionId(v.definitionId())
                            .unfinished()
                            .list()
                            .stream()
                            .map(p -> p.getId())
                            .toList()));
            for (var path : page.paths()) {
                assertThat(list.count(
                                CaseQuery.all().withSelection(StepSelection.of("", "", "", path.selection())),
                                actor,
                                5000))
                        .isBetween(1, (int) path.n());
            }
        }
    }

    private Set<String> listed(CaseQuery.Selection selection) {
        var found = new HashSet<String>();
        for (int p = 0; ; p++) {
            var next =
                    list.find(CaseQuery.all().withSelection(selection).withPage(p, CaseQuery.MOST), as.actor(OFFICER));
            next.cases().forEach(c -> found.add(c.number()));
            if (!next.more()) {
                return found;
            }
        }
    }

    private Set<String> casesOf(List<String> runs) {
        var found = new HashSet<String>();
        runs.forEach(r -> found.add(history.createHistoricProcessInstanceQuery()
                .processInstanceId(r)
                .singleResult()
                .getBusinessKey()));
        return found;
    }

    @Test
    void keptUpSummedUpAndBuiltAnewAreTheSame() {
        someWork();
        var steps = rows(
                "select task_id, process_instance_id, case_number, definition_id, task_key, unit_code, due_on, done,"
                        + " cast(closed_at as date) from step_run");
        var runs =
                rows("select process_instance_id, case_number, definition_id, unit_code, path, steps from process_run");
        var cells = cells();
        assertThat(steps).isNotEmpty();
        while (tally.sumUp() > 0) {
            // until nothing is left to sum up
        }
        assertThat(cells()).as("summed up").isEqualTo(cells);
        assertThat(rows("select definition_id, kind, subject, due_on, ended_year, days, sum(n), sum(planned_days),"
                        + " sum(late) from step_tally where unit_code = '' group by definition_id, kind, subject, due_on,"
                        + " ended_year, days having sum(n) <> 0"))
                .as("all units are the sum of units")
                .isEqualTo(rows("select definition_id, kind, subject, due_on, ended_year, days, sum(n),"
                        + " sum(planned_days), sum(late) from step_tally where unit_code <> '' group by definition_id,"
                        + " kind, subject, due_on, ended_year, days having sum(n) <> 0"));
        rebuild.rebuild();
        assertThat(rows(
                        "select task_id, process_instance_id, case_number, definition_id, task_key, unit_code, due_on, done,"
                                + " cast(closed_at as date) from step_run"))
                .isEqualTo(steps);
        assertThat(
                        rows(
                                "select process_instance_id, case_number, definition_id, unit_code, path, steps from process_run"))
                .isEqualTo(runs);
        assertThat(cells()).as("built anew").isEqualTo(cells);
    }

    private List<String> cells() {
        return rows(
                "select definition_id, kind, subject, unit_code, due_on, ended_year, days, sum(n), sum(with_target),"
                        + " sum(planned_days), sum(late) from step_tally where unit_code <> '' group by definition_id, kind, subject,"
                        + " unit_code, due_on, ended_year, days having sum(n) <> 0");
    }

    private List<String> rows(String sql) {
        return jdbc
                .sql(sql)
                .query((rs, i) -> {
                    var line = new StringBuilder();
                    for (int c = 1; c <= rs.getMetaData().getColumnCount(); c++) {
                        line.append(rs.getObject(c)).append('|');
                    }
                    return line.toString();
                })
                .list()
                .stream()
                .sorted()
                .toList();
    }

    @Test
    void aLeaderSeesTheStepsOfTheOwnUnitAndAnOfficerNone() throws Exception {
        someWork();
        var own = view.of("assignment", null, ProcessMeasure.COUNT, null, as.actor("leader.h889"));
        long waiting =
                own.steps().stream().mapToLong(ProcessView.StepLine::open).sum();
        assertThat(waiting)
                .isEqualTo(jdbc.sql("select count(distinct task_id) from work_item where unit_code = 'H889'"
                                + " and definition_id = ?")
                        .param(own.version().definitionId())
                        .query(Long.class)
                        .single());
        assertThat(waiting).isPositive();
        assertThatThrownBy(() -> view.processes(as.actor("officer.h889"))).isInstanceOf(Refusal.Forbidden.class);
        mvc.perform(get("/quy-trinh").with(user("officer.h889"))).andExpect(status().isForbidden());
        mvc.perform(get("/quy-trinh/assignment/so-do.bpmn").with(user("officer.h889")))
                .andExpect(status().isForbidden());
        mvc.perform(get("/ho-so").with(user("officer.h889")))
                .andExpect(content().string(not(containsString("href=\"/quy-trinh\""))));
    }

    @Test
    void theProcessOfRestrictedCasesIsNobodysBusinessHere() throws Exception {
        assertThat(as.call(OFFICER, () -> view.processes(as.actor(OFFICER))))
                .extracting(ProcessView.ProcessLine::key)
                .contains("assignment")
                .doesNotContain("accountability");
        mvc.perform(get("/quy-trinh/accountability").with(user("leader.sldtbxh")))
                .andExpect(status().isNotFound());
        assertThat(jdbc.sql("select count(*) from step_run s join case_file c on c.number = s.case_number"
                                + " where c.restricted")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void thePageShowsNumbersAsATableAndOnTheDiagram() throws Exception {
        someWork();
        for (ProcessMeasure measure : ProcessMeasure.values()) {
            mvc.perform(get("/quy-trinh/assignment")
                            .param("xem", measure.code())
                            .with(user(OFFICER)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("data-marks")))
                    .andExpect(content().string(containsString("Tiếp nhận nhiệm vụ")));
        }
        var path = view.of("assignment", null, ProcessMeasure.COUNT, null, as.actor(OFFICER))
                .paths()
                .get(0);
        mvc.perform(get("/quy-trinh/assignment").param("duong-di", path.id()).with(user(OFFICER)))
                .andExpect(content().string(containsString("data-path=\"" + String.join(",", path.steps()))));
        mvc.perform(get("/quy-trinh/assignment").param("phien-ban", "999").with(user(OFFICER)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/quy-trinh/assignment/so-do.bpmn").with(user(OFFICER)))
                .andExpect(content().string(containsString("<bpmn:process id=\"assignment\"")));
    }

    @Test
    void aTableThatDidNotChangeIsNotSentAgain() throws Exception {
        someWork();
        String tag = mvc.perform(get("/quy-trinh/bang").with(user(OFFICER)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        mvc.perform(get("/quy-trinh/bang").header("If-None-Match", tag).with(user(OFFICER)))
                .andExpect(status().isNotModified());
        assignment.forUnit("SXD");
        mvc.perform(get("/quy-trinh/bang").header("If-None-Match", tag).with(user(OFFICER)))
                .andExpect(status().isOk());
    }

    @Test
    void strangeAddressesSelectNothing() {
        assertThat(StepSelection.of("' or 1=1", "", "", "")).isNull();
        assertThat(StepSelection.of("", "", "assignment:1:x", "")).isNull();
        assertThat(Map.of("selDefinition", "d", "selStep", "s", "selUnits", List.of("A", "B")))
                .isEqualTo(StepSelection.of("d~s~A,B", "", "", "").values());
    }
}
