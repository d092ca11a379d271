package vn.angiang.plan72.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.angiang.plan72.shared.Refusal;
import vn.angiang.plan72.support.ModuleDatabase;

class UnitsTest {

    private static final LocalDate TODAY = OrganizationFixture.TODAY;
    private static OrganizationFixture org;
    private static Units units;

    @BeforeAll
    static void load() {
        org = OrganizationFixture.loaded();
        units = org.units;
    }

    @Test
    void theProvinceHasElevenDistrictsAnd156CommunesOfTheKindsOf2017() {
        assertThat(units.districts()).hasSize(11);
        var communes =
                units.all().stream().filter(u -> u.level().equals("commune")).toList();
        assertThat(communes).hasSize(156);
        assertThat(communes).filteredOn(u -> u.type().equals("phuong")).hasSize(21);
        assertThat(communes).filteredOn(u -> u.type().equals("thi_tran")).hasSize(16);
        assertThat(communes).filteredOn(u -> u.type().equals("xa")).hasSize(119);
        assertThat(communes).filteredOn(Unit::border).hasSize(18);
        assertThat(units.childrenOf("H891")).hasSize(15).allMatch(u -> "H891".equals(u.parentCode()));
    }

    @Test
    void anUnknownUnitIsRefusedButItsNameIsJustTheCode() {
        assertThatThrownBy(() -> units.byCode("KHONG_CO")).isInstanceOf(Refusal.NotFound.class);
        assertThat(units.find("KHONG_CO")).isEmpty();
        assertThat(units.nameOf("KHONG_CO")).isEqualTo("KHONG_CO");
    }

    @Test
    void theGroupOfCommunesHoldsEveryCommuneAndThatOfDistrictsAllEleven() {
        assertThat(units.membersOf("UBND_XA", TODAY)).hasSize(156).startsWith("X30280");
        assertThat(units.membersOf("UBND_HUYEN", TODAY))
                .containsExactly(
                        "H883", "H884", "H886", "H887", "H888", "H889", "H890", "H891", "H892", "H893", "H894");
    }

    @Test
    void aPlainUnitStandsForItselfAndAnEmptyGroupForNobody() {
        assertThat(units.membersOf("SLDTBXH", TODAY)).containsExactly("SLDTBXH");
        assertThat(units.membersOf("TC_XA_HOI", TODAY)).isEmpty();
        assertThat(units.membersOf("SO_NGANH_NQ80", TODAY)).hasSize(15);
    }

    @Test
    void nobodyBelongsToAGroupBeforeTheCatalogueBegins() {
        assertThat(units.membersOf("UBND_HUYEN", LocalDate.of(2015, 12, 31))).isEmpty();
    }

    @Test
    void unitsOutsideTheCommitteesHierarchyAreNotSanctionable() {
        assertThat(List.of(
                        "HDND_TINH",
                        "TINH_UY",
                        "MTTQ_TINH",
                        "HND_TINH",
                        "LMHTX_TINH",
                        "BAO_LDXH",
                        "BAO_AG",
                        "BLDTBXH",
                        "CAC_TC_CTXH"))
                .allMatch(code -> !units.byCode(code).sanctionable());
        assertThat(List.of("SLDTBXH", "H891", "X30280", "UBND_HUYEN", "DAI_PTTH_AG"))
                .allMatch(code -> units.byCode(code).sanctionable());
    }

    @Test
    void theStandingAgencyIsTheDepartmentOfLabour() {
        assertThat(units.standingAgency().code()).isEqualTo("SLDTBXH");
    }

    @Test
    void namesAreNoKeysAnPhuOccursAtThreeLevels() {
        var named = units.all().stream()
                .filter(u -> u.nameVi().endsWith("An Phú"))
                .map(Unit::code)
                .toList();
        assertThat(new HashSet<>(named)).hasSizeGreaterThanOrEqualTo(3).contains("H886");
    }

    @Test
    void aDistrictSignsAsItsPeoplesCommitteeAndACommuneToo() {
        assertThat(units.nameOf("H886")).isEqualTo("Huyện An Phú");
        assertThat(units.actingNameOf("H886")).isEqualTo("Ủy ban nhân dân huyện An Phú");
        assertThat(units.actingNameOf("X30280")).isEqualTo("Ủy ban nhân dân phường Mỹ Bình");
        assertThat(units.byCode("X30280").name(Locale.ENGLISH)).isEqualTo("Mỹ Bình Ward");
        assertThat(units.byCode("X30280").name(Locale.forLanguageTag("vi"))).isEqualTo("Phường Mỹ Bình");
    }

    @Test
    void whoLiesBelowWhomIsFollowedThroughAllLevels() {
        assertThat(units.isWithin("X30280", "H883")).isTrue();
        assertThat(units.isWithin("X30280", "UBND_TINH")).isTrue();
        assertThat(units.isWithin("H883", "X30280")).isFalse();
    }

    @Test
    void loadingAgainChangesNothingNotEvenWhatPeopleEdited() {
        var own = new OrganizationFixture(ModuleDatabase.h2(), true);
        own.db.jdbc.sql("update unit set name_vi = 'Đã sửa' where code = 'SYT'").update();
        long units = own.db.count("unit");
        long people = own.db.count("person");
        own.loader.load();
        assertThat(own.db.count("unit")).isEqualTo(units);
        assertThat(own.db.count("person")).isEqualTo(people);
        assertThat(own.units.nameOf("SYT")).isEqualTo("Đã sửa");
    }
}
