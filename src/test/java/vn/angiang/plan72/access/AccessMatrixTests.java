package vn.angiang.plan72.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import vn.angiang.plan72.access.AccessRules.Action;
import vn.angiang.plan72.access.AccessRules.Kind;
import vn.angiang.plan72.access.AccessRules.Matter;
import vn.angiang.plan72.accountability.AccountabilityCases;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.document.Documents;
import vn.angiang.plan72.inspection.AreaWatches;
import vn.angiang.plan72.inspection.InspectionPlans;
import vn.angiang.plan72.inspection.Inspections;
import vn.angiang.plan72.reporting.Completeness;
import vn.angiang.plan72.reporting.Periods;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.IntegrationTest;
import vn.angiang.plan72.support.SomeAssignment;

/**
 * Every person of {@link AccessRules} tries every action on one case of every kind, over HTTP. What is granted must be what
 * the rules say, no more and no less; the whole table is in {@code docs/generated/access-matrix.md}.
 */
@IntegrationTest
class AccessMatrixTests {

    private static final String OFFICER = "officer.sldtbxh";
    private static final Path TABLE = Path.of("docs", "generated", "access-matrix.md");

    @Autowired
    MockMvc mvc;

    @Autowired
    SomeAssignment assignment;

    @Autowired
    Periods periods;

    @Autowired
    Completeness completeness;

    @Autowired
    Inspections inspections;

    @Autowired
    InspectionPlans inspectionPlans;

    @Autowired
    AreaWatches watches;

    @Autowired
    AccountabilityCases accountability;

    @Autowired
    Documents documents;

    @Autowired
    Cases cases;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Desk desk;

    @Autowired
    As as;

    @Autowired
    Clockwork clock;

    @BeforeEach
    void february2020() {
        clock.set(LocalDate.of(2020, 2, 20));
    }

    @Test
    void whatIsGrantedIsWhatTheRulesSay() throws Exception {
        var leaks = new ArrayList<String>();
        var table = new StringBuilder("# Ma trận quyền truy cập\n\nSinh bởi `AccessMatrixTests`; không sửa tay. "
                + "● được, – không; mỗi ô là một yêu cầu HTTP thật trên một hồ sơ thật.\n");
        for (Kind kind : Kind.values()) {
            Matter matter = matter(kind);
            table.append("\n## ").append(kind.title).append("\n\n| Người dùng |");
            Action.of(kind).forEach(a -> table.append(' ').append(a.title).append(" |"));
            table.append("\n| --- |")
                    .append(" :-: |".repeat(Action.of(kind).size()))
                    .append('\n');
            for (String person : AccessRules.PEOPLE) {
                table.append("| `").append(person).append("` |");
                for (Action action : Action.of(kind)) {
                    boolean granted = granted(action, matter, person, leaks);
                    if (granted != AccessRules.mayDo(person, action, matter)) {
                        leaks.add(kind + " " + action + " " + person + (granted ? " is granted" : " is refused"));
                    }
                    table.append(granted ? " ● |" : " – |");
                }
                table.append('\n');
            }
        }
        assertThat(leaks).isEmpty();
        if (Boolean.getBoolean("plan72.docs.write")) {
            Files.writeString(TABLE, table);
        }
        assertThat(TABLE).exists().content().isEqualToNormalizingNewlines(table.toString());
    }

