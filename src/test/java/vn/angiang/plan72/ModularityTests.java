package vn.angiang.plan72;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import vn.angiang.plan72.process.ProcessSteps;

/** The walls of the house stand: modules use only what they say, and the engine is named only behind its fence. */
class ModularityTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.angiang.plan72");

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(Plan72Application.class).verify();
    }

    @Test
    void theEngineIsNamedOnlyBehindItsFence() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "vn.angiang.plan72.process..", "vn.angiang.plan72.modelling..", "vn.angiang.plan72..workflow..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(CLASSES);
    }

    @Test
    void flowModulesDoNotCallEachOther() {
        noClasses()
                .that()
                .resideInAPackage("vn.angiang.plan72.assignment..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..reporting..", "..inspection..", "..accountability..")
                .check(CLASSES);
    }

    @Test
    void stepsOfModelsLiveInWorkflowPackages() {
        ArchRuleDefinition.classes()
                .that()
                .areAnnotatedWith(ProcessSteps.class)
                .should()
                .resideInAPackage("..workflow..")
                .check(CLASSES);
    }

    @Test
    void nobodyInjectsIntoFields() {
        com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(CLASSES);
    }

    @Test
    void nobodyAsksTheMachineForTheTime() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "vn.angiang.plan72.process..",
                        "vn.angiang.plan72.security..",
                        "vn.angiang.plan72.notification..")
                .should()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .check(CLASSES);
    }
}
