package vn.angiang.plan72.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.angiang.plan72.organization.OrganizationFixture.ADMIN;
import static vn.angiang.plan72.organization.OrganizationFixture.TODAY;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.angiang.plan72.organization.OrganizationFixture;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;

class ParametersTest {

    private static final String ACCEPT = "task.accept.workingDays";
    private Parameters parameters;
    private PlanFixture plan;

    @BeforeEach
    void load() {
        plan = PlanFixture.loaded();
        parameters = plan.parameters;
    }

    @ParameterizedTest
    @CsvSource({
        "task.accept.workingDays, 5",
        "task.plan.workingDays, 10",
        "task.approve.workingDays, 3",
        "task.verify.workingDays, 5",
        "task.contribute.workingDays, 10",
        "task.objection.workingDays, 5",
        "task.extension.max, 1",
        "task.nearDue.workingDays, 5",
        "task.reminder.after, 1",
        "task.escalate.leader.workingDays, 1",
        "task.escalate.agency.workingDays, 7",
        "task.escalate.accountability.workingDays, 30",
        "programme.check.workingDays, 5",
        "programme.sign.workingDays, 5"
    })
    void theFlowsFindTheirTerms(String key, int value) {
        assertThat(parameters.whole(key)).isEqualTo(value);
    }

    @Test
    void remindersAreAList() {
        assertThat(parameters.wholes("task.reminder.before", TODAY)).containsExactly(10, 3);
    }

    @Test
    void thePovertyLineChangesWithTheLaw() {
        assertThat(parameters.whole("poverty.line.rural", LocalDate.of(2017, 1, 1)))
                .isEqualTo(700);
        assertThat(parameters.whole("poverty.line.rural", LocalDate.of(2021, 12, 31)))
                .isEqualTo(700);
        assertThat(parameters.whole("poverty.line.rural", LocalDate.of(2022, 1, 1)))
                .isEqualTo(1500);
    }

    @Test
    void aChangeHoldsFromItsDayAndTheOldValueStaysForThePast() {
        LocalDate from = TODAY.plusDays(10);
        parameters.change(ACCEPT, " 7 ", from, ADMIN);
        assertThat(parameters.whole(ACCEPT, from.minusDays(1))).isEqualTo(5);
        assertThat(parameters.whole(ACCEPT, from)).isEqualTo(7);
        assertThat(parameters.history(ACCEPT)).extracting(Parameter::basis).containsExactly("LOCAL", "PROPOSAL");
        assertThat(plan.db.events).containsExactly(new ParameterChanged(ACCEPT, "5", "7", from, ADMIN));
    }

    @Test
    void aChangeBetweenTwoValuesEndsWhereTheNextBegins() {
        parameters.change(ACCEPT, "7", TODAY.plusDays(20), ADMIN);
        parameters.change(ACCEPT, "6", TODAY.plusDays(10), ADMIN);
        assertThat(List.of(9, 10, 19, 20))
                .map(d -> parameters.whole(ACCEPT, TODAY.plusDays(d)))
                .containsExactly(5, 6, 6, 7);
    }

    @Test
    void thePastADayAlreadyTakenAndAWrongKindOfValueAreRefused() {
        assertThatThrownBy(() -> parameters.change(ACCEPT, "7", TODAY.minusDays(1), ADMIN))
                .isInstanceOf(Refusal.BadInput.class);
        assertThatThrownBy(() -> parameters.change(ACCEPT, "năm", TODAY, ADMIN)).isInstanceOf(Refusal.BadInput.class);
        assertThatThrownBy(() -> parameters.change(ACCEPT, "-1", TODAY, ADMIN)).isInstanceOf(Refusal.BadInput.class);
        assertThatThrownBy(() -> parameters.change("task.reminder.before", "10;3", TODAY, ADMIN))
                .isInstanceOf(Refusal.BadInput.class);
        parameters.change(ACCEPT, "7", TODAY, ADMIN);
        assertThatThrownBy(() -> parameters.change(ACCEPT, "8", TODAY, ADMIN)).isInstanceOf(Refusal.BadInput.class);
        assertThat(parameters.whole(ACCEPT)).isEqualTo(7);
    }

    @Test
    void onlyAnAdministratorOrTheSystemChanges() {
        Actor leader = OrganizationFixture.actor("leader.sldtbxh", "leader.SLDTBXH");
        assertThatThrownBy(() -> parameters.change(ACCEPT, "7", TODAY, leader)).isInstanceOf(Refusal.Forbidden.class);
        parameters.change(ACCEPT, "7", TODAY, Actor.SYSTEM);
        assertThat(parameters.whole(ACCEPT)).isEqualTo(7);
    }

    @Test
    void aMissingParameterIsAFaultOfSetUp() {
        assertThatThrownBy(() -> parameters.text("khong.co")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsNoRuleIsMarkedSo() {
        assertThat(parameters.all())
                .allMatch(p -> List.of("V", "S", "D", "U", "PROPOSAL").contains(p.basis()))
                .filteredOn(p -> p.key().startsWith("task."))
                .noneMatch(p -> p.basis().equals("V") || p.basis().equals("S"));
    }
}
