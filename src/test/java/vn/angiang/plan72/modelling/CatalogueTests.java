package vn.angiang.plan72.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.request.RequestContextHolder;
import vn.angiang.plan72.process.KnownSteps;
import vn.angiang.plan72.shared.Actor;
import vn.angiang.plan72.support.As;
import vn.angiang.plan72.support.Clockwork;
import vn.angiang.plan72.support.IntegrationTest;

/** What the pickers offer comes from the code, the plan, the units and the draft itself. */
@IntegrationTest
class CatalogueTests {

    @Autowired
    Catalogues catalogues;

    @Autowired
    Drafts drafts;

    @Autowired
    KnownSteps steps;

    @Autowired
    StepWords words;

    @Autowired
    As as;

    @Autowired
    Clockwork clock;

    @Autowired
    JdbcClient jdbc;

    private Actor modeler;

    @BeforeEach
    void february2017() {
        RequestContextHolder.resetRequestAttributes();
        clock.set(LocalDate.of(2017, 2, 20));
        modeler = as.actor("modeler");
    }

    @AfterEach
    void givenUp() {
        jdbc.sql("update model_draft set state = 'WITHDRAWN' where state = 'EDITING'")
                .update();
    }

    private Catalogue of(String folder) {
        Draft draft = as.call("modeler", () -> drafts.begin(folder, null, "Xem danh mục", modeler));
        return as.call("modeler", () -> catalogues.of(draft.id(), modeler));
    }

    @Test
    void everyStepIsExplained() {
        assertThat(steps.all()).hasSizeGreaterThan(100).allMatch(s -> words.has(s.bean(), s.step()), "is explained");
    }

    @Test
    void aProcessIsOfferedItsOwnModulesStepsAndThoseOfEveryProcess() {
        var offered = of("unit-report").steps();
        assertThat(offered).extracting(Catalogue.Step::bean).containsOnly("caseSteps", "reportingSteps");
        assertThat(offered)
                .filteredOn(s -> s.bean().equals("caseSteps") && s.step().equals("urge"))
                .singleElement()
                .satisfies(s -> assertThat(s.arguments()).containsExactly("role", "unit", "words"))
                .satisfies(s -> assertThat(s.label()).isEqualTo("Đôn đốc một vai trò của đơn vị"));
        assertThat(of("commune-list").steps()).extracting(Catalogue.Step::bean).containsOnly("caseSteps");
    }

    @Test
    void formsTablesGroupsAndVariablesAreThoseOfTheDraft() {
        var catalogue = of("commune-list");
        assertThat(catalogue.forms()).extracting(Catalogue.Named::id).contains("approveList", "setReview");
        assertThat(catalogue.decisions())
                .containsExactly(new Catalogue.Named("reviewDays", "Thời hạn rà soát của huyện"));
        assertThat(catalogue.groups())
                .contains(
                        new Catalogue.Choice("officer.${district}", "Chuyên viên của đơn vị trong biến district"),
                        new Catalogue.Choice("officer.BDT", "Chuyên viên – Ban Dân tộc tỉnh"))
                .noneMatch(g -> g.value().startsWith("officer.X"));
        assertThat(catalogue.variables())
                .contains(new Catalogue.Variable("listApproval", "Phê duyệt danh sách?"))
                .extracting(Catalogue.Variable::name)
                .contains("caseNumber", "leadUnit", "district", "reviewDays");
        assertThat(catalogue.clauses()).extracting(Catalogue.Clause::code).contains("III.9", "IV.2");
        assertThat(catalogue.processes()).extracting(Catalogue.Process::key).contains("assignment", "communeList");
    }
}
