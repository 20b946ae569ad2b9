package id.dompet.docs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import id.dompet.model.PaymentOption;
import id.dompet.spi.WalletProviderPlugin;
import org.junit.jupiter.api.Test;

/** Which module may know which; inside core see its own ArchitectureTest. */
class ModulesTest {
    private static final String CORE_INTERNAL = "id.dompet.internal..";
    private static final String PROVIDERS = "id.dompet.provider..";
    private static final String TESTKIT = "id.dompet.testkit..";

    private final JavaClasses modules =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("id.dompet");

    @Test
    void coreKnowsNoOtherModule() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "id.dompet",
                        "id.dompet.http..",
                        "id.dompet.model..",
                        "id.dompet.sign..",
                        "id.dompet.spi..",
                        CORE_INTERNAL)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PROVIDERS, TESTKIT)
                .check(modules);
    }

    @Test
    void aProviderModuleKnowsTheContractOnly() {
        noClasses()
                .that()
                .resideInAPackage(PROVIDERS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "id.dompet", CORE_INTERNAL, TESTKIT, "org.apache.hc..", "java.net.http..")
                .check(modules);
    }

    @Test
    void aProviderModuleShowsItsPluginAndItsOptionsOnly() {
        classes()
                .that()
                .resideInAPackage(PROVIDERS)
                .and()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .should()
                .beAssignableTo(WalletProviderPlugin.class)
                .orShould()
                .beAssignableTo(PaymentOption.class)
                .check(modules);
    }

    @Test
    void theWorkedExampleKnowsWhatContributorsKnow() {
        noClasses()
                .that()
                .resideInAPackage("id.dompet.docs.umpama")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "id.dompet",
                        "id.dompet.docs",
                        CORE_INTERNAL,
                        PROVIDERS,
                        TESTKIT,
                        "org.apache.hc..",
                        "java.net.http..")
                .check(modules);
    }

    @Test
    void aSimulatorIsASecondImplementationAndNoMirror() {
        noClasses()
                .that()
                .resideInAPackage(TESTKIT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PROVIDERS, CORE_INTERNAL)
                .check(modules);
    }

    @Test
    void documentsAreWrittenAgainstWhatMerchantsSee() {
        noClasses()
                .that()
                .resideInAPackage("id.dompet.docs..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CORE_INTERNAL)
                .check(modules);
    }
}
