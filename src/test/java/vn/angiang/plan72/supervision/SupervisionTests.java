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

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.angiang.plan72.casefile.CaseBucket;
import vn.angiang.plan72.casefile.CaseFile;
import vn.angiang.plan72.casefile.CaseList;
import vn.angiang.plan72.casefile.CaseQuery;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.CaseStatus;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.NearDue;
import vn.angiang.plan72.notification.Reminders;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.IntegrationTest;
import vn.angiang.plan72.support.SomeAssignment;

/** What supervisors see is what is; what they do to many cases is what the dry run said. */
@IntegrationTest
class SupervisionTests {

    private static final String OFFICER = "officer.sldtbxh";

    @Autowired
    Overview overview;

    @Autowired
    BulkJobs jobs;

    @Autowired
    BulkRunner runner;

    @Autowired
    CaseList list;

    @Autowired
    Cases cases;

    @Autowired
    NearDue near;

    @Autowired
    Reminders reminders;

    @Autowired
    WeeklyDigest digest;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SomeAssignment assignment;

    @Autowired
    MockMvc mvc;

    @Autowired
    Desk desk;

    @Autowired
    As as;

    @Autowired
    Clockwork clock;

    @BeforeEach
    void february2017() {
        clock.set(LocalDate.of(2017, 2, 20));
    }

    @Test
    void everyNumberOfTheBoardIsTheNumberOfCasesBehindIt() {
        String late = assignment.forUnit("SNGV", LocalDate.of(2017, 3, 1));
        desk.does("officer.sngv", late, "acceptAssignment", "acceptance", "ACCEPT");
        assignment.forUnit("SNGV", LocalDate.of(2017, 3, 13));
        assignment.forUnit("SNV", LocalDate.of(2017, 12, 1));
        clock.advanceTo(LocalDate.of(2017, 3, 8));
        Actor officer = as.actor(OFFICER);

        var counted = countedByFlag(officer);
        CaseStatus all = CaseStatus.NONE;
        for (String level : List.of("", "commune")) {
            all = all.plus(overview.of(new OverviewFilter(null, "", level, ""), officer)
                    .all());
        }
        for (CaseBucket bucket : CaseBucket.values()) {
            int listed =
                    unrestricted(CaseQuery.all().withBucket(bucket), officer).size();
            assertThat(listed).as("list of " + bucket).isEqualTo(counted.getOrDefault(bucket, 0));
            assertThat(of(all, bucket)).as("board of " + bucket).isEqualTo(listed);
        }
        var line = overview.of(new OverviewFilter(null, "", "", ""), officer).lines().stream()
                .filter(l -> l.unit().equals("SNGV"))
                .findFirst()
                .orElseThrow();
        assertThat(line.status().openOverdue())
                .isEqualTo(unrestricted(CaseQuery.all().withUnit("SNGV").withBucket(CaseBucket.OVERDUE), officer)
                        .size());
        assertThat(line.head()).isNotBlank();
    }

    private static int of(CaseStatus s, CaseBucket bucket) {
        return switch (bucket) {
            case DONE_ON_TIME -> s.doneOnTime();
            case DONE_LATE -> s.doneLate();
            case IN_TIME -> s.openInTime();
            case OVERDUE -> s.openOverdue();
            case NEAR -> s.near();
            case FAILED -> s.failed();
            case EXTENDED -> s.extended();
            case LATE -> s.late();
            case ANY -> s.total();
        };
    }

    /** Counted from the cases one by one, by the flag each shows. */
    private Map<CaseBucket, Integer> countedByFlag(Actor actor) {
        var counted = new EnumMap<CaseBucket, Integer>(CaseBucket.class);
        for (CaseFile file : unrestricted(CaseQuery.all(), actor)) {
            var buckets = new ArrayList<CaseBucket>();
            switch (file.flag(near.now())) {
                case DA_XONG_DUNG_HAN -> buckets.add(CaseBucket.DONE_ON_TIME);
                case DA_XONG_QUA_HAN -> buckets.addAll(List.of(CaseBucket.DONE_LATE, CaseBucket.LATE));
                case KHONG_HOAN_THANH -> buckets.addAll(List.of(CaseBucket.FAILED, CaseBucket.LATE));
                case QUA_HAN -> buckets.addAll(List.of(CaseBucket.OVERDUE, CaseBucket.LATE));
                case SAP_DEN_HAN -> buckets.addAll(List.of(CaseBucket.IN_TIME, CaseBucket.NEAR));
                case TRONG_HAN, KHONG_CO_HAN -> buckets.add(CaseBucket.IN_TIME);
                default -> {
                    // withdrawn: counts nowhere
                }
            }
            if (file.state() != CaseState.HUY) {
                buckets.add(CaseBucket.ANY);
                if (file.extensions() > 0) {
                    buckets.add(CaseBucket.EXTENDED);
                }
            }
            buckets.forEach(b -> counted.merge(b, 1, Integer::sum));
        }
        return counted;
    }

