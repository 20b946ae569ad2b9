package id.dompet;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may depend on whom inside core. */
class ArchitectureTest {
    private static final String[] PUBLIC_PACKAGES = {
        "id.dompet", "id.dompet.http", "id.dompet.model", "id.dompet.sign", "id.dompet.spi"
    };

    private final JavaClasses core =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("id.dompet");

    @Test
    void packagesDependDownwardsOnly() {
        onlyKnows("id.dompet.http", "id.dompet.http");
        onlyKnows("id.dompet.model", "id.dompet.model", "id.dompet.http");
        onlyKnows("id.dompet.sign", "id.dompet.sign", "id.dompet.model");
        onlyKnows("id.dompet.spi", "id.dompet.spi", "id.dompet.model", "id.dompet.http");
        onlyKnows(
                "id.dompet.internal.operation",
                "id.dompet.internal.operation",
                "id.dompet.internal.transport",
                "id.dompet.spi",
                "id.dompet.model",
                "id.dompet.http");
        onlyKnows(
                "id.dompet.internal.transport",
                "id.dompet.internal.transport",
                "id.dompet.spi",
                "id.dompet.model",
                "id.dompet.http");
    }

    private void onlyKnows(String who, String... whom) {
        noClasses()
                .that()
                .resideInAPackage(who)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("id.dompet..").and(resideOutsideOfPackages(whom)))
                .check(core);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("id.(**)").should().beFreeOfCycles().check(core);
    }

    @Test
    void onlyTheDoorKnowsTheHttpClient() {
        noClasses()
                .that()
                .resideOutsideOfPackage("id.dompet.internal.transport")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.hc..")
                .check(core);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.HttpURLConnection")
                .check(core);
    }

    @Test
    void publicSignaturesMentionOnlyTheJdkAndOurOwnTypes() {
        classes()
                .that()
                .resideInAnyPackage(PUBLIC_PACKAGES)
                .and()
                .arePublic()
                .should(mentionOnlyOurOwnTypes())
                .check(core);
    }

    private static ArchCondition<JavaClass> mentionOnlyOurOwnTypes() {
        return new ArchCondition<>("mention only the JDK and public packages in signatures") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaMethod method : type.getMethods()) {
                    if (!isVisible(method)) {
                        continue;
                    }
                    Stream.concat(
                                    Stream.of(method.getRawReturnType()),
                                    method.getRawParameterTypes().stream())
                            .map(JavaClass::getBaseComponentType)
                            .filter(mentioned -> !isAllowed(mentioned))
                            .forEach(
                                    mentioned ->
                                            events.add(
                                                    SimpleConditionEvent.violated(
                                                            method,
                                                            method.getFullName()
                                                                    + " mentions "
                                                                    + mentioned.getName())));
                }
            }
        };
    }

    private static boolean isVisible(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static boolean isAllowed(JavaClass mentioned) {
        String name = mentioned.getPackageName();
        // Decision: a plugin hands over a Guice module; nothing else of Guice is public.
        return name.isEmpty()
                || name.startsWith("java.")
                || name.startsWith("javax.")
                || Stream.of(PUBLIC_PACKAGES).anyMatch(name::equals)
                || mentioned.getName().equals("com.google.inject.Module");
    }

    @Test
    void nothingIsGlobalAndNothingIsInexact() {
        fields().that()
                .areStatic()
                .and()
                .areNotFinal()
                .should()
                .bePrivate()
                .andShould(neverExist())
                .allowEmptyShould(true)
                .check(core);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .check(core);
        fields().should().notHaveRawType(double.class).check(core);
        fields().should().notHaveRawType(float.class).check(core);
    }

    private static ArchCondition<JavaField> neverExist() {
        return new ArchCondition<>("not exist") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                events.add(
                        SimpleConditionEvent.violated(
                                field, field.getFullName() + " is mutable static state"));
            }
        };
    }

    @Test
    void theEnvironmentIsReadByTheConfigurationOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("id.dompet.internal.config")
                .and()
                .haveNameNotMatching("id.dompet.DompetConfig.*")
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .check(core);
    }

    @Test
    void thereIsOneClockAndItCanBeReplaced() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("id.dompet.spi.SystemTime")
                .and()
                // Sockets keep real time, whatever a simulation does; deadlines come from outside.
                .resideOutsideOfPackage("id.dompet.internal.transport")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .check(core);
    }
}
