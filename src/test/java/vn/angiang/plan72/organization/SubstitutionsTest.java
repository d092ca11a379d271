package vn.angiang.plan72.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.angiang.plan72.organization.OrganizationFixture.ADMIN;
import static vn.angiang.plan72.organization.OrganizationFixture.TODAY;
import static vn.angiang.plan72.organization.OrganizationFixture.actor;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.shared.Refusal;

class SubstitutionsTest {

    private static final Actor OFFICER = actor("officer.sldtbxh", "officer.SLDTBXH");
    private static final Actor LEADER = actor("leader.sldtbxh", "leader.SLDTBXH");
    private static final Actor OTHER_LEADER = actor("leader.syt", "leader.SYT");
    private static final LocalDate END = TODAY.plusDays(4);

    private OrganizationFixture org;

    @BeforeEach
    void load() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("vi"));
        org = OrganizationFixture.loaded();
    }

    @AfterEach
    void forgetLocale() {
        LocaleContextHolder.resetLocaleContext();
    }

    private Substitution create(String absent, String deputy, LocalDate from, LocalDate to, Actor by, String... keys) {
        return org.substitutions.create(absent, deputy, from, to, List.of(keys), "Nghỉ phép", by);
    }

    @Test
    void anOfficerNamesADeputyOfTheSameUnitWhoThenStandsIn() {
        var s = create("officer.sldtbxh", "leader.sldtbxh", TODAY, END, OFFICER, "assignment");

        var standIn = org.people.standInsOf("leader.sldtbxh", TODAY).get(0);
        assertThat(standIn.username()).isEqualTo("officer.sldtbxh");
        assertThat(standIn.groups()).containsExactly("officer.SLDTBXH");
        assertThat(standIn.covers("assignment")).isTrue();
        assertThat(standIn.covers("inspection")).isFalse();
        assertThat(org.people.standInsOf("leader.sldtbxh", END.plusDays(1))).isEmpty();
        assertThat(org.people.standInsOf("leader.sldtbxh", TODAY.minusDays(1))).isEmpty();
        assertThat(org.db.events)
                .containsExactly(new SubstitutionChanged(s, SubstitutionChanged.Kind.CREATED, OFFICER));
    }

    @Test
    void nobodyDecidesForAnotherUnitButAnAdministratorForAll() {
        assertThatThrownBy(() -> create("officer.sldtbxh", "leader.sldtbxh", TODAY, END, OTHER_LEADER))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> create("leader.sldtbxh", "officer.sldtbxh", TODAY, END, OFFICER))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThat(create("officer.sldtbxh", "officer.syt", TODAY, END, ADMIN).createdBy())
                .isEqualTo("admin");
    }

    @Test
    void aDeputyFromOutsideIsForTheLeaderToName() {
        assertThatThrownBy(() -> create("officer.sldtbxh", "officer.syt", TODAY, END, OFFICER))
                .isInstanceOfSatisfying(Refusal.Forbidden.class, r -> assertThat(r.messageKey())
                        .isEqualTo("refusal.substitution.otherUnit"));
        assertThat(create("officer.sldtbxh", "officer.syt", TODAY, END, LEADER).id())
                .isPositive();
    }

    @Test
    void thereAreNoChainsInEitherDirection() {
        create("officer.sldtbxh", "leader.sldtbxh", TODAY, END, LEADER);
        assertThatThrownBy(() -> create("leader.sldtbxh", "modeler", END, END.plusDays(9), LEADER))
                .isInstanceOfSatisfying(Refusal.Conflict.class, r -> assertThat(r.messageKey())
                        .isEqualTo("refusal.substitution.absentIsDeputy"));
        assertThatThrownBy(() -> create("modeler", "officer.sldtbxh", TODAY, TODAY, LEADER))
                .isInstanceOfSatisfying(Refusal.Conflict.class, r -> assertThat(r.messageKey())
                        .isEqualTo("refusal.substitution.deputyIsAbsent"));
        assertThat(create("leader.sldtbxh", "modeler", END.plusDays(1), END.plusDays(9), LEADER)
                        .id())
                .isPositive();
    }

    @Test
    void overlappingOnesAreRefusedUnlessTheirProcessesDiffer() {
        create("officer.sldtbxh", "leader.sldtbxh", TODAY, END, OFFICER, "assignment");
        assertThatThrownBy(() -> create("officer.sldtbxh", "modeler", END, END.plusDays(3), OFFICER))
                .isInstanceOfSatisfying(Refusal.Conflict.class, r -> assertThat(r.messageKey())
                        .isEqualTo("refusal.substitution.overlap"));
        assertThat(create("officer.sldtbxh", "modeler", END, END, OFFICER, "inspection")
                        .processKeys())
                .containsExactly("inspection");
    }

    @Test
    void everyMistakeIsNamedAtItsField() {
        assertThatThrownBy(() -> org.substitutions.create(
                        "officer.sldtbxh", "officer.sldtbxh", TODAY, TODAY.minusDays(1), List.of(), "  ", OFFICER))
                .isInstanceOfSatisfying(
                        Refusal.BadInput.class,
                        r -> assertThat(r.errors()).extracting("field").containsExactly("deputy", "to", "reason"));
        assertThatThrownBy(() -> create("officer.sldtbxh", "ai.do", TODAY, END, OFFICER))
                .isInstanceOfSatisfying(Refusal.BadInput.class, r -> assertThat(r.errors())
                        .extracting("message")
                        .containsExactly("Chọn một người đang làm việc trong hệ thống"));
    }

    @Test
    void endingStopsItTodayAndOnlyOnce() {
        var s = create("officer.sldtbxh", "leader.sldtbxh", TODAY, END, OFFICER);
        assertThatThrownBy(() -> org.substitutions.end(s.id(), OTHER_LEADER)).isInstanceOf(Refusal.Forbidden.class);
        var ended = org.substitutions.end(s.id(), LEADER);
        assertThat(ended.endedOn()).isEqualTo(TODAY);
        assertThat(ended.endedBy()).isEqualTo("leader.sldtbxh");
        assertThat(org.people.standInsOf("leader.sldtbxh", TODAY)).isEmpty();
        assertThatThrownBy(() -> org.substitutions.end(s.id(), LEADER)).isInstanceOf(Refusal.Conflict.class);
        assertThat(create("officer.sldtbxh", "modeler", TODAY, END, OFFICER).id())
                .isPositive();
        assertThat(org.substitutions.listFor("officer.sldtbxh")).hasSize(2);
        assertThat(org.substitutions.listForUnit("SLDTBXH")).hasSize(2);
    }

    @Test
    void technicalRolesAreNeverLent() {
        create("admin", "officer.sldtbxh", TODAY, END, ADMIN);
        assertThat(org.people.standInsOf("officer.sldtbxh", TODAY)).isEmpty();
    }
}
