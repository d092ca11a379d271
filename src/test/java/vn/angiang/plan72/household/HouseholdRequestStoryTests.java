package vn.angiang.plan72.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.IntegrationTest;

/** One household asks between two yearly reviews. */
@IntegrationTest
class HouseholdRequestStoryTests {

    private static final String NAME = "Lê Thị Kín";
    private static final LocalDate MONDAY = LocalDate.of(2018, 3, 5);

    @Autowired
    HouseholdRequests requests;

    @Autowired
    RequestIntake intake;

    @Autowired
    RequestLetters letters;

    @Autowired
    HouseholdStore households;

    @Autowired
    HouseholdErasure erasure;

    @Autowired
    Cases cases;

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

    /** Each test another commune, so that registers do not mix. */
    @BeforeEach
    void march2018() {
        clock.set(MONDAY);
        commune = jdbc.sql("select code from unit u where level = 'commune' and not exists"
                        + " (select 1 from household h where h.commune_code = u.code) order by code desc"
                        + " fetch first 1 rows only")
                .query(String.class)
                .single();
        district = jdbc.sql("select parent_code from unit where code = ?")
                .param(commune)
                .query(String.class)
                .single();
    }

    private String officer() {
        return "officer." + commune.toLowerCase();
    }

    private String leader() {
        return "leader." + commune.toLowerCase();
    }

    private String districtOfficer() {
        return "officer." + district.toLowerCase();
    }

    private String received(String code, String kind) {
        return received(new RequestIntake.Paper(commune, code, NAME, "Ấp Thử", kind, clock.today()));
    }

    private String received(RequestIntake.Paper paper) {
        return as.call(officer(), () -> intake.receive(paper, as.actor(officer())));
    }

    private void surveyed(String number, String points, Set<Integer> deprived) {
        as.run(
                officer(),
                () -> requests.survey(
                        number,
                        new HouseholdRequests.Survey("4", "RURAL", true, points, deprived),
                        as.actor(officer())));
    }

    /** As far as the Chair's desk. */
    private void proposed(String number, String points, Set<Integer> deprived) {
        desk.does(officer(), number, "checkRequest", "requestCheck", "ACCEPTED");
        surveyed(number, points, deprived);
        desk.does(officer(), number, "surveyHousehold", "surveyDone", "true");
        desk.does(
                officer(),
                number,
                "holdHamletMeeting",
                "metOn",
                String.format("%1$td/%1$tm/%1$tY", clock.today()),
                "attended",
                "30",
                "agreed",
                "20",
                "hamletResult",
                "AGREED");
        assertThat(desk.steps(number)).as("posted").isEmpty();
        clock.advanceTo(clock.today().plusDays(7));
        desk.does(officer(), number, "concludePosting", "objections", "0", "postingResult", "KEPT");
    }

    private void signed(String number, String... reason) {
        var answers = new java.util.ArrayList<Object>(List.of(
                "requestDecision",
                "SIGNED",
                "documentNumber",
                "21/QĐ-UBND",
                "signedOn",
                String.format("%1$td/%1$tm/%1$tY", clock.today())));
        answers.addAll(List.of(reason));
        desk.does(leader(), number, "decideRequest", answers.toArray());
    }

    private RequestCounts counts(String username) {
        return as.call(username, () -> requests.year(2018, as.actor(username))).communes().stream()
                .filter(c -> c.commune().equals(commune))
                .findFirst()
                .orElse(RequestCounts.none());
    }

    @Test
    void aHouseholdIsRecognizedWithinSevenWorkingDaysAndTheYearCountsIt() {
        String number = received("D1", "ENTER");
        assertThat(transaction.<LocalDate>execute(tx -> cases.byNumber(number).dueOn()))
                .isEqualTo(LocalDate.of(2018, 3, 14));
        assertThat(counts(districtOfficer()).open()).isEqualTo(1);
        desk.does(officer(), number, "checkRequest", "requestCheck", "ACCEPTED");
        assertThatThrownBy(() -> desk.does(officer(), number, "surveyHousehold", "surveyDone", "true"))
                .as("no survey written down")
                .isInstanceOf(Refusal.BadInput.class);
        surveyed(number, "140", Set.of(1, 2, 5));
        desk.does(officer(), number, "surveyHousehold", "surveyDone", "true");
        desk.does(
                officer(),
                number,
                "holdHamletMeeting",
                "metOn",
                "05/03/2018",
                "attended",
                "30",
                "agreed",
                "20",
                "hamletResult",
                "AGREED");
        clock.advanceTo(LocalDate.of(2018, 3, 8));
        desk.does(officer(), number, "concludePosting", "objections", "0", "postingResult", "KEPT");
        signed(number);
        assertThat(transaction.<Boolean>execute(tx -> cases.byNumber(number).isOpen()))
                .isFalse();
        assertThat(counts(districtOfficer())).isEqualTo(new RequestCounts(commune, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0));
        assertThat(households.known(commune).get("D1").counted())
                .as("the next review has to look at it")
                .isTrue();
        assertThat(as.call(leader(), () -> letters.letter(number, false, as.actor(leader()))))
                .startsWith((byte) 'P', (byte) 'K');
        escapesInTheSameYearAndRelapses();
        theNameIsErasedTwoYearsAfterTheLastAnswer();
    }