    private List<CaseFile> unrestricted(CaseQuery query, Actor actor) {
        var found = new ArrayList<CaseFile>();
        for (int page = 0; ; page++) {
            var next = list.find(query.withPage(page, CaseQuery.MOST), actor);
            found.addAll(next.cases());
            if (!next.more()) {
                found.removeIf(c -> c.processKey().equals("accountability"));
                return found;
            }
        }
    }

    @Test
    void aLeaderSeesTheNumbersOfTheOwnUnitOnly() throws Exception {
        assignment.forUnit("H886");
        assignment.forUnit("H890");
        var view = overview.of(new OverviewFilter(null, "", "", ""), as.actor("leader.h886"));
        assertThat(view.lines()).extracting(Overview.Line::unit).containsOnly("H886");
        mvc.perform(get("/toan-canh").with(user("leader.h886")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Huyện Tri Tôn"))));
    }

    @Test
    void theWorkbookSaysWhatThePageSays() throws Exception {
        assignment.forUnit("SYT");
        var view = overview.of(new OverviewFilter(null, "", "", "tong"), as.actor(OFFICER));
        byte[] content = mvc.perform(
                        get("/toan-canh.xlsx").param("sap-xep", "tong").with(user(OFFICER)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            var sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(view.lines().size());
            for (int i = 0; i < view.lines().size(); i++) {
                var status = view.lines().get(i).status();
                var row = sheet.getRow(i + 1);
                assertThat((int) row.getCell(2).getNumericCellValue()).isEqualTo(status.total());
                assertThat((int) row.getCell(6).getNumericCellValue()).isEqualTo(status.openOverdue());
            }
            assertThat(workbook.getSheetAt(1).getLastRowNum())
                    .isEqualTo(view.heat().size());
        }
    }

    @Test
    void theListGoesOutWholeAsAWorkbook() throws Exception {
        assignment.forUnit("SYT");
        int rows = list.count(CaseQuery.all().withUnit("SYT"), as.actor(OFFICER), 10_000);
        byte[] content = mvc.perform(get("/ho-so.xlsx").param("don-vi", "SYT").with(user(OFFICER)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(rows);
        }
    }

    @Test
    void manyCasesAreExtendedExactlyAsTheDryRunSaid() {
        String one = assignment.forUnit("STP", LocalDate.of(2017, 5, 10));
        String other = assignment.forUnit("STP", LocalDate.of(2017, 5, 12));
        String suspended = assignment.forUnit("STP", LocalDate.of(2017, 5, 15));
        as.run(OFFICER, () -> {
            long job = jobs.preview(
                    CaseQuery.all().withText(suspended),
                    new SupervisionActs.Order(BulkAct.SUSPEND, "Chờ hướng dẫn", null),
                    as.actor(OFFICER));
            jobs.confirm(job, as.actor(OFFICER));
        });
        runner.run();
        assertThat(cases.byNumber(suspended).suspended()).isTrue();

        var order = new SupervisionActs.Order(BulkAct.MOVE_DUE, "Lũ về sớm", LocalDate.of(2017, 6, 30));
        var query = CaseQuery.all().withUnit("STP").withState(null, true);
        long job = as.call(OFFICER, () -> jobs.preview(query, order, as.actor(OFFICER)));
        int planned = jobs.of(job, as.actor(OFFICER)).planned();
        assertThat(jobs.items(job, as.actor(OFFICER)))
                .filteredOn(i -> i.caseNumber().equals(suspended))
                .allMatch(i -> i.result().equals("LEFT") && i.message() != null);
        assertThat(cases.byNumber(one).dueOn()).as("a dry run does nothing").isEqualTo(LocalDate.of(2017, 5, 10));

        jobs.confirm(job, as.actor(OFFICER));
        runner.run();

        var done = jobs.of(job, as.actor(OFFICER));
        assertThat(done.state()).isEqualTo("DONE");
        assertThat(done.done()).isEqualTo(planned);
        assertThat(List.of(cases.byNumber(one), cases.byNumber(other))).allSatisfy(c -> {
            assertThat(c.dueOn()).isEqualTo(LocalDate.of(2017, 6, 30));
            assertThat(c.extensions()).isEqualTo(1);
        });
        assertThat(cases.byNumber(suspended).dueOn()).isEqualTo(LocalDate.of(2017, 5, 15));
        assertThatThrownBy(() -> jobs.confirm(job, as.actor(OFFICER))).isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void aCaseThatChangedAfterTheDryRunIsLeftAloneAndNamed() {
        String number = assignment.forUnit("STTTT");
        var query = CaseQuery.all().withText(number);
        long job = as.call(
                OFFICER,
                () -> jobs.preview(
                        query, new SupervisionActs.Order(BulkAct.WITHDRAW, "Trùng", null), as.actor(OFFICER)));
        desk.does("officer.stttt", number, "acceptAssignment", "acceptance", "ACCEPT");
        jobs.confirm(job, as.actor(OFFICER));
        runner.run();
        assertThat(cases.byNumber(number).isOpen()).isTrue();
        assertThat(jobs.items(job, as.actor(OFFICER)))
                .allMatch(i -> i.result().equals("FAILED") && i.message().contains("thay đổi"));
    }

    @Test
    void theSteeringCommitteeUrgesButDecidesNothing() throws Exception {
        String number = assignment.forUnit("SGDDT");
        var query = CaseQuery.all().withText(number);
        long urging = as.call(
                "supervisor",
                () -> jobs.preview(
                        query,
                        new SupervisionActs.Order(BulkAct.URGE, "Đề nghị báo cáo", null),
                        as.actor("supervisor")));
        jobs.confirm(urging, as.actor("supervisor"));
        runner.run();
        assertThat(reminders.countOfCase(number)).isEqualTo(1);

        long withdrawing = as.call(
                "supervisor",
                () -> jobs.preview(
                        query, new SupervisionActs.Order(BulkAct.WITHDRAW, "Thôi", null), as.actor("supervisor")));
        assertThat(jobs.of(withdrawing, as.actor("supervisor")).planned()).isZero();
        mvc.perform(get("/ho-so/hang-loat/" + urging).with(user(OFFICER))).andExpect(status().isNotFound());
        mvc.perform(get("/ho-so/hang-loat").with(user("officer.syt"))).andExpect(status().isForbidden());
    }

    @Test
    void aJobThatIsStoppedStays() {
        String number = assignment.forUnit("SCT");
        long job = as.call(
                OFFICER,
                () -> jobs.preview(
                        CaseQuery.all().withText(number),
                        new SupervisionActs.Order(BulkAct.WITHDRAW, "Nhầm", null),
                        as.actor(OFFICER)));
        jobs.stop(job, as.actor(OFFICER));
        runner.run();
        assertThat(cases.byNumber(number).isOpen()).isTrue();
        assertThatThrownBy(() -> jobs.confirm(job, as.actor(OFFICER))).isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void wrongOrdersAreToldBesideTheField() throws Exception {
        assignment.forUnit("SYT");
        mvc.perform(post("/ho-so/hang-loat")
                        .param("don-vi", "SYT")
                        .param("act", "MOVE_DUE")
                        .param("due", "30/02/2017")
                        .param("reason", "Lý do")
                        .with(csrf())
                        .with(user(OFFICER)))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Nhập hạn mới")))
                .andExpect(content().string(containsString("Lý do")));
        mvc.perform(post("/ho-so/hang-loat").with(csrf()).with(user(OFFICER))).andExpect(status().isBadRequest());
    }

    @Test
    void theWeeklyDigestGoesOutOnceAWeekAsPdfToThoseWhoOversee() throws Exception {
        assignment.forUnit("H887", LocalDate.of(2017, 3, 1));
        clock.set(LocalDate.of(2017, 3, 6));
        int people = digest.send();
        assertThat(people).isPositive();
        assertThat(digest.send()).as("once a week").isZero();
        byte[] pdf = jdbc.sql("select attachment from mail_outbox where attachment_name = 'toan-canh-2017-03-06.pdf'"
                        + " and username = 'supervisor'")
                .query((rs, i) -> rs.getBytes(1))
                .single();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("TÓM TẮT TUẦN", "Người đứng đầu", "quá hạn");
        }
        mvc.perform(get("/toan-canh.pdf").with(user("leader.ubnd_tinh"))).andExpect(status().isOk());
    }

    @Test
    void twoNodesAtTheSameMinuteSendTheDigestOnceAndWithoutAnError() {
        clock.set(LocalDate.of(2017, 3, 13));
        transaction.executeWithoutResult(t -> {
            assertThat(digest.send()).isPositive();
            assertThat(CompletableFuture.supplyAsync(digest::send).join())
                    .as("another node, while this one is at it")
                    .isZero();
        });
        assertThat(digest.send()).as("later").isZero();
    }

    @Test
    void aFilterIsKeptUnderANameAndIsOnesOwn() throws Exception {
        mvc.perform(post("/ho-so/luu")
                        .param("ten", "Quá hạn của Tri Tôn")
                        .param("don-vi", "H891")
                        .param("tinh-trang", "qua-han")
                        .param("evil", "https://example.org")
                        .with(csrf())
                        .with(user(OFFICER)))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/ho-so").with(user(OFFICER)))
                .andExpect(content().string(containsString("Quá hạn của Tri Tôn")))
                .andExpect(content().string(containsString("don-vi=H891")))
                .andExpect(content().string(not(containsString("example.org"))));
        mvc.perform(get("/ho-so").with(user("leader.sldtbxh")))
                .andExpect(content().string(not(containsString("Quá hạn của Tri Tôn"))));
    }

    @Test
    void theBoardKeepsItselfFresh() throws Exception {
        String tag = mvc.perform(get("/toan-canh/bang").with(user("officer.sldtbxh")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("p72-figures")))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        mvc.perform(get("/toan-canh/bang").header("If-None-Match", tag).with(user("officer.sldtbxh")))
                .andExpect(status().isNotModified());
        assignment.forUnit("SXD");
        mvc.perform(get("/toan-canh/bang").header("If-None-Match", tag).with(user("officer.sldtbxh")))
                .andExpect(status().isOk());
    }
}
