package vn.angiang.plan72.capital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.angiang.plan72.capital.CapitalCases.rows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.angiang.plan72.assignment.Assignments;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.plan.Obligations;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.IntegrationTest;

/** Capital from the province's balance to the settlement of a district, to the đồng. */
@IntegrationTest
@Import(CapitalCases.class)
class CapitalStoryTests {

    @Autowired
    CapitalCases capital;

    @Autowired
    Rounds rounds;

    @Autowired
    Ledgers ledgers;

    @Autowired
    CapitalFigures figures;

    @Autowired
    CapitalOverview overview;

    @Autowired
    CapitalWorkbook workbook;

    @Autowired
    CapitalLetters letters;

    @Autowired
    Assignments assignments;

    @Autowired
    Obligations obligations;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Desk desk;

    @Autowired
    As as;

    @Autowired
    Clockwork clock;

    @Test
    void whatTheProvinceGivesIsAllocatedDisbursedAndSettledToTheDong() throws Exception {
        clock.set(LocalDate.of(2017, 12, 20));
        String number = capital.give(
                2018, "H891;NSTW_DT;DA2;12.000.000.001", "H891;NSTW_SN;DA5;500000000", "H886;NS_TINH;KHAC;7");
        assertThat(desk.steps(number)).containsExactly("allocateCapital", "allocateCapital");
        assertThat(capital.ledger(2018, "H891").dueOn()).isEqualTo(LocalDate.of(2018, 1, 31));

        capital.draft(
                2018, "H891", "NSTW_DT;DA2;X30544;Đường vào ấp;12.000.000.000", "NSTW_SN;DA5;H891;Tập huấn;500000000");
        assertThatThrownBy(() -> desk.does("officer.h891", number, "allocateCapital", "allocation", "SUBMITTED"))
                .as("one đồng is missing")
                .isInstanceOfSatisfying(Refusal.BadInput.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::message)
                        .singleElement()
                        .asString()
                        .contains("12.500.000.001", "12.500.000.000"));
        assertThat(figures.of(2018, "H891").allocated())
                .as("a draft never counts")
                .isZero();

