package vn.angiang.plan72.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.IntegrationTest;

/** The year's list from opening to the last case, on the real catalogue. */
@IntegrationTest
class ProgrammeStoryTests {

    @Autowired
    ProgrammeYears years;

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

    @BeforeEach
    void february2017() {
        clock.set(LocalDate.of(2017, 2, 20));
    }

    private String open(int year) {
        return as.call("officer.sldtbxh", () -> years.open(year, as.actor("officer.sldtbxh")));
    }

    @Test
    void theYearIsProposedConfirmedSignedAndGivenOutOnce() {
        String number = open(2017);
        assertThat(years.items(2017)).hasSizeBetween(600, 700);
        assertThat(desk.steps(number)).containsExactly("editAssignmentList");

        assertThatThrownBy(() -> desk.does("officer.sldtbxh", number, "editAssignmentList"))
                .as("an unconfirmed list goes nowhere")
                .isInstanceOf(Refusal.BadInput.class);
        int confirmed = as.call("officer.sldtbxh", () -> years.confirmAll(2017, as.actor("officer.sldtbxh")));
        assertThat(confirmed).isPositive();
        assertThat(years.items(2017)).allMatch(i -> i.problems(clock.today()).isEmpty());

        desk.does("officer.sldtbxh", number, "editAssignmentList");
        desk.does("leader.sldtbxh", number, "checkAssignmentList", "listCheck", "APPROVED");
        desk.does(
                "leader.ubnd_tinh",
                number,
                "signAssignmentList",
                "listSigning",
                "SIGNED",
                "documentNumber",
                "310/QĐ-UBND",
                "signedOn",
                "20/02/2017",
                "signedFor",
                "CHU_TICH");
        clock.runJobs();

        long rows = years.items(2017).stream().filter(ProgrammeItem::included).count();
        assertThat(years.progress(2017)).isEqualTo(new ProgrammeYears.StartProgress(rows, rows));
        assertThat(years.year(2017).orElseThrow().state()).isEqualTo(ProgrammeYear.State.DONE);
        assertThat(years.items(2017)).extracting(ProgrammeItem::caseNumber).doesNotHaveDuplicates();
        assertThat(assignmentCases(2017)).isEqualTo(rows);
        assertThat(cases.byNumber(number).isOpen()).isFalse();
        assertThatThrownBy(() -> open(2017)).isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void aReturnedListCanBeEditedAgain() {
        String number = open(2018);
        as.run("officer.sldtbxh", () -> years.confirmAll(2018, as.actor("officer.sldtbxh")));
        desk.does("officer.sldtbxh", number, "editAssignmentList");
        var item = years.items(2018).get(0);
        assertThatThrownBy(() -> as.run("officer.sldtbxh", () -> years.change(item, as.actor("officer.sldtbxh"))))
                .as("a list under check is not edited")
                .isInstanceOf(Refusal.Conflict.class);
        desk.does("leader.sldtbxh", number, "checkAssignmentList", "listCheck", "RETURNED", "reason", "Thiếu sản phẩm");
        as.run("officer.sldtbxh", () -> years.change(years.item(item.id()), as.actor("officer.sldtbxh")));
        assertThatThrownBy(() -> as.run("officer.sldtbxh", () -> years.change(item, as.actor("officer.sldtbxh"))))
                .as("an edit on an old revision is refused")
                .isInstanceOf(Refusal.Conflict.class);
        desk.does("officer.sldtbxh", number, "editAssignmentList");
        desk.does("leader.sldtbxh", number, "checkAssignmentList", "listCheck", "APPROVED");
        desk.does("leader.pct_ubnd_tinh", number, "signAssignmentList", "listSigning", "RETURNED", "reason", "Chưa đủ");
        assertThat(desk.steps(number)).containsExactly("editAssignmentList");
    }

    @Test
    void onlyTheStandingAgencyOpensAYear() {
        assertThatThrownBy(() -> as.run("officer.h891", () -> years.open(2019, as.actor("officer.h891"))))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> open(2015)).isInstanceOf(Refusal.BadInput.class);
    }

    private long assignmentCases(int year) {
        return jdbc.sql("select count(*) from case_file where process_key = 'assignment' and plan_year = ?"
                        + " and exists (select 1 from programme_item i where i.case_number = number)")
                .param(year)
                .query(Long.class)
                .single();
    }
}
