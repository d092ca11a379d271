package vn.angiang.plan72.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.angiang.plan72.shared.Refusal;

/** What 2025 brought, as far as the domain facts give it: districts abolished, the programme with another department. */
class ReorganisationTest {

    private static final LocalDate LAST = LocalDate.of(2025, 6, 30);
    private static final LocalDate FIRST = LocalDate.of(2025, 7, 1);

    private OrganizationFixture org;

    @BeforeEach
    void load() {
        org = OrganizationFixture.loaded();
    }

    @Test
    void anAbolishedDistrictLeavesItsGroupAndItsPeopleLoseTheirGroupButThePastStays() {
        org.unitChanges.close("H891", LAST, OrganizationFixture.ADMIN);

        assertThat(org.units.membersOf("UBND_HUYEN", LAST)).contains("H891");
        assertThat(org.units.membersOf("UBND_HUYEN", FIRST)).hasSize(10).doesNotContain("H891");
        assertThat(org.people.groupsOf("leader.h891", LAST)).containsExactly("leader.H891");
        assertThat(org.people.groupsOf("leader.h891", FIRST)).isEmpty();
        assertThat(org.people.holding("leader.H891", FIRST)).isEmpty();
        assertThat(org.units.byCode("H891").nameVi()).isEqualTo("Huyện Tri Tôn");
    }

    @Test
    void theProgrammePassesToTheSuccessorOfTheStandingAgency() {
        var agriculture = new Unit(
                "SNNMT",
                "Sở Nông nghiệp và Môi trường",
                "Department of Agriculture and Environment",
                "province",
                "department",
                "UBND_TINH",
                null,
                LocalDate.of(2025, 3, 1),
                null,
                true,
                true,
                false,
                false);
        org.unitChanges.add(agriculture, OrganizationFixture.ADMIN);
        org.unitChanges.close("SLDTBXH", LocalDate.of(2025, 2, 28), OrganizationFixture.ADMIN);
        org.unitChanges.succeed(
                "SLDTBXH", "SNNMT", LocalDate.of(2025, 3, 1), "Nghị định 45/2025/NĐ-CP", OrganizationFixture.ADMIN);

        assertThat(org.units.standingAgency().code()).isEqualTo("SNNMT");
        assertThat(org.units.successors("SLDTBXH"))
                .containsExactly(
                        new UnitSuccessor("SLDTBXH", "SNNMT", LocalDate.of(2025, 3, 1), "Nghị định 45/2025/NĐ-CP"));
        assertThat(org.units.answeringFor("SLDTBXH", LocalDate.of(2017, 3, 1))).containsExactly("SLDTBXH");
        assertThat(org.units.answeringFor("SLDTBXH", LocalDate.of(2025, 3, 1))).containsExactly("SNNMT");
        assertThat(org.db.events).hasSize(3).allMatch(UnitChanged.class::isInstance);
    }

    @Test
    void aNewCommuneBelongsToTheGroupOfCommunesFromItsFirstDay() {
        var commune = new Unit(
                "X99999",
                "Xã Thử",
                "Thử Commune",
                "commune",
                "xa",
                "H891",
                null,
                FIRST,
                null,
                true,
                false,
                false,
                false);
        org.unitChanges.add(commune, OrganizationFixture.ADMIN);
        assertThat(org.units.membersOf("UBND_XA", LAST)).hasSize(156);
        assertThat(org.units.membersOf("UBND_XA", FIRST)).hasSize(157).contains("X99999");
    }

    @Test
    void onlyAnAdministratorReorganisesAndNothingTwice() {
        var leader = OrganizationFixture.actor("leader.sldtbxh", "leader.SLDTBXH");
        assertThatThrownBy(() -> org.unitChanges.close("H891", LAST, leader)).isInstanceOf(Refusal.Forbidden.class);
        org.unitChanges.close("H891", LAST, OrganizationFixture.ADMIN);
        assertThatThrownBy(() -> org.unitChanges.close("H891", LAST, OrganizationFixture.ADMIN))
                .isInstanceOf(Refusal.Conflict.class);
        org.unitChanges.succeed("H891", "H890", FIRST, "thử", OrganizationFixture.ADMIN);
        assertThatThrownBy(() -> org.unitChanges.succeed("H890", "H891", FIRST, "thử", OrganizationFixture.ADMIN))
                .isInstanceOf(Refusal.Conflict.class);
    }
}