    private boolean granted(Action action, Matter matter, String person, List<String> leaks) throws Exception {
        if (action == Action.LIST || action == Action.EXPORT) {
            String path = action == Action.LIST ? "/ho-so" : "/ho-so.csv";
            var answer = mvc.perform(get(path).param("q", matter.number()).with(user(person)))
                    .andReturn()
                    .getResponse();
            return answer.getStatus() == 200
                    && answer.getContentAsString(StandardCharsets.UTF_8)
                            .replace("value=\"" + matter.number(), "")
                            .contains(matter.number());
        }
        int status = mvc.perform(request(action, matter).with(user(person)).with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
        if (status >= 500 || status == 401) {
            leaks.add(action + " " + person + " on " + matter.number() + " answered " + status);
        }
        if (matter.restrictedTo().isPresent() && status == 403 && !AccessRules.mayDo(person, Action.READ, matter)) {
            leaks.add(action + " tells " + person + " that " + matter.number() + " exists");
        }
        return status != 403 && status != 404;
    }

    /** None changes anything: texts are missing, the revision is one that never was. */
    private static MockHttpServletRequestBuilder request(Action action, Matter m) {
        return switch (action) {
            case READ -> get("/ho-so/" + m.number());
            case DIAGRAM -> get("/ho-so/" + m.number() + "/so-do.bpmn");
            case API -> get("/api/v1/cases/" + m.number());
            case JOURNAL -> get("/api/v1/cases/" + m.number() + "/journal");
            case FILE -> get("/tep/" + m.file());
            case COMMENT -> post("/ho-so/" + m.number() + "/y-kien");
            case OWN_PAGE -> get(m.page());
            case OPEN_TASK -> get("/viec/" + m.task());
            case COMPLETE -> post("/viec/" + m.task()).param("p72-revision", "999999");
            case COMPLETE_API ->
                post("/api/v1/tasks/" + m.task() + "/complete")
                        .contentType("application/json")
                        .content("{\"answers\":{},\"revision\":999999}");
            case SUSPEND -> post("/ho-so/" + m.number() + "/tam-dung");
            case PROGRESS -> post("/ho-so/" + m.number() + "/tien-do");
            case LIST, EXPORT -> throw new IllegalArgumentException();
        };
    }

    private Matter matter(Kind kind) {
        String number =
                switch (kind) {
                    case ASSIGNMENT -> assignmentWithHelp();
                    case UNIT_REPORT -> report();
                    case INSPECTION_PLAN -> asOfficer(() -> inspectionPlans.open(2020, as.actor(OFFICER)));
                    case INSPECTION ->
                        asOfficer(() -> inspections.open("H886", "KIEM_TRA", "Sử dụng vốn", as.actor(OFFICER)));
                    case AREA_WATCH -> asOfficer(() -> watches.assign("H886", "Ông Thử", as.actor(OFFICER)));
                    case ACCOUNTABILITY_A, ACCOUNTABILITY_B ->
                        asOfficer(() -> accountability.openByHand(
                                "H886",
                                kind == Kind.ACCOUNTABILITY_A ? "A" : "B",
                                "Ma trận",
                                "Chậm phân bổ vốn",
                                as.actor(OFFICER)));
                };
        var tasks = desk.steps(number);
        var task = desk.task(number, tasks.get(0));
        return new Matter(kind, number, task.taskId(), Set.copyOf(task.candidates()), file(number));
    }

    private <T> T asOfficer(java.util.concurrent.Callable<T> work) {
        return as.call(OFFICER, work);
    }

    private String assignmentWithHelp() {
        String number = assignment.forUnit("H886");
        transactions.executeWithoutResult(t -> cases.addUnit(number, "SYT", "COORDINATING"));
        return number;
    }

    private String report() {
        String code = asOfficer(() -> periods.planAdHoc(
                "Ma trận quyền", LocalDate.of(2020, 3, 20), Set.of("POV_HH"), false, as.actor(OFFICER)));
        clock.advanceTo(LocalDate.of(2020, 2, 21));
        return asOfficer(() -> completeness.ofPeriod(periods.byCode(code), as.actor(OFFICER))).stream()
                .map(Completeness.Field::report)
                .filter(r -> r.unit().equals("H886"))
                .findFirst()
                .orElseThrow()
                .caseNumber();
    }

    private String file(String number) {
        byte[] pdf = "%PDF-1.4\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        return as.call(
                OFFICER,
                () -> transactions.execute(t -> {
                    var kept = documents.store(
                            number, null, "evidence", "a.pdf", new ByteArrayInputStream(pdf), as.actor(OFFICER));
                    documents.seal(List.of(kept.id()), null, number);
                    return kept.id();
                }));
    }
}
