package vn.angiang.plan72.works;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.flow.Flows;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.IntegrationTest;

/** Small works from the hamlet's meeting to publication, settled to the đồng. */
@IntegrationTest
class WorksStoryTests {

    private static final String COMMUNE = "X30544";
    private static final String OFFICER = "officer.h891";
    private static final String OF_COMMUNE = "officer.x30544";

    @Autowired
    WorksLists lists;

    @Autowired
    WorksFigures figures;

    @Autowired
    Cases cases;

    @Autowired
    Flows flows;

    @Autowired
    Desk desk;

    @Autowired
    As as;

    @Autowired
    Clockwork clock;

    @BeforeEach
    void march2018() {
        clock.set(LocalDate.of(2018, 3, 5));
    }

    private String open(String unit) {
        String officer = "officer." + unit.toLowerCase(Locale.ROOT);
        var opening = new Flows.Opening(WorksLists.PROCESS, "Công trình nhỏ năm 2018", unit, 2018, null, null);
        return as.call(officer, () -> flows.start(opening, as.actor(officer)));
    }

    private static Proposal proposal(String name, long state, long people) {
        return new Proposal(
                COMMUNE, "Ấp Bình", name, 1, true, true, true, state, people, LocalDate.of(2018, 2, 25), 60, 55);
    }

    private void add(String number, Proposal proposal) {
        as.run(OFFICER, () -> lists.add(number, proposal, as.actor(OFFICER)));
    }

    private Work work(String number) {
        return as.call(OFFICER, () -> lists.of(number, as.actor(OFFICER)))
                .works()
                .get(0);
    }

    private String building() {
        String number = open("H891");
        add(number, proposal("Đường bê tông ấp Bình", 700_000_000, 300_000_001));
        desk.does(OFFICER, number, "proposeWorks", "worksProposal", "SUBMITTED", "note", "Theo biên bản họp dân");
        assertThat(work(number).eligibility()).isEqualTo("ELIGIBLE");
        desk.does("officer.skhdt", number, "appraiseWorks", "worksAppraisal", "AGREED", "opinion", "Cân đối được");
        desk.does(
                "leader.h891",
                number,
                "approveWorks",
                "worksApproval",
                "APPROVED",
                "documentNumber",
                "215/QĐ-UBND",
                "signedOn",
                "05/03/2018");
        desk.does(
                OF_COMMUNE,
                number,
                "prepareDossier",
                "dossier",
                "Mặt đường rộng 2,5 m theo thiết kế mẫu",
                "builder",
                "COMMUNITY",
                "startsOn",
                "10/03/2018",
                "finishOn",
                "10/04/2018");
        return number;
    }

    private void supervise(String number, String finding) {
        long id = work(number).id();
        as.run(
                OF_COMMUNE,
                () -> lists.supervise(
                        number, id, clock.today(), finding, "Kiểm tra độ dày mặt đường", as.actor(OF_COMMUNE)));
    }

    private void built(String number) {
        desk.does(OF_COMMUNE, number, "buildWork", "builtOn", "05/04/2018", "workers", "12", "workDays", "240");
    }