        capital.draft(
                2018, "H891", "NSTW_DT;DA2;X30544;Đường vào ấp;12.000.000.001", "NSTW_SN;DA5;H891;Tập huấn;500000000");
        capital.sign(number, "H891");
        var sums = figures.of(2018, "H891");
        assertThat(sums.given()).isEqualTo(12_500_000_001L);
        assertThat(sums.allocated()).isEqualTo(sums.given());
        assertThat(sums.inJanuary()).isEqualTo(sums.given());
        String followUp = String.valueOf(capital.ledger(2018, "H891").followCase());
        assertThat(desk.steps(followUp)).as("waits for the end of the quarter").isEmpty();
        assertThat(cases.byNumber(followUp).leadUnit()).isEqualTo("H891");
        assertThat(cases.byNumber(number).state())
                .as("the other district has not allocated yet")
                .isEqualTo(CaseState.DANG_THUC_HIEN);
        for (boolean pdf : List.of(true, false)) {
            assertThat(as.call("officer.h891", () -> letters.given(number, pdf, as.actor("officer.h891"))))
                    .isNotEmpty();
        }
        byte[] decision =
                as.call("officer.h891", () -> letters.allocated(2018, "H891", true, as.actor("officer.h891")));
        try (var document = Loader.loadPDF(decision)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("12.500.000.001", "12.000.000.001", "120/QĐ-UBND", "TRI TÔN");
        }
        aYearOfDisbursement(followUp);
    }

    private void aYearOfDisbursement(String followUp) {
        clock.advanceTo(LocalDate.of(2018, 4, 2));
        assertThat(desk.steps(followUp)).containsExactly("reportDisbursement");
        assertThatThrownBy(() -> desk.does("officer.h891", followUp, "reportDisbursement"))
                .as("nothing entered yet")
                .isInstanceOf(Refusal.BadInput.class);
        assertThatThrownBy(() -> capital.disburse(2018, "H891", 12_000_000_002L, 0))
                .as("more than allocated")
                .isInstanceOf(Refusal.BadInput.class);
        capital.disburse(2018, "H891", 100_000_000L, 0);
        desk.does("officer.h891", followUp, "reportDisbursement", "difficulties", "Không");
        desk.does(
                "leader.h891",
                followUp,
                "explainSlowness",
                "slowCause",
                "UPPER_LATE",
                "slowReason",
                "Thông báo vốn cuối tháng 3",
                "remedy",
                "Giải ngân trong quý II");
        assertThat(figures.disbursedBy(2018, "H891", 1)).isEqualTo(100_000_000L);
        assertThat(figures.disbursedBy(2018, "H891", 2)).as("not closed yet").isNull();

        clock.advanceTo(LocalDate.of(2018, 7, 3));
        assertThatThrownBy(() -> capital.disburse(2018, "H891", 99_999_999L, 0))
                .as("less than the quarter before")
                .isInstanceOf(Refusal.BadInput.class);
        for (var quarterEnd : List.of(LocalDate.of(2018, 7, 3), LocalDate.of(2018, 10, 2), LocalDate.of(2019, 1, 3))) {
            clock.advanceTo(quarterEnd);
            capital.disburse(2018, "H891", 12_000_000_001L, 499_000_000L);
            desk.does("officer.h891", followUp, "reportDisbursement");
        }
        assertThat(desk.steps(followUp)).containsExactly("settleCapital");
        var settled = new HashMap<Long, Long>();
        capital.ledger(2018, "H891").signedLines().forEach(l -> settled.put(l.id(), l.disbursed()));
        settled.replaceAll((id, amount) -> amount == 499_000_000L ? 498_000_000L : amount);
        as.run(
                "officer.h891",
                () -> ledgers.saveSettlement(
                        2018, "H891", capital.ledger(2018, "H891").revision(), settled, as.actor("officer.h891")));
        assertThatThrownBy(() -> desk.does("officer.h891", followUp, "settleCapital"))
                .as("settled is not disbursed, and no reason")
                .isInstanceOf(Refusal.BadInput.class);
        desk.does("officer.h891", followUp, "settleCapital", "settlementReason", "Nộp trả một triệu đồng");
        desk.does("officer.stc", followUp, "checkSettlement", "settlementCheck", "CONFIRMED");
        assertThat(cases.byNumber(followUp).state()).isEqualTo(CaseState.HOAN_THANH);
        var sums = figures.of(2018, "H891");
        assertThat(sums.settled()).isEqualTo(12_498_000_001L);
        assertThat(sums.settledInTime()).isEqualTo(sums.settled());
        var byDistrict =
                as.call("officer.stc", () -> overview.rows(2018, CapitalOverview.By.DISTRICT, as.actor("officer.stc")));
        var bySource =
                as.call("officer.stc", () -> overview.rows(2018, CapitalOverview.By.SOURCE, as.actor("officer.stc")));
        assertThat(byDistrict.stream().mapToLong(CapitalOverview.Row::given).sum())
                .as("every view adds up to the same")
                .isEqualTo(
                        bySource.stream().mapToLong(CapitalOverview.Row::given).sum());
        assertThat(as.call(
                        "officer.h886",
                        () -> overview.rows(2018, CapitalOverview.By.DISTRICT, as.actor("officer.h886"))))
                .as("a district sees its own")
                .extracting(CapitalOverview.Row::code)
                .containsExactly("H886");
    }

    @Test
    void afterJanuaryOnlyWithACauseAndCapitalGivenLateIsRecordedAsOne() {
        clock.set(LocalDate.of(2019, 1, 3));
        String number = capital.give(2019, "H889;NSTW_DT;DA2;1000", "H888;NSTW_DT;DA2;1000");
        assertThat(capital.ledger(2019, "H889").upperLate())
                .as("given after 31/12")
                .isTrue();
        clock.advanceTo(LocalDate.of(2019, 2, 12));
        assertThat(jdbc.sql("select count(*) from notice where message_key = 'capital.notice.late'")
                        .query(Integer.class)
                        .single())
                .isPositive();
        capital.draft(2019, "H889", "NSTW_DT;DA2;H889;Nâng cấp trạm;1000");
        assertThatThrownBy(() -> desk.does("officer.h889", number, "allocateCapital", "allocation", "SUBMITTED"))
                .isInstanceOf(Refusal.BadInput.class);
        desk.does(
                "officer.h889",
                number,
                "allocateCapital",
                "allocation",
                "SUBMITTED",
                "lateCause",
                "UPPER_LATE",
                "lateReason",
                "Nhận quyết định ngày 03/01");
        capital.approve(number, "H889");
        var sums = figures.of(2019, "H889");
        assertThat(sums.allocated()).isEqualTo(1000);
        assertThat(sums.inJanuary()).as("not in January").isZero();
    }

    @Test
    void aDistrictsOwnCaseWaitsForCapitalThenAllocatesWithItsOwnMoneyBeside() {
        clock.set(LocalDate.of(2019, 1, 7));
        String own = capital.open("H890", 2019);
        assertThat(desk.steps(own)).containsExactly("allocateCapital");
        desk.does("officer.h890", own, "allocateCapital", "allocation", "NOT_GIVEN");
        assertThat(desk.steps(own)).isEmpty();
        String round = capital.give(2019, "H890;NS_TINH;DA3;2000");
        assertThat(desk.steps(own)).as("what it waited for has come").containsExactly("allocateCapital");
        as.run(
                "officer.h890",
                () -> ledgers.saveAllocation(
                        2019,
                        "H890",
                        capital.ledger(2019, "H890").revision(),
                        rows("NS_TINH;DA3;H890;Bò giống;2000", "LONG_GHEP;DA3;H890;Bò giống;500"),
                        Map.of(Source.LONG_GHEP, 500L),
                        as.actor("officer.h890")));
        capital.sign(own, "H890");
        assertThat(figures.of(2019, "H890"))
                .satisfies(s -> assertThat(s.given()).isEqualTo(2500))
                .satisfies(s -> assertThat(s.allocated()).isEqualTo(2500))
                .satisfies(s -> assertThat(s.integrated()).isEqualTo(500));
        assertThat(desk.steps(round)).as("the round waits for the district too").containsExactly("allocateCapital");
        capital.sign(round, "H890");
        assertThat(figures.of(2019, "H890").allocated())
                .as("signed in two cases, counted once")
                .isEqualTo(2500);
        assertThat(jdbc.sql("select count(*) from capital_follow_up where plan_year = 2019 and district_code = 'H890'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatWaitsForTheLeaderIsNotChangedUnderHisPen() {
        clock.set(LocalDate.of(2020, 1, 3));
        String number = capital.give(2020, "H887;NSTW_DT;DA1;10");
        assertThat(as.call("officer.h887", () -> ledgers.sheet(2020, "H887", as.actor("officer.h887"))
                        .term()))
                .as("Tết lies in this January, and the deadline says so")
                .contains("Tết")
                .contains("31/01/2020");
        capital.draft(2020, "H887", "NSTW_DT;DA1;H887;Kênh;10");
        desk.does("officer.h887", number, "allocateCapital", "allocation", "SUBMITTED");
        assertThatThrownBy(() -> capital.draft(2020, "H887", "NSTW_DT;DA1;H887;Cầu;10"))
                .isInstanceOf(Refusal.Conflict.class);
        desk.does(
                "leader.h887",
                number,
                "approveAllocation",
                "allocationApproval",
                "RETURNED",
                "allocationReturn",
                "Chọn lại");
        capital.draft(2020, "H887", "NSTW_DT;DA1;H887;Cầu;10");
        capital.sign(number, "H887");
        assertThat(capital.ledger(2020, "H887").lines()).extracting(Line::work).containsExactly("Cầu");
    }

    @Test
    void aUnitWithNothingToGiveSaysSoAndNothingCountsTwice() {
        clock.set(LocalDate.of(2017, 12, 1));
        String number = capital.open("BDT", 2018);
        assertThatThrownBy(() -> desk.does(
                        "officer.bdt", number, "proposeCapital", "capitalProposal", "PROPOSED", "balance", "Có"))
                .as("proposes an empty table")
                .isInstanceOf(Refusal.BadInput.class);
        desk.does(
                "officer.bdt",
                number,
                "proposeCapital",
                "capitalProposal",
                "NOTHING",
                "balance",
                "Đã khớp nối chương trình dân tộc với CT135");
        assertThat(desk.steps(number)).isEmpty();
        assertThat(cases.byNumber(number).isOpen()).isFalse();
    }

    @Test
    void withinAnAssignmentOfADistrictItIsTheDistrictsPartAndTheAssignmentGoesOn() {
        clock.set(LocalDate.of(2019, 12, 20));
        capital.give(2020, "H884;NSTW_SN;DA4;30");
        clock.set(LocalDate.of(2020, 1, 3));
        String number = as.call(
                "officer.sldtbxh",
                () -> assignments.give(
                        new Assignments.Order(
                                obligations.byId("IV.13.e.1"),
                                "H884",
                                "Quyết định phân bổ vốn",
                                LocalDate.of(2020, 1, 31),
                                2020),
                        as.actor("officer.sldtbxh")));
        desk.does("officer.h884", number, "acceptAssignment", "acceptance", "ACCEPT");
        desk.does("officer.h884", number, "planExecution", "steps", "Phân bổ", "milestones", "31/1");
        desk.does("leader.h884", number, "approvePlan", "planDecision", "APPROVED");
        assertThat(desk.steps(number)).containsExactly("allocateCapital");
        capital.draft(2020, "H884", "NSTW_SN;DA4;H884;Truyền thông;30");
        capital.sign(number, "H884");
        assertThat(desk.steps(number)).as("the assignment goes on").containsExactly("approveResult");
        assertThat(cases.byNumber(number).isOpen()).isTrue();
        assertThat(figures.of(2020, "H884").inJanuary()).isEqualTo(30);
    }

    @Test
    void anExcelFileIsTakenWholeOrNotAtAllAndNamesTheCells() throws Exception {
        clock.set(LocalDate.of(2020, 1, 3));
        String number = capital.open("SKHDT", 2020);
        var template = new ByteArrayOutputStream();
        as.run("officer.skhdt", () -> {
            try {
                workbook.roundTemplate(number, as.actor("officer.skhdt"), template);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        var good = filled(template.toByteArray(), new Object[][] {
            {"H883", "NSTW_DT", "DA2", 1_500_000_000L}, {"Huyện Chợ Mới", "Ngân sách tỉnh", "DA3", "2.000.000"}
        });
        var bad = filled(template.toByteArray(), new Object[][] {
            {"H883", "NSTW_DT", "DA2", 1_500_000_000.5}, {"An Phú Đông", "VON_LA", "DA3", "2.000.000"}
        });
        assertThatThrownBy(() -> upload(number, bad))
                .isInstanceOfSatisfying(Refusal.BadInput.class, refused -> assertThat(refused.errors())
                        .extracting(e -> e.message().substring(0, 2))
                        .containsExactlyInAnyOrder("D2", "A3", "B3"));
        assertThat(as.call("officer.skhdt", () -> rounds.of(number, as.actor("officer.skhdt")))
                        .given())
                .as("one mistake keeps everything out")
                .isEmpty();
        upload(number, good);
        assertThat(as.call("officer.skhdt", () -> rounds.of(number, as.actor("officer.skhdt")))
                        .total())
                .isEqualTo(1_502_000_000L);
        String other = capital.open("SKHDT", 2020);
        assertThatThrownBy(() -> upload(other, good))
                .as("the file of another case")
                .isInstanceOf(Refusal.BadInput.class);
    }

    private void upload(String number, byte[] file) {
        as.run("officer.skhdt", () -> {
            InputStream in = new ByteArrayInputStream(file);
            long revision = rounds.of(number, as.actor("officer.skhdt")).revision();
            workbook.readRound(number, revision, in, as.actor("officer.skhdt"));
        });
    }

    private static byte[] filled(byte[] template, Object[][] rows) throws Exception {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(template));
                var out = new ByteArrayOutputStream()) {
            var sheet = book.getSheetAt(0);
            for (int r = 0; r < rows.length; r++) {
                var row = sheet.createRow(r + 1);
                for (int c = 0; c < rows[r].length; c++) {
                    if (rows[r][c] instanceof Number n) {
                        row.createCell(c).setCellValue(n.doubleValue());
                    } else {
                        row.createCell(c).setCellValue(rows[r][c].toString());
                    }
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }
}
