package id.dompet;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasTypeParameters;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.EvaluationResult;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        onlyKnows("id.dompet.sign", "id.dompet.sign", "id.dompet.model", "id.dompet.http");
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

    @Test
    void theSearchForForeignTypesLooksEverywhere() {
        JavaClasses samples = new ClassFileImporter().importClasses(Foreign.class);
        EvaluationResult found = classes().should(mentionOnlyOurOwnTypes()).evaluate(samples);
        assertThat(String.join("\n", found.getFailureReport().getDetails()))
                .contains(
                        "Foreign mentions com.google.common.collect.ForwardingList",
                        "Foreign mentions com.google.common.base.Function",
                        "Foreign.<init>(com.google.common.base.Ticker)",
                        "Foreign.generic() mentions com.google.common.collect.Table",
                        "Foreign.parameter(java.util.Map)"
                                + " mentions com.google.common.base.Splitter",
                        "Foreign.thrown() mentions com.google.common.util.concurrent.UncheckedTimeoutException",
                        "Foreign.field mentions com.google.common.base.Joiner")
                .doesNotContain("CharMatcher");
    }

    /** Mentions a library in every place where a public type can. */
    @SuppressWarnings("unused")
    public abstract static class Foreign<T extends com.google.common.base.Function<T, T>>
            extends com.google.common.collect.ForwardingList<String> {
        /** Foreign. */
        protected com.google.common.base.@Nullable Joiner field;

        /** Foreign. */
        protected Foreign(com.google.common.base.Ticker ticker) {}

        /** Foreign. */
        public abstract List<com.google.common.collect.Table<String, String, String>> generic();

        /** Foreign. */
        public void parameter(Map<String, ? super com.google.common.base.Splitter[]> map) {}

        /** Foreign. */
        public void thrown() throws com.google.common.util.concurrent.UncheckedTimeoutException {}

        // Nobody outside sees these.
        private com.google.common.base.@Nullable CharMatcher own;

        void own(com.google.common.base.CharMatcher matcher) {}
    }

    private static ArchCondition<JavaClass> mentionOnlyOurOwnTypes() {
        return new ArchCondition<>("mention only the JDK and public packages in signatures") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream<JavaType> above =
                        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
                report(events, type, type.getName(), Stream.concat(above, bounds(type)));
                for (JavaField field : type.getFields()) {
                    if (isVisible(field)) {
                        report(events, field, field.getFullName(), Stream.of(field.getType()));
                    }
                }
                for (JavaCodeUnit unit : type.getCodeUnits()) {
                    if (isVisible(unit)) {
                        report(events, unit, unit.getFullName(), mentionedBy(unit));
                    }
                }
            }
        };
    }

    private static Stream<JavaType> mentionedBy(JavaCodeUnit unit) {
        return Stream.of(
                        Stream.of(unit.getReturnType()),
                        unit.getParameterTypes().stream(),
                        unit.getExceptionTypes().stream(),
                        bounds(unit))
                .flatMap(types -> types);
    }

    private static Stream<JavaType> bounds(HasTypeParameters<?> generic) {
        return generic.getTypeParameters().stream()
                .flatMap(variable -> variable.getBounds().stream());
    }

    private static void report(
            ConditionEvents events, Object where, String name, Stream<JavaType> mentioned) {
        mentioned
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getBaseComponentType)
                .distinct()
                .filter(type -> !isAllowed(type, name))
                .forEach(
                        type ->
                                events.add(
                                        SimpleConditionEvent.violated(
                                                where, name + " mentions " + type.getName())));
    }

    private static boolean isVisible(JavaMember member) {
        return (member.getModifiers().contains(JavaModifier.PUBLIC)
                        || member.getModifiers().contains(JavaModifier.PROTECTED))
                && !member.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static boolean isAllowed(JavaClass mentioned, String where) {
        String name = mentioned.getPackageName();
        // Decision: a plugin hands over a Guice module, and one class is a Guice module, for those
        // who wire their application with it; nothing else of Guice is public.
        return name.isEmpty()
                || name.startsWith("java.")
                || name.startsWith("javax.")
                || Stream.of(PUBLIC_PACKAGES).anyMatch(name::equals)
                || mentioned.getName().equals("com.google.inject.Module")
                || (where.equals("id.dompet.DompetModule")
                        && mentioned.getName().equals("com.google.inject.AbstractModule"));
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
