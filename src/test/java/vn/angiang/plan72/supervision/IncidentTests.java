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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
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
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.IntegrationTest;
import vn.angiang.plan72.support.SomeAssignment;

/** What the system tried in vain is seen, tried again with a reason, and told to monitoring. */
@IntegrationTest
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:processview;DB_CLOSE_DELAY=-1")
class IncidentTests {

    @Autowired
    Incidents incidents;

    @Autowired
    MetricsFigures metrics;

    @Autowired
    SomeAssignment assignment;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    Cases cases;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

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
    void nothingIsLeft() {
        RequestContextHolder.resetRequestAttributes();
        management.createJobQuery().noRetriesLeft().list().forEach(j -> management.setJobRetries(j.getId(), 3));
    }

    /** A case whose timer has no attempts left; the fault is the engine's own. */
    private String broken(String unit) {
        RequestContextHolder.resetRequestAttributes(); // as on a job thread
        String number = assignment.forUnit(unit);
        var job = management
                .createJobQuery()
                .processInstanceId(cases.byNumber(number).processInstanceId())
                .timers()
                .listPage(0, 1)
                .get(0);
        management.setJobRetries(job.getId(), 0);
        return number;
    }

    private String incidentOf(String number) {
        return as.call("admin", () -> incidents.latest(as.actor("admin"))).stream()
                .filter(f -> f.caseNumber().equals(number))
                .findFirst()
                .orElseThrow()
                .incidentId();
    }

    @Test
    void whatFailedIsShownWithItsCaseAndStep() throws Exception {
        String number = broken("SXD");
        RequestContextHolder.resetRequestAttributes();
        assertThat(incidents.count())
                .isEqualTo(management.createJobQuery().noRetriesLeft().count());
        mvc.perform(get("/quy-trinh/su-co").with(user("officer.sldtbxh")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(number)))
                .andExpect(content().string(not(containsString("name=\"chon\""))));
        mvc.perform(get("/quy-trinh/su-co").with(user("admin")))
                .andExpect(content().string(containsString("name=\"chon\"")));
        for (String stranger : List.of("officer.sxd", "leader.sxd", "modeler")) {
            mvc.perform(get("/quy-trinh/su-co").with(user(stranger))).andExpect(status().isForbidden());
        }
        String id = incidentOf(number);
        mvc.perform(get("/quy-trinh/su-co/" + id + "/vet").with(user("admin"))).andExpect(status().isOk());
        mvc.perform(get("/quy-trinh/su-co/" + id + "/vet").with(user("officer.sldtbxh")))
                .andExpect(status().isForbidden());
    }

    @Test
    void exactlyWhatWasLookedAtIsTriedAgainWithItsReasonInTheJournal() {
        String one = broken("SYT");
        String solved = broken("SYT");
        String other = broken("STP");
        long id = as.call(
                "admin",
                () -> incidents.preview(
                        List.of(incidentOf(one), incidentOf(solved)), "Đã sửa đường truyền", as.actor("admin")));
        var planned = as.call("admin", () -> incidents.of(id, as.actor("admin")));
        assertThat(planned.planned()).isEqualTo(2);
        assertThat(management.createJobQuery().noRetriesLeft().count())
                .as("nothing done yet")
                .isEqualTo(3);
        management
                .createJobQuery()
                .processInstanceId(cases.byNumber(solved).processInstanceId())
                .noRetriesLeft()
                .list()
                .forEach(j -> management.setJobRetries(j.getId(), 3));

        as.run("admin", () -> incidents.confirm(id, as.actor("admin")));

        var done = as.call("admin", () -> incidents.of(id, as.actor("admin")));
        assertThat(done.items())
                .extracting(IncidentRetry.Item::caseNumber, IncidentRetry.Item::result)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(one, "QUEUED"),
                        org.assertj.core.groups.Tuple.tuple(solved, "GONE"));
        assertThat(runtime.createIncidentQuery()
                        .processInstanceId(cases.byNumber(one).processInstanceId())
                        .count())
                .isZero();
        assertThat(runtime.createIncidentQuery()
                        .processInstanceId(cases.byNumber(other).processInstanceId())
                        .count())
                .isEqualTo(1);
        assertThat(journal.ofCase(one, 50))
                .anyMatch(e -> e.action().equals("incident.retried")
                        && "Đã sửa đường truyền".equals(e.data().get("reason")));
        assertThat(journal.ofCase(solved, 50)).noneMatch(e -> e.action().equals("incident.retried"));
        assertThatThrownBy(() -> as.run("admin", () -> incidents.confirm(id, as.actor("admin"))))
                .isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void ofARestrictedCaseNeitherNumberNorFaultIsTold() throws Exception {
        String number = broken("SCT");
        jdbc.sql("update case_file set restricted = true where number = ?")
                .param(number)
                .update();
        try {
            mvc.perform(get("/quy-trinh/su-co").with(user("admin")))
                    .andExpect(content().string(not(containsString(number))))
                    .andExpect(content().string(containsString("Hồ sơ hạn chế")));
        } finally {
            jdbc.sql("update case_file set restricted = false where number = ?")
                    .param(number)
                    .update();
        }
    }

