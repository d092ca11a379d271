package vn.angiang.plan72.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.angiang.plan72.calendar.CalendarFixture;
import vn.angiang.plan72.organization.OrganizationFixture;
import vn.angiang.plan72.plan.PlanFixture;

/** The same tables, data and acts on PostgreSQL. */
class PostgresModulesTest {

    @Test
    void organizationPlanAndCalendarLoadAndChangeOnPostgresToo() throws Exception {
        try (var postgres = EmbeddedPostgres.start()) {
            var db = new ModuleDatabase(postgres.getPostgresDatabase());
            var plan = new PlanFixture(db);
            var calendar = new CalendarFixture(db);
            var org = plan.organization;

            assertThat(org.units.districts()).hasSize(11);
            assertThat(plan.obligations.all()).hasSize(97);
            assertThat(calendar.holidays.years()).hasSize(15);

            var today = OrganizationFixture.TODAY;
            var created = org.substitutions.create(
                    "officer.syt",
                    "leader.syt",
                    today,
                    today.plusDays(2),
                    List.of("assignment"),
                    "Nghỉ phép",
                    OrganizationFixture.ADMIN);
            assertThat(org.people.standInsOf("leader.syt", today)).hasSize(1);
            assertThat(org.substitutions
                            .end(created.id(), OrganizationFixture.ADMIN)
                            .endedOn())
                    .isEqualTo(today);
            plan.parameters.change("task.accept.workingDays", "6", today.plusDays(1), OrganizationFixture.ADMIN);
            assertThat(plan.parameters.whole("task.accept.workingDays", today.plusDays(1)))
                    .isEqualTo(6);
            calendar.holidays.remove(LocalDate.of(2017, 4, 6), OrganizationFixture.ADMIN);
            assertThat(calendar.calendar.isWorkingDay(LocalDate.of(2017, 4, 6))).isTrue();
            org.unitChanges.close("H891", today.plusDays(30), OrganizationFixture.ADMIN);
            assertThat(org.units.membersOf("UBND_HUYEN", today.plusDays(31))).hasSize(10);
        }
    }
}
