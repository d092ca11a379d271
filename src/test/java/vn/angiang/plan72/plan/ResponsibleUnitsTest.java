package vn.angiang.plan72.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.angiang.plan72.organization.OrganizationFixture;

class ResponsibleUnitsTest {

    private static final LocalDate TODAY = OrganizationFixture.TODAY;
    private static PlanFixture plan;

    @BeforeAll
    static void load() {
        plan = PlanFixture.loaded();
    }

    @Test
    void allRowsTogetherGive674Assignments() {
        var byFanOut = new TreeMap<String, Integer>();
        plan.obligations
                .all()
                .forEach(o -> byFanOut.merge(
                        o.fanOut(), plan.responsibleUnits.of(o, TODAY).size(), Integer::sum));
        assertThat(byFanOut)
                .containsEntry("district", 49 * 11)
                .containsEntry("department_group", 2 * 15)
                .containsEntry("organisation", 4 * 7)
                .containsEntry("member", 2)
                .containsEntry("all", 19 + 11);
        // 39 rows without fan-out have 45 leads: those with two leads give two assignments.
        assertThat(byFanOut.values().stream().mapToInt(i -> i).sum()).isEqualTo(539 + 30 + 28 + 2 + 30 + 45);
    }

    @Test
    void aDistrictRowGoesToTheElevenDistrictsAloneEvenWithDepartmentsAmongItsLeads() {
        assertThat(plan.responsibleUnits.of(plan.obligations.byId("III.1.a"), TODAY))
                .hasSize(11)
                .allMatch(code -> code.startsWith("H"));
    }

    @Test
    void aRowWithTwoLeadsGivesEachTheirs() {
        assertThat(plan.responsibleUnits.of(plan.obligations.byId("III.5.b"), TODAY))
                .containsExactly("SNNPTNT", "SCT");
    }

    @Test
    void organisationsWithoutMembersGetNothing() {
        assertThat(plan.responsibleUnits.of(plan.obligations.byId("IV.14.a"), TODAY))
                .containsExactly(
                        "MTTQ_TINH", "LDLD_TINH", "HLHPN_TINH", "HND_TINH", "HCCB_TINH", "DTN_TINH", "LMHTX_TINH");
    }

    @Test
    void theSteeringCommitteeAnswersForItsMembers() {
        assertThat(plan.responsibleUnits.of(plan.obligations.byId("III.BCD.b"), TODAY))
                .containsExactly("BCD_TINH");
    }

    @Test
    void everyResponsibleUnitHasPeopleAndIsNamedOnce() {
        for (Obligation o : plan.obligations.all()) {
            var units = plan.responsibleUnits.of(o, TODAY);
            assertThat(units).as(o.id()).isNotEmpty().doesNotHaveDuplicates();
            assertThat(units).allMatch(u -> !plan.organization
                    .people
                    .holding("officer." + u, TODAY)
                    .isEmpty());
        }
    }
}
