package vn.angiang.plan72.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.angiang.plan72.shared.Refusal;

class CatalogueTest {

    private static PlanFixture plan;

    @BeforeAll
    static void load() {
        plan = PlanFixture.loaded();
    }

    @Test
    void theWholePlanIsThere() {
        assertThat(plan.obligations.all()).hasSize(97);
        assertThat(plan.indicators.all()).hasSize(131);
        assertThat(plan.obligations.all())
                .filteredOn(Obligation::leadNeedsConfirmation)
                .hasSize(37);
        assertThat(plan.obligations.all()).filteredOn(Obligation::isContinuous).hasSize(69);
        assertThat(plan.obligations.all()).filteredOn(Obligation::isRequest).hasSize(4);
        assertThat(plan.obligations.all().get(0).id()).isEqualTo("P.1");
        assertThat(plan.obligations.all().get(96).id()).isEqualTo("CL.d");
    }

    @Test
    void whatIsReadBackIsWhatTheCatalogueSays() {
        assertThat(plan.obligations.all()).isEqualTo(PlanCatalogue.read().obligations());
        assertThat(plan.indicators.all()).isEqualTo(PlanCatalogue.read().indicators());
        assertThat(plan.clauses.all()).isEqualTo(PlanCatalogue.clauses());
    }

    @Test
    void specialFlowsAreProcessKeys() {
        assertThat(plan.obligations.byId("IV.13.e.1").specialFlow()).isEqualTo("capitalAllocation");
        assertThat(plan.obligations.byId("II").specialFlow()).isNull();
        assertThat(plan.obligations.all())
                .filteredOn(o -> o.specialFlow() != null)
                .hasSize(47)
                .allMatch(o -> !String.valueOf(o.specialFlow()).contains("-"));
    }

    @Test
    void everyObligationHangsInTheTreeOfClauses() {
        assertThat(plan.obligations.all())
                .allMatch(o -> plan.clauses.find(o.clauseId()).isPresent());
        assertThat(plan.clauses.roots()).extracting(Clause::id).containsExactly("P", "I", "II", "III", "IV", "CL");
        assertThat(plan.clauses.childrenOf("IV")).hasSize(14);
        assertThat(plan.obligations.ofClause("IV.13")).isNotEmpty().allMatch(o -> o.id().startsWith("IV.13."));
        assertThat(plan.obligations.ofClause("IV.1")).noneMatch(o -> o.id().startsWith("IV.1".concat("3")));
        assertThat(plan.clauses.roots().stream()
                        .mapToInt(c -> plan.obligations.ofClause(c.id()).size())
                        .sum())
                .isEqualTo(97);
    }

    @Test
    void everyPartyOfAnObligationIsAKnownUnit() {
        var codes = new HashSet<String>();
        plan.organization.units.all().forEach(u -> codes.add(u.code()));
        for (Obligation o : plan.obligations.all()) {
            assertThat(codes)
                    .as(o.id())
                    .containsAll(Stream.of(o.lead(), o.coordinating(), o.recipients())
                            .flatMap(l -> l.stream())
                            .toList());
            if (o.approver() != null) {
                assertThat(codes).contains(o.approver());
            }
        }
    }

    @Test
    void anUnknownRowIsRefused() {
        assertThatThrownBy(() -> plan.obligations.byId("V.1")).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> plan.clauses.byId("V")).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> plan.indicators.byCode("X")).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void loadingAgainChangesNothing() {
        var own = PlanFixture.loaded();
        own.db
                .jdbc
                .sql("update obligation set note = 'Đã xác nhận' where id = 'I.a'")
                .update();
        long parties = own.db.count("obligation_party");
        own.loader.load();
        assertThat(own.db.count("obligation")).isEqualTo(97);
        assertThat(own.db.count("obligation_party")).isEqualTo(parties);
        assertThat(own.obligations.byId("I.a").note()).isEqualTo("Đã xác nhận");
    }
}
