package vn.angiang.plan72.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.angiang.plan72.organization.OrganizationFixture.ADMIN;
import static vn.angiang.plan72.organization.OrganizationFixture.TODAY;
import static vn.angiang.plan72.organization.OrganizationFixture.actor;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.angiang.plan72.shared.Refusal;

class StaffTest {

    private OrganizationFixture org;
    private Staff staff;

    @BeforeEach
    void load() {
        org = OrganizationFixture.loaded();
        staff = org.staff;
    }

    @Test
    void aNewPersonGetsAPostAndWithItAGroup() {
        staff.register(" Nguyen.Van.Thu ", "Nguyễn Văn  Thử", "", ADMIN);
        staff.appoint("nguyen.van.thu", "officer", "SYT", "Chuyên viên", TODAY, ADMIN);
        assertThat(org.people.groupsOf("nguyen.van.thu", TODAY)).containsExactly("officer.SYT");
        assertThat(org.people.groupsOf("nguyen.van.thu", TODAY.minusDays(1))).isEmpty();
        assertThat(org.db.events).hasSize(2).allMatch(StaffChanged.class::isInstance);
    }

    @Test
    void everyMistakeOfARegistrationIsNamed() {
        assertThatThrownBy(() -> staff.register("ă b", " ", "không phải thư", ADMIN))
                .isInstanceOfSatisfying(Refusal.BadInput.class, r -> assertThat(r.errors())
                        .extracting("field")
                        .containsExactly("username", "fullName", "email"));
        assertThatThrownBy(() -> staff.register("admin", "A", "", ADMIN)).isInstanceOf(Refusal.BadInput.class);
        assertThatThrownBy(() -> staff.register("he-thong", "A", "", ADMIN)).isInstanceOf(Refusal.BadInput.class);
    }

    @Test
    void aPostIsNotGivenTwiceNorInAGroupNorWithAnUnknownRole() {
        assertThatThrownBy(() -> staff.appoint("officer.syt", "officer", "SYT", "Chuyên viên", TODAY, ADMIN))
                .isInstanceOf(Refusal.Conflict.class);
        assertThatThrownBy(() -> staff.appoint("officer.syt", "officer", "UBND_XA", "Chuyên viên", TODAY, ADMIN))
                .isInstanceOf(Refusal.BadInput.class);
        assertThatThrownBy(() -> staff.appoint("officer.syt", "root", "SYT", "Chuyên viên", TODAY, ADMIN))
                .isInstanceOf(Refusal.BadInput.class);
    }

    @Test
    void anEndedPostGivesNoGroupAnyMore() {
        staff.endPost("officer.syt", "officer", "SYT", TODAY, ADMIN);
        assertThat(org.people.groupsOf("officer.syt", TODAY)).containsExactly("officer.SYT");
        assertThat(org.people.groupsOf("officer.syt", TODAY.plusDays(1))).isEmpty();
        assertThatThrownBy(() -> staff.endPost("officer.syt", "officer", "SYT", TODAY, ADMIN))
                .isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void theLastAdministratorStays() {
        assertThatThrownBy(() -> staff.endPost("admin", "admin", "SLDTBXH", TODAY, ADMIN))
                .isInstanceOfSatisfying(
                        Refusal.Conflict.class, r -> assertThat(r.messageKey()).isEqualTo("refusal.staff.lastAdmin"));
        assertThatThrownBy(() -> staff.setActive("admin", false, ADMIN)).isInstanceOf(Refusal.Conflict.class);
        staff.appoint("officer.syt", "admin", "SYT", "Quản trị", TODAY, ADMIN);
        staff.endPost("admin", "admin", "SLDTBXH", TODAY, ADMIN);
        assertThat(org.people.groupsOf("admin", TODAY.plusDays(1))).isEmpty();
    }

    @Test
    void whoLeavesLosesTheGroupsAndGetsThemBackOnReturn() {
        staff.setActive("officer.syt", false, ADMIN);
        assertThat(org.people.groupsOf("officer.syt", TODAY)).isEmpty();
        assertThatThrownBy(() -> staff.setActive("officer.syt", false, ADMIN)).isInstanceOf(Refusal.Conflict.class);
        staff.setActive("officer.syt", true, ADMIN);
        assertThat(org.people.groupsOf("officer.syt", TODAY)).containsExactly("officer.SYT");
    }

    @Test
    void onlyAnAdministratorChangesStaff() {
        var leader = actor("leader.syt", "leader.SYT");
        assertThatThrownBy(() -> staff.register("moi", "Mới", "", leader)).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> staff.setActive("officer.syt", false, leader)).isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> staff.appoint("leader.syt", "admin", "SYT", "Quản trị", TODAY, leader))
                .isInstanceOf(Refusal.Forbidden.class);
    }
}
