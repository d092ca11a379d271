package vn.angiang.plan72.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.NewCase;
import vn.angiang.plan72.document.official.SafeSheets;
import vn.angiang.plan72.process.DeployedModels;
import vn.angiang.plan72.process.ProcessInstances;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.IntegrationTest;

/** The yearly review of poor households, from the list of a commune to the official result. */
@IntegrationTest
class HouseholdStoryTests {

    private static final String AGENCY = "officer.sldtbxh";
    private static final String NAME = "Trần Văn Riêng";

    @Autowired
    HouseholdReviews reviews;

    @Autowired
    HouseholdLists lists;

    @Autowired
    HouseholdWorkbook workbook;

    @Autowired
    HouseholdErasure erasure;

    @Autowired
    ReviewStore store;

    @Autowired
    Cases cases;

    @Autowired
    ProcessInstances processes;

    @Autowired
    DeployedModels models;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    Desk desk;

    @Autowired
    As as;

    @Autowired
    Clockwork clock;

    private String commune;
    private String district;
    private String review;
    private String file;

    /** One commune reviews; each test another one, so that registers do not mix. */
    @BeforeEach
    void september2017() {
        clock.set(LocalDate.of(2017, 9, 1));
        commune = jdbc.sql("select code from unit u where level = 'commune' and not exists"
                        + " (select 1 from household h where h.commune_code = u.code) order by code"
                        + " fetch first 1 rows only")
                .query(String.class)
                .single();
        district = jdbc.sql("select parent_code from unit where code = ?")
                .param(commune)
                .query(String.class)
                .single();
        review = opened(2017);
        file = store.communes(review).get(0).caseNumber();
    }

    private String opened(int year) {
        String number = as.call(
                AGENCY,
                () -> transaction.execute(tx -> {
                    var it = cases.open(
                            new NewCase(
                                    "HS",
                                    HouseholdReviews.PROCESS,
                                    "Rà soát năm " + year,
                                    "IV.13.c.1",
                                    "IV.13",
                                    commune,
                                    "SLDTBXH",
                                    Set.of(),
                                    year,
                                    "mandatory",
                                    CaseState.DANG_THUC_HIEN,
                                    null),
                            as.actor(AGENCY));
                    String instance = processes.start(
                            HouseholdReviews.PROCESS, it.number(), Map.of("leadUnit", commune, "year", (long) year));
                    cases.runsOn(it.number(), instance, models.latestDefinition(HouseholdReviews.PROCESS));
                    return it.number();
                }));
        clock.runJobs();
        clock.advanceTo(LocalDate.of(year, 9, 2));
        return number;
    }

    private String officer() {
        return "officer." + commune.toLowerCase();
    }

    private String leader() {
        return "leader." + commune.toLowerCase();
    }

    static List<Object> row(
            String code, String previous, String was, String present, String a, String b1, String marks) {
        var row = new ArrayList<Object>(
                Arrays.asList(code, NAME + " " + code, "Ấp Thử", "4", "NT", previous, was, present, a, b1));
        for (int i = 0; i < 10; i++) {
            row.add(marks.isEmpty() ? null : marks.substring(i, i + 1));
        }
        return row;
    }

