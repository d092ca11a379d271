package vn.angiang.plan72.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.angiang.plan72.support.ModuleDatabase;

class PeopleTest {

    private static final LocalDate TODAY = OrganizationFixture.TODAY;
    private static OrganizationFixture org;

    @BeforeAll
    static void load() {
        org = OrganizationFixture.loaded();
    }

    @Test
    void everyUnitThatWorksHasAnOfficerAndALeader() {
        var working = org.units.all().stream()
                .filter(u -> !u.isGroup() && !u.isPosition())
                .toList();
        assertThat(working).hasSize(38 + 11 + 156);
        assertThat(working)
                .allMatch(u -> !org.people.holding("officer." + u.code(), TODAY).isEmpty()
                        && !org.people.holding("leader." + u.code(), TODAY).isEmpty());
    }

    @Test
    void theProvinceIsLedByItsChairAndAViceChair() {
        assertThat(org.people.holding("leader.UBND_TINH", TODAY))
                .extracting(Person::username)
                .containsExactly("leader.ubnd_tinh", "leader.pct_ubnd_tinh");
    }

    @Test
    void demoNamesAreFictionAtAGlanceAndAlwaysTheSame() {
        assertThat(org.people.all())
                .allMatch(p -> p.fullName().endsWith("(thử)"))
                .allMatch(p -> (p.username() + "@plan72.example").equals(p.email()));
        assertThat(DemoNames.of("officer.syt")).isEqualTo(org.people.nameOf("officer.syt"));
        assertThat(org.people.all().stream().map(Person::fullName).distinct().count())
                .isGreaterThan(300);
    }

    @Test
    void specialPostsHaveTheirGroups() {
        assertThat(org.people.groupsOf("supervisor", TODAY)).containsExactly("supervisor.BCD_TINH");
        assertThat(org.people.groupsOf("modeler2", TODAY)).containsExactly("modeler.SLDTBXH");
        assertThat(org.people.groupsOf("admin", TODAY)).containsExactly("admin.SLDTBXH");
        assertThat(org.people.ofUnit("SLDTBXH", TODAY))
                .extracting(Person::username)
                .containsExactly("officer.sldtbxh", "leader.sldtbxh", "modeler", "modeler2", "admin");
    }

    @Test
    void nameOfNeverFails() {
        assertThat(org.people.nameOf("he-thong")).isEqualTo("Hệ thống");
        assertThat(org.people.nameOf("ai.do")).isEqualTo("ai.do");
    }

    @Test
    void whoHasLeftHoldsNothing() {
        var own = OrganizationFixture.loaded();
        own.db
                .jdbc
                .sql("update person set active = false where username = 'officer.syt'")
                .update();
        own.people.refresh();
        assertThat(own.people.groupsOf("officer.syt", TODAY)).isEmpty();
        assertThat(own.people.holding("officer.SYT", TODAY)).isEmpty();
    }

    @Test
    void withoutTheDemoThereIsOnlyTheFirstAdministratorAndOnlyUntilThereIsOne() {
        var bare = new OrganizationFixture(ModuleDatabase.h2(), false);
        assertThat(bare.people.all()).extracting(Person::username).isEqualTo(List.of("quan.tri"));
        assertThat(bare.people.groupsOf("quan.tri", TODAY)).containsExactly("admin.SLDTBXH");
        bare.loader.load();
        assertThat(bare.db.count("position")).isEqualTo(1);
        assertThat(bare.units.all()).hasSize(org.units.all().size());
    }
}
