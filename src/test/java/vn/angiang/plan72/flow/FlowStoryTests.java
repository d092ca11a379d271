package vn.angiang.plan72.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.angiang.plan72.casefile.CaseState;
import vn.angiang.plan72.casefile.Cases;
import vn.angiang.plan72.casefile.DeadlineFlag;
import vn.angiang.plan72.journal.Journal;
import vn.angiang.plan72.shared.FieldError;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.support.AddedFlow;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.Desk;
import vn.angiang.plan72.support.IntegrationTest;
import vn.angiang.plan72.worklist.TaskDesk;

/** A process that nobody wrote Java for: added while the system runs, started, worked through, closed by itself. */
@IntegrationTest
class FlowStoryTests {

    @Autowired
    Flows flows;

    @Autowired
    FlowControl control;

    @Autowired
    Cases cases;

    @Autowired
    Journal journal;

    @Autowired
    TaskDesk taskDesk;

    @Autowired
    Desk desk;

    @Autowired
    As as;

    @Autowired
    Clockwork clock;

    @Autowired
    AddedFlow added;

    private String deployment;

    @BeforeEach
    void released() {
        clock.set(LocalDate.of(2017, 2, 20));
        deployment = added.release();
    }

    @AfterEach
    void takenAway() {
        added.remove(deployment);
    }

    private String opened(String person, String unit) {
        return opened(person, new Flows.Opening(AddedFlow.KEY, "Thăm xã Ô Lâm", unit, 2017, null, null));
    }

    private String opened(String person, Flows.Opening opening) {
        return as.call(person, () -> flows.start(opening, as.actor(person)));
    }

    @Test
    void itRunsFromTheFormToTheClosedCase() {
        String number = opened("officer.syt", "SYT");
        assertThat(number).startsWith("HS-2017-");
        assertThat(desk.task(number, "planVisit").dueOn()).isEqualTo(LocalDate.of(2017, 2, 23));
        desk.does("officer.syt", number, "planVisit", "place", "Ô Lâm", "goes", "YES", "families", 12);
        assertThat(desk.task(number, "reportVisit").candidates()).containsExactly("leader.SYT");
        assertThat(desk.task(number, "reportVisit").dueOn()).isEqualTo(LocalDate.of(2017, 6, 30));
        desk.does("leader.syt", number, "reportVisit", "place", "Ô Lâm", "result", "Đã thăm 12 hộ");
        var closed = cases.byNumber(number);
        assertThat(closed.state()).isEqualTo(CaseState.HOAN_THANH);
        assertThat(closed.isOpen()).isFalse();
        assertThat(closed.flag(new vn.angiang.plan72.casefile.NearDue.Days(
                        clock.today(), clock.today().plusDays(7))))
                .isEqualTo(DeadlineFlag.DA_XONG_DUNG_HAN);
        assertThat(desk.steps(number)).isEmpty();
        assertThat(journal.ofCase(number, 20))
                .extracting(e -> e.action())
                .contains("case.opened", "task.completed", "flow.ended");
    }

    @Test
    void aLaterFormBeginsWithWhatWasAnsweredBeforeButNoDecisionDoes() {
        String number = opened("officer.syt", "SYT");
        desk.does("officer.syt", number, "planVisit", "place", "Ô Lâm", "goes", "YES", "families", 12);
        var task = as.call(
                "leader.syt",
                () -> taskDesk.open(desk.task(number, "reportVisit").taskId(), as.actor("leader.syt")));
        assertThat(task.context()).containsEntry("place", "Ô Lâm").containsEntry("families", 12L);
        assertThat(task.context()).containsEntry("title", "Thăm xã Ô Lâm");
    }

    @Test
    void anEndThatSaysCancelledClosesTheCaseAsWithdrawn() {
        String number = opened("officer.syt", "SYT");
        desk.does("officer.syt", number, "planVisit", "place", "Ô Lâm", "goes", "NO", "families", 0);
        assertThat(cases.byNumber(number).state()).isEqualTo(CaseState.HUY);
    }

    @Test
    void theStandingAgencyOpensForAnyUnitAndAUnitOnlyForItself() {
        String number = opened("officer.sldtbxh", "H891");
        assertThat(cases.byNumber(number).leadUnit()).isEqualTo("H891");
        assertThat(cases.byNumber(number).assignerUnit()).isEqualTo("SLDTBXH");
        assertThatThrownBy(() -> opened("officer.syt", "H891"))
                .isInstanceOfSatisfying(Refusal.BadInput.class, r -> assertThat(r.errors())
                        .extracting(FieldError::field)
                        .containsExactly("unit"));
        assertThatThrownBy(() -> opened("supervisor", "SYT")).isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void everyMistakeOfAnOpeningIsNamedAtOnceAndNothingIsOpened() {
        var wrong = new Flows.Opening(AddedFlow.KEY, " ", "XYZ", 2015, "IV.99", LocalDate.of(2017, 2, 19));
        assertThatThrownBy(() -> opened("officer.syt", wrong))
                .isInstanceOfSatisfying(Refusal.BadInput.class, r -> assertThat(r.errors())
                        .extracting(FieldError::field)
                        .containsExactly("title", "unit", "year", "obligation", "dueOn"));
    }

    @Test
    void aProcessOfAnotherModuleOrAnUnknownOneIsNotStarted() {
        for (String key : new String[] {"assignment", "unitReport", "inspection", "accountability", "nothing"}) {
            assertThatThrownBy(() -> opened("officer.syt", new Flows.Opening(key, "Thử", "SYT", 2017, null, null)))
                    .as(key)
                    .isInstanceOf(Refusal.NotFound.class);
        }
    }

    @Test
    void itsOpenerSuspendsResumesAndWithdrawsItWithAReason() {
        String number = opened("officer.syt", "SYT");
        as.run("leader.syt", () -> control.suspend(number, "Chờ lịch", as.actor("leader.syt")));
        assertThatThrownBy(() ->
                        desk.does("officer.syt", number, "planVisit", "place", "Ô Lâm", "goes", "YES", "families", 1))
                .isInstanceOf(Refusal.Conflict.class);
        assertThatThrownBy(() -> as.run("leader.syt", () -> control.withdraw(number, "Thôi", as.actor("leader.syt"))))
                .isInstanceOf(Refusal.Conflict.class);
        as.run("leader.syt", () -> control.resume(number, "Có lịch", as.actor("leader.syt")));
        assertThatThrownBy(() -> as.run("leader.stc", () -> control.withdraw(number, "Thôi", as.actor("leader.stc"))))
                .isInstanceOf(Refusal.Forbidden.class);
        as.run("leader.syt", () -> control.withdraw(number, "Không đi nữa", as.actor("leader.syt")));
        assertThat(cases.byNumber(number).state()).isEqualTo(CaseState.HUY);
        assertThat(desk.steps(number)).isEmpty();
        assertThatThrownBy(() -> as.run("leader.syt", () -> control.withdraw(number, "Lại", as.actor("leader.syt"))))
                .isInstanceOf(Refusal.Conflict.class);
    }
}