    @Test
    void aRetryNeedsAReasonAndAChoice() throws Exception {
        broken("SNV");
        mvc.perform(post("/quy-trinh/su-co")
                        .param("tat-ca", "true")
                        .with(csrf())
                        .with(user("admin")))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Nhập lý do")));
        mvc.perform(post("/quy-trinh/su-co").param("reason", "Thử").with(csrf()).with(user("admin")))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Chọn ít nhất một")));
        mvc.perform(post("/quy-trinh/su-co")
                        .param("tat-ca", "true")
                        .param("reason", "Thử")
                        .with(csrf())
                        .with(user("officer.sldtbxh")))
                .andExpect(status().isForbidden());
    }

    @Test
    void theCasePageTellsTheWayAndAdministratorsWhatTheEngineCarries() throws Exception {
        String number = assignment.forUnit("SKHCN");
        desk.does("officer.skhcn", number, "acceptAssignment", "acceptance", "ACCEPT");
        mvc.perform(get("/ho-so/" + number).with(user("officer.skhcn")))
                .andExpect(content().string(containsString("Các bước đã qua")))
                .andExpect(content().string(containsString("Lập kế hoạch thực hiện")))
                .andExpect(content().string(not(containsString("Biến của máy quy trình"))));
        mvc.perform(get("/ho-so/" + number).with(user("admin")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Biến của máy quy trình")))
                .andExpect(content().string(containsString("leadUnit")));
    }

    @Test
    void everyFigureOfTheDashboardAndTheAlertsExists() throws Exception {
        broken("SGTVT");
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        metrics.bindTo(registry);
        String scraped = registry.scrape();
        for (String file : List.of("deploy/monitoring/alerts.yml", "deploy/monitoring/dashboard.json")) {
            var names = new TreeSet<String>();
            Pattern.compile("plan72_[a-z_]+")
                    .matcher(Files.readString(Path.of(file)))
                    .results()
                    .forEach(m -> names.add(m.group()));
            assertThat(names).as(file).isNotEmpty();
            for (String name : names) {
                assertThat(scraped).as(file).contains("\n" + name + " ");
            }
        }
        assertThat(scraped).contains("plan72_tasks_open ").doesNotContain("NaN");
    }

    @Test
    void figuresForMonitoringAreForAdministratorsAndTheKnownProgram() throws Exception {
        mvc.perform(get("/actuator/prometheus").with(user("officer.sldtbxh"))).andExpect(status().isForbidden());
        mvc.perform(get("/actuator/prometheus").header("Authorization", "Bearer "))
                .andExpect(status().is3xxRedirection());
    }
}