    @Test
    void aWorkIsBuiltUnderTheEyesOfThePeopleAndSettledToTheDong() {
        String number = building();
        clock.advanceTo(LocalDate.of(2018, 4, 12));
        assertThat(work(number).delayed()).as("past the day of the dossier").isTrue();
        built(number);
        Object[] acceptance = {"workAcceptance", "ACCEPTED", "acceptedOn", "12/04/2018"};
        assertThatThrownBy(() -> desk.does("leader.x30544", number, "acceptWork", acceptance))
                .as("nobody has supervised")
                .isInstanceOf(Refusal.BadInput.class);
        supervise(number, "PROBLEM");
        assertThatThrownBy(() -> desk.does("leader.x30544", number, "acceptWork", acceptance))
                .as("a problem is open")
                .isInstanceOf(Refusal.BadInput.class);
        supervise(number, "REMEDIED");
        desk.does("leader.x30544", number, "acceptWork", acceptance);

        assertThatThrownBy(() -> desk.does(OF_COMMUNE, number, "settleWork", settlement(700_000_000, 1_000_000_000)))
                .as("the sum is one đồng short")
                .isInstanceOfSatisfying(Refusal.BadInput.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::message)
                        .singleElement()
                        .asString()
                        .contains("1.000.000.001"));
        assertThatThrownBy(() -> desk.does(OF_COMMUNE, number, "settleWork", settlement(700_000_001, 1_000_000_002)))
                .as("more State money than approved, and no reason")
                .isInstanceOf(Refusal.BadInput.class);
        desk.does(OF_COMMUNE, number, "settleWork", settlement(700_000_000, 1_000_000_001));
        desk.does(OFFICER, number, "checkWorkSettlement", "workSettlement", "CONFIRMED");
        assertThatThrownBy(() -> desk.does(
                        OF_COMMUNE, number, "publishWork", "how", List.of("POSTING"), "publishedOn", "01/04/2018"))
                .as("published before it was accepted")
                .isInstanceOf(Refusal.BadInput.class);
        desk.does(OF_COMMUNE, number, "publishWork", "how", List.of("POSTING", "MEETING"), "publishedOn", "12/04/2018");
        assertThat(desk.steps(number)).isEmpty();
        assertThat(cases.byNumber(number).state())
                .as("the flow is over, and with it its own case")
                .isEqualTo(CaseState.HOAN_THANH);
        var sums = figures.byDistrict(2018, LocalDate.of(2018, 12, 31)).stream()
                .filter(s -> s.unit().equals("H891"))
                .findFirst()
                .orElseThrow();
        assertThat(sums.people()).isEqualTo(300_000_001);
        assertThat(sums.total()).isEqualTo(1_000_000_001);
        assertThat(sums.workDays()).isEqualTo(240);
        assertThat(figures.byDistrict(2018, LocalDate.of(2018, 4, 1)))
                .filteredOn(s -> s.unit().equals("H891"))
                .as("as it stood in the first quarter")
                .allSatisfy(s -> assertThat(s.done()).isZero());
    }

    private static Object[] settlement(long state, long settled) {
        return new Object[] {
            "stateAmount",
            state,
            "cashAmount",
            100_000_000,
            "kindAmount",
            100_000_000,
            "labourAmount",
            100_000_001,
            "settledAmount",
            settled
        };
    }

    @Test
    void aWorkThatIsTooLargeComesBackWithItsReason() {
        String number = open("H891");
        add(number, proposal("Cầu lớn", 4_000_000_000L, 1_000_000_000L));
        desk.does(OFFICER, number, "proposeWorks", "worksProposal", "SUBMITTED", "note", "Theo biên bản");
        assertThat(desk.steps(number)).containsExactly("proposeWorks");
        assertThat(work(number).eligibility()).isEqualTo("TOO_LARGE");
        long id = work(number).id();
        assertThatThrownBy(() ->
                        desk.does(OFFICER, number, "proposeWorks", "worksProposal", "NOTHING", "note", "Không có"))
                .as("the list still has works")
                .isInstanceOf(Refusal.BadInput.class);
        as.run(OFFICER, () -> lists.remove(number, id, as.actor(OFFICER)));
        desk.does(OFFICER, number, "proposeWorks", "worksProposal", "NOTHING", "note", "Không còn công trình");
        assertThat(desk.steps(number)).isEmpty();
    }

    @Test
    void onlyTheLeadUnitListsWorksAndOnlyInItsArea() {
        String number = open("H891");
        var elsewhere =
                new Proposal("X30280", "Khóm 1", "Cống", 1, true, true, true, 1, 1, LocalDate.of(2018, 2, 1), 10, 9);
        assertThatThrownBy(() -> add(number, elsewhere)).isInstanceOf(Refusal.BadInput.class);
        var noMajority =
                new Proposal(COMMUNE, "Ấp", "Cống", 1, true, true, true, 1, 1, LocalDate.of(2018, 2, 1), 10, 5);
        assertThatThrownBy(() -> add(number, noMajority)).isInstanceOf(Refusal.BadInput.class);
        assertThatThrownBy(() -> as.run(
                        "leader.h891", () -> lists.add(number, proposal("Đường", 1, 1), as.actor("leader.h891"))))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> as.run(
                        "officer.h886", () -> lists.add(number, proposal("Đường", 1, 1), as.actor("officer.h886"))))
                .as("not even that there is such a list")
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void aUnitOfTheProvinceListsWorksOfAnyCommune() {
        String number = open("BDT");
        as.run("officer.bdt", () -> lists.add(number, proposal("Trạm nước", 5, 5), as.actor("officer.bdt")));
        desk.does("officer.bdt", number, "proposeWorks", "worksProposal", "SUBMITTED", "note", "CT135");
        assertThat(desk.steps(number)).containsExactly("appraiseWorks");
    }
}