    private void escapesInTheSameYearAndRelapses() {
        String leaves = received("D1", "LEAVE");
        proposed(leaves, "200", Set.of());
        signed(leaves);
        assertThat(counts(districtOfficer()).escaped()).isEqualTo(1);
        String again = received("D1", "ENTER");
        proposed(again, "100", Set.of());
        signed(again);
        assertThat(counts(districtOfficer())).isEqualTo(new RequestCounts(commune, 3, 0, 0, 0, 3, 0, 1, 1, 1, 0));
    }

    private void theNameIsErasedTwoYearsAfterTheLastAnswer() {
        clock.set(LocalDate.of(2020, 3, 1));
        erasure.erase();
        assertThat(names()).isEqualTo(1);
        clock.set(LocalDate.of(2020, 4, 15));
        erasure.erase();
        assertThat(names()).isZero();
    }

    private int names() {
        return jdbc.sql("select count(*) from household where commune_code = ? and head_name is not null")
                .param(commune)
                .query(Integer.class)
                .single();
    }

    @Test
    void whoDoesNotGetWhatWasAskedForGetsReasonsAndKeepsTheClass() {
        String number = received("D2", "ENTER");
        proposed(number, "200", Set.of(1));
        assertThatThrownBy(() -> signed(number)).as("no reasons").isInstanceOf(Refusal.BadInput.class);
        signed(number, "answer", "Điểm B1 vượt ngưỡng");
        assertThat(counts(officer())).isEqualTo(new RequestCounts(commune, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0));
        assertThat(households.known(commune).get("D2").counted()).isFalse();
        String refused = received("D3", "ENTER");
        desk.does(officer(), refused, "checkRequest", "requestCheck", "REFUSED", "reason", "Hộ cư trú ở xã khác");
        assertThat(counts(officer()).refused()).isEqualTo(1);
        assertThat(as.call(officer(), () -> letters.letter(refused, true, as.actor(officer()))))
                .startsWith((byte) '%', (byte) 'P', (byte) 'D', (byte) 'F');
    }

    @Test
    void theHouseholdIsForItsCommuneAloneAndEachLookIsRecorded() throws Exception {
        String number = received("D4", "ENTER");
        for (String other : List.of(districtOfficer(), "officer.sldtbxh", "leader.ubnd_tinh")) {
            for (String page : List.of("", "/van-ban.docx")) {
                mvc.perform(get("/ra-soat/de-nghi/" + number + page).with(user(other)))
                        .andExpect(status().isNotFound());
            }
            mvc.perform(get("/ra-soat/de-nghi").with(user(other))).andExpect(status().isNotFound());
            mvc.perform(get("/ho-so/" + number).with(user(other))).andExpect(status().isNotFound());
            mvc.perform(get("/ra-soat/trong-nam/2018").with(user(other)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(Matchers.not(Matchers.containsString(NAME))))
                    .andExpect(content().string(Matchers.not(Matchers.containsString(number))));
        }
        mvc.perform(get("/ra-soat/de-nghi/" + number).with(user(officer())))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString(NAME)));
        assertThat(jdbc.sql("select count(*) from journal_entry where chain = ? and case_number = ?"
                                + " and action = 'household.looked'")
                        .params(commune, number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from ACT_RU_VARIABLE where TEXT_ like ?")
                        .param("%" + NAME + "%")
                        .query(Integer.class)
                        .single())
                .as("nothing of the household in the engine")
                .isZero();
        assertThatThrownBy(() -> as.run(
                        leader(),
                        () -> requests.survey(
                                number,
                                new HouseholdRequests.Survey("4", "RURAL", true, "100", Set.of()),
                                as.actor(leader()))))
                .isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void everyMistakeIsNamedAndAHouseholdAsksOnceAtATime() throws Exception {
        var wrong = new RequestIntake.Paper(
                commune, "D 5", "", "", "?", clock.today().plusDays(1));
        assertThatThrownBy(() -> received(wrong))
                .isInstanceOfSatisfying(Refusal.BadInput.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::field)
                        .containsExactly("code", "headName", "hamlet", "kind", "receivedOn"));
        assertThatThrownBy(() -> received("D5", "LEAVE"))
                .as("not on the list, so it cannot leave it")
                .isInstanceOf(Refusal.BadInput.class);
        received("D5", "ENTER");
        assertThatThrownBy(() -> received("d5", "ENTER")).isInstanceOf(Refusal.Conflict.class);
        var stranger = new RequestIntake.Paper(commune, "D6", NAME, "Ấp Thử", "ENTER", clock.today());
        assertThatThrownBy(
                        () -> as.call(districtOfficer(), () -> intake.receive(stranger, as.actor(districtOfficer()))))
                .isInstanceOf(Refusal.NotFound.class);
        mvc.perform(post("/ra-soat/de-nghi")
                        .param("commune", commune)
                        .param("code", "D7")
                        .with(user(officer()))
                        .with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(Matchers.containsString("href=\"#f-headName\"")));
        String number = received("D8", "ENTER");
        desk.does(officer(), number, "checkRequest", "requestCheck", "ACCEPTED");
        mvc.perform(post("/ra-soat/de-nghi/" + number + "/khao-sat")
                        .param("members", "0")
                        .param("needed", "true")
                        .with(user(officer()))
                        .with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(Matchers.containsString("href=\"#f-assetPoints\"")));
    }
}