    static byte[] sheet(List<List<Object>> rows) {
        var columns = java.util.stream.IntStream.range(0, 20)
                .mapToObj(c -> new SafeSheets.Column("C" + c, 10, SafeSheets.Kind.TEXT))
                .toList();
        var out = new ByteArrayOutputStream();
        try {
            SafeSheets.xlsx(out, new SafeSheets.Sheet("Danh sách", columns, rows.stream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private int imported(List<List<Object>> rows) {
        return as.call(
                officer(), () -> workbook.read(file, new ByteArrayInputStream(sheet(rows)), as.actor(officer())));
    }

    /** Poor stays, escapes, moves away; new, relapsed, near-poor, not poor. */
    private static List<List<Object>> someHouseholds() {
        return List.of(
                row("H1", "N", "C", "C", "C", "100", "0000000000"),
                row("H2", "N", "C", "C", "C", "160", "0000000000"),
                row("H3", "N", "C", "K", "K", "", ""),
                row("H4", "K", "K", "C", "C", "130", "1110000000"),
                row("H5", "K", "C", "C", "C", "90", "0000000000"),
                row("H6", "CN", "K", "C", "C", "140", "1100000000"),
                row("H7", "K", "K", "C", "K", "", ""));
    }

    private void reviewed() {
        desk.does(officer(), file, "prepareList", "listResult", "READY");
        desk.does(officer(), file, "surveyHouseholds", "surveyDone", "true");
        desk.does(
                officer(),
                file,
                "holdMeeting",
                "metOn",
                "02/09/2017",
                "attended",
                "60",
                "agreed",
                "45",
                "meetingResult",
                "AGREED");
    }

    private void signedAndChecked() {
        desk.does(
                leader(),
                file,
                "signCommuneResult",
                "resultSigning",
                "SIGNED",
                "documentNumber",
                "15/QĐ-UBND",
                "signedOn",
                "02/09/2017");
        desk.does("officer." + district.toLowerCase(), file, "checkCommune", "communeCheck", "ACCEPTED");
    }

    @Test
    void aReviewRunsFromTheListToTheOfficialResultAndTheMovementAddsUp() {
        assertThat(imported(someHouseholds())).isEqualTo(7);
        reviewed();
        assertThat(desk.steps(file)).as("posted for seven days").isEmpty();
        as.run(officer(), () -> lists.complain(file, "H2", "Bị trừ điểm sai", as.actor(officer())));
        clock.advanceTo(LocalDate.of(2017, 9, 12));
        assertThatThrownBy(() -> desk.does(officer(), file, "resolveComplaints", "complaintsDone", "true"))
                .as("a complaint without outcome")
                .isInstanceOf(Refusal.BadInput.class);
        long complaint = as.call(officer(), () -> lists.complaints(file, as.actor(officer())))
                .get(0)
                .id();
        as.run(officer(), () -> lists.resolve(file, complaint, "Đã xác minh, giữ kết quả", as.actor(officer())));
        desk.does(officer(), file, "resolveComplaints", "complaintsDone", "true");
        signedAndChecked();
        var sums = as.call(AGENCY, () -> reviews.sums(review));
        assertThat(sums.current()).isEqualTo(new Movement(7, 0, 3, 1, 1, 1, 1, 3, 1));
        assertThat(sums.current().addsUp()).isTrue();
        clock.advanceTo(LocalDate.of(2017, 11, 8));
        desk.does(AGENCY, review, "reportPreliminary", "preliminaryText", "Đạt tiến độ");
        desk.does(
                AGENCY,
                review,
                "prepareOfficial",
                "officialReady",
                "REWORK",
                "reworkCommunes",
                List.of(commune),
                "officialText",
                "Xem lại hộ cận nghèo");
        clock.runJobs();
        var corrected = new ArrayList<>(someHouseholds());
        corrected.set(1, row("H2", "N", "C", "C", "C", "110", "0000000000"));
        imported(corrected);
        reviewed();
        clock.advanceTo(LocalDate.of(2017, 11, 25));
        signedAndChecked();
        desk.does(AGENCY, review, "prepareOfficial", "officialReady", "SUBMIT", "officialText", "Trình");
        desk.does(
                "leader.ubnd_tinh",
                review,
                "approveOfficial",
                "officialApproval",
                "APPROVED",
                "documentNumber",
                "407/QĐ-UBND",
                "signedOn",
                "25/11/2017");
        var after = as.call(AGENCY, () -> reviews.sums(review));
        assertThat(after.provisional().poor()).as("kept as it was").isEqualTo(3);
        assertThat(after.official().poor()).isEqualTo(4);
        assertThat(after.official().addsUp()).isTrue();
        assertThat(jdbc.sql("select last_class from household where commune_code = ? and code = 'H2'")
                        .param(commune)
                        .query(String.class)
                        .single())
                .isEqualTo("POOR");
        assertThat(transaction.<Boolean>execute(tx -> cases.byNumber(file).isOpen()))
                .isFalse();
        assertThat(transaction.<Boolean>execute(tx -> cases.byNumber(review).isOpen()))
                .as("the review's own case is not ours to close")
                .isTrue();
        theNextYearRemembersThisOne();
        namesAreErasedAfterTwoYears();
    }

    private void theNextYearRemembersThisOne() {
        clock.set(LocalDate.of(2018, 9, 1));
        review = opened(2018);
        file = store.communes(review).get(0).caseNumber();
        assertThat(faults(List.of(row("H1", "K", "C", "C", "C", "100", "0000000000"))))
                .anyMatch(f -> f.startsWith("F2:"))
                .anyMatch(f -> f.contains("H2"));
    }

    private void namesAreErasedAfterTwoYears() {
        clock.set(LocalDate.of(2019, 11, 20));
        assertThat(erased(commune)).isZero();
        clock.set(LocalDate.of(2019, 11, 27));
        erasure.erase();
        assertThat(jdbc.sql("select count(*) from household where commune_code = ? and head_name is not null")
                        .param(commune)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from journal_entry where chain = ? and action = 'household.erased'")
                        .param(commune)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private int erased(String commune) {
        erasure.erase();
        return jdbc.sql("select count(*) from household where commune_code = ? and erased_on is not null")
                .param(commune)
                .query(Integer.class)
                .single();
    }

    private List<String> faults(List<List<Object>> rows) {
        try {
            imported(rows);
            return List.of();
        } catch (Refusal.BadInput refused) {
            return refused.errors().stream().map(FieldError::message).toList();
        }
    }

    @Test
    void everyFaultIsNamedWithItsCellAndNothingIsTaken() {
        var bad = List.of(
                row("H1", "N", "C", "C", "C", "100", "0000000000"),
                row("H1", "N", "C", "C", "C", "100", "0000000000"),
                row("H 3", "X", "?", "C", "C", "100", "0000000000"),
                row("H4", "K", "C", "C", "C", "1000", "0000000000"),
                row("H5", "K", "C", "C", "C", "100", "00000x0000"),
                row("H6", "K", "C", "C", "C", "", "1000000000"));
        assertThat(faults(bad))
                .extracting(f -> f.substring(0, f.indexOf(':')))
                .containsExactly("A3", "A4", "F4", "G4", "J5", "P6", "J7");
        assertThat(faults(bad)).as("no personal data in a fault").noneMatch(f -> f.contains(NAME));
        assertThat(as.call(officer(), () -> lists.page(file, 0, as.actor(officer())))
                        .total())
                .isZero();
        assertThatThrownBy(() -> as.call(
                        officer(),
                        () -> workbook.read(file, new ByteArrayInputStream(new byte[] {1, 2, 3}), as.actor(officer()))))
                .isInstanceOf(Refusal.BadInput.class);
    }

    @Test
    void formulasAreNeverTakenForValues() throws Exception {
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet();
            sheet.createRow(0);
            sheet.createRow(1).createCell(0).setCellFormula("1+1");
            var out = new ByteArrayOutputStream();
            book.write(out);
            assertThatThrownBy(() -> as.call(
                            officer(),
                            () -> workbook.read(
                                    file, new ByteArrayInputStream(out.toByteArray()), as.actor(officer()))))
                    .isInstanceOfSatisfying(Refusal.BadInput.class, refused -> assertThat(refused.errors())
                            .anyMatch(e -> e.message().startsWith("A2:")));
        }
    }

    @Test
    void whatWasWrittenOutCanBeReadAgain() throws Exception {
        imported(someHouseholds());
        var out = new ByteArrayOutputStream();
        as.call(officer(), () -> {
            workbook.write(file, as.actor(officer()), out);
            return true;
        });
        assertThat(as.call(
                        officer(),
                        () -> workbook.read(file, new ByteArrayInputStream(out.toByteArray()), as.actor(officer()))))
                .isEqualTo(7);
        assertThat(as.call(AGENCY, () -> reviews.sums(review)).current())
                .isEqualTo(new Movement(7, 0, 3, 1, 1, 1, 1, 3, 1));
    }

    @Test
    void nobodyButTheCommuneSeesAHouseholdAndEachLookIsRecorded() throws Exception {
        imported(someHouseholds());
        String otherCommune = jdbc.sql("select code from unit where level = 'commune' and code <> ? order by code"
                        + " fetch first 1 rows only")
                .param(commune)
                .query(String.class)
                .single();
        for (String other : List.of(
                "officer." + otherCommune.toLowerCase(),
                "officer." + district.toLowerCase(),
                "leader." + district.toLowerCase(),
                AGENCY,
                "leader.ubnd_tinh",
                "supervisor",
                "admin")) {
            assertThatThrownBy(() -> as.run(other, () -> lists.page(file, 0, as.actor(other))))
                    .as(other)
                    .isInstanceOf(Refusal.NotFound.class);
            assertThatThrownBy(() -> as.run(other, () -> lists.complaints(file, as.actor(other))))
                    .isInstanceOf(Refusal.NotFound.class);
            assertThatThrownBy(() -> as.call(other, () -> {
                        workbook.write(file, as.actor(other), new ByteArrayOutputStream());
                        return true;
                    }))
                    .isInstanceOf(Refusal.NotFound.class);
            var page = mvc.perform(get("/ra-soat/xa/" + file).with(SecurityMockMvcRequestPostProcessors.user(other)))
                    .andReturn()
                    .getResponse();
            boolean ofDistrict = other.endsWith("." + district.toLowerCase());
            assertThat(page.getStatus()).as(other).isEqualTo(ofDistrict ? 200 : 404);
            assertThat(page.getContentAsString()).doesNotContain(NAME);
            var sums = mvc.perform(get("/ra-soat/" + review).with(SecurityMockMvcRequestPostProcessors.user(other)))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(sums).doesNotContain(NAME).doesNotContain("Ấp Thử");
        }
        assertThat(mvc.perform(get("/ra-soat/xa/RS-2017-999999")
                                .with(SecurityMockMvcRequestPostProcessors.user(officer())))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        var own = mvc.perform(get("/ra-soat/xa/" + file).with(SecurityMockMvcRequestPostProcessors.user(officer())))
                .andReturn()
                .getResponse();
        assertThat(own.getStatus()).isEqualTo(200);
        assertThat(own.getContentAsString()).contains(NAME);
        assertThat(jdbc.sql("select count(*) from journal_entry where case_number = ? and action = 'household.looked'")
                        .param(file)
                        .query(Integer.class)
                        .single())
                .isPositive();
        assertThat(jdbc.sql("select body from journal_entry where case_number = ?")
                        .param(file)
                        .query(String.class)
                        .list()
                        .toString())
                .doesNotContain(NAME);
    }

    @Test
    void theListIsClosedWhileItIsPosted() {
        imported(someHouseholds());
        reviewed();
        assertThatThrownBy(() -> imported(someHouseholds())).isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void halfASurveyAndAMeetingWithoutMajorityAreRefused() {
        imported(List.of(row("H1", "N", "C", "C", "C", "", "")));
        desk.does(officer(), file, "prepareList", "listResult", "READY");
        assertThatThrownBy(() -> desk.does(officer(), file, "surveyHouseholds", "surveyDone", "true"))
                .isInstanceOf(Refusal.BadInput.class);
        imported(List.of(row("H1", "N", "C", "C", "C", "100", "0000000000")));
        desk.does(officer(), file, "surveyHouseholds", "surveyDone", "true");
        for (String[] wrong : new String[][] {{"10", "11"}, {"10", "4"}, {"0", "0"}}) {
            assertThatThrownBy(() -> desk.does(
                            officer(),
                            file,
                            "holdMeeting",
                            "metOn",
                            "02/09/2017",
                            "attended",
                            wrong[0],
                            "agreed",
                            wrong[1],
                            "meetingResult",
                            "AGREED"))
                    .isInstanceOf(Refusal.BadInput.class);
        }
    }

    @Test
    void aHouseholdThatARequestMadePoorIsOnTheNextListAndCountsAsNew() {
        jdbc.sql("insert into household(commune_code, code, was_poor, year_class) values (?, 'H9', false, 'POOR')")
                .param(commune)
                .update();
        assertThat(faults(List.of(row("H1", "K", "K", "C", "K", "", "")))).anyMatch(f -> f.contains("H9"));
        assertThat(faults(List.of(row("H9", "N", "K", "C", "C", "100", "0000000000"))))
                .as("it was not in the last result")
                .anyMatch(f -> f.startsWith("F2:"));
        imported(List.of(row("H9", "K", "K", "C", "K", "100", "0000000000")));
        assertThat(as.call(AGENCY, () -> reviews.sums(review)).current())
                .as("surveyed whatever form A says")
                .isEqualTo(new Movement(1, 0, 0, 1, 0, 0, 0, 1, 0));
    }

    @Test
    void aCommuneIsAskedOnceAYearWhoeverAsks() {
        imported(someHouseholds());
        String second = opened(2017);
        assertThat(store.communes(second)).extracting(CommuneReview::caseNumber).containsExactly(file);
        assertThat(as.call(AGENCY, () -> reviews.sums(second)).current().households())
                .isEqualTo(7);
        assertThat(jdbc.sql(
                                "select count(*) from work_item where case_number = ? and task_key = 'UserTask_prepareList'")
                        .param(file)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** Property: whatever the list, previous + new + relapsed − escaped − moved away = now. */
    @Test
    void theMovementAddsUpForAnyList() {
        for (int seed = 1; seed <= 8; seed++) {
            var random = new Random(seed);
            var rows = new ArrayList<List<Object>>();
            int before = 0;
            int now = 0;
            int n = 1 + random.nextInt(120);
            for (int i = 0; i < n; i++) {
                String previous = List.of("N", "CN", "K").get(random.nextInt(3));
                boolean present = random.nextInt(5) > 0;
                boolean formA = random.nextBoolean();
                int points = random.nextInt(200);
                String marks = String.format("%10s", Integer.toBinaryString(random.nextInt(1024)))
                        .replace(' ', '0');
                rows.add(row(
                        "S" + i,
                        previous,
                        random.nextBoolean() ? "C" : "K",
                        present ? "C" : "K",
                        formA ? "C" : "K",
                        String.valueOf(points),
                        marks));
                before += previous.equals("N") ? 1 : 0;
                boolean poor = points <= 120
                        || points <= 150 && marks.chars().filter(c -> c == '1').count() >= 3;
                now += present && (formA || !previous.equals("K")) && poor ? 1 : 0;
            }
            imported(rows);
            var m = as.call(AGENCY, () -> reviews.sums(review)).current();
            assertThat(m.addsUp()).as("seed " + seed + " " + m).isTrue();
            assertThat(m.poorBefore()).isEqualTo(before);
            assertThat(m.poor()).isEqualTo(now);
            assertThat(m.households()).isEqualTo(n);
        }
    }

    /** The figure for docs/performance.md; no time is asserted. */
    @Test
    void aWholeCommuneIsTakenInOneGo() {
        var rows = new ArrayList<List<Object>>();
        for (int i = 0; i < wholeCommune(); i++) {
            rows.add(row("M" + i, i % 7 == 0 ? "N" : "K", "K", "C", "C", String.valueOf(i % 200), "0101001000"));
        }
        byte[] content = sheet(rows);
        var threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        int taken =
                as.call(officer(), () -> workbook.read(file, new ByteArrayInputStream(content), as.actor(officer())));
        LoggerFactory.getLogger(getClass())
                .info(
                        "{} households imported in {} ms, {} ms of the processor",
                        taken,
                        (System.nanoTime() - start) / 1_000_000,
                        (threads.getCurrentThreadCpuTime() - cpu) / 1_000_000);
        assertThat(taken).isEqualTo(wholeCommune());
        rows.forEach(r -> r.set(4, "??"));
        assertThat(faults(rows)).hasSize(Math.min(2_001, wholeCommune()));
    }

    /** Households in a file of the size of the largest commune; the full size is tried on PostgreSQL. */
    int wholeCommune() {
        return 1_000;
    }

    @Test
    void aDistrictsReviewHasACaseForEachCommuneAndTheProvincesForAll() {
        commune = district;
        String ofDistrict = opened(2019);
        assertThat(store.communes(ofDistrict))
                .extracting(CommuneReview::district)
                .containsOnly(district);
        assertThat(store.communes(ofDistrict)).hasSizeGreaterThan(1);
        commune = "SLDTBXH";
        assertThat(store.communes(opened(2020))).hasSize(156);
    }
}
