package io.portolan;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The order of the packages, and what each of them must not know. */
@AnalyzeClasses(packages = "io.portolan", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] WITHOUT_KAFKA = {
        "io.portolan.flow..",
        "io.portolan.registry..",
        "io.portolan.label..",
        "io.portolan.judge..",
        "io.portolan.summary..",
        "io.portolan.alert.."
    };
    private static final Set<String> CLOCKS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system",
            "java.time.Clock.tickMillis",
            "java.time.Clock.tickSeconds",
            "java.time.Clock.tickMinutes");

    @ArchTest
    static final ArchRule aPackageKnowsOnlyThoseBelowIt = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("flow")
            .definedBy("io.portolan.flow..")
            .layer("registry")
            .definedBy("io.portolan.registry..")
            .layer("label")
            .definedBy("io.portolan.label..")
            .layer("judge")
            .definedBy("io.portolan.judge..")
            .layer("summary")
            .definedBy("io.portolan.summary..")
            .layer("alert")
            .definedBy("io.portolan.alert..")
            .layer("topology")
            .definedBy("io.portolan.topology..")
            .layer("app")
            .definedBy("io.portolan.app..")
            .layer("wire")
            .definedBy("io.portolan.wire..")
            .whereLayer("app")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("topology")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("wire")
            .mayOnlyBeAccessedByLayers("topology", "app")
            .whereLayer("alert")
            .mayOnlyBeAccessedByLayers("topology", "app")
            .whereLayer("summary")
            .mayOnlyBeAccessedByLayers("alert", "topology", "app")
            .whereLayer("judge")
            .mayOnlyBeAccessedByLayers("summary", "alert", "topology", "app")
            .whereLayer("label")
            .mayOnlyBeAccessedByLayers("judge", "summary", "alert", "topology", "app")
            .whereLayer("registry")
            .mayOnlyBeAccessedByLayers("label", "judge", "summary", "alert", "topology", "app")
            .whereLayer("flow")
            .mayOnlyBeAccessedByLayers("registry", "label", "judge", "summary", "alert", "topology", "app");

    @ArchTest
    static final ArchRule wireKnowsNoOtherPackage = noClasses()
            .that(resideInAPackage("io.portolan.wire.."))
            .should()
            .dependOnClassesThat(resideInAPackage("io.portolan..")
                    .and(not(resideInAnyPackage("io.portolan.wire..", "io.portolan.schema.."))))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule generatedClassesKnowNoPackage = noClasses()
            .that(resideInAPackage("io.portolan.schema.."))
            .should()
            .dependOnClassesThat(resideInAPackage("io.portolan..").and(not(resideInAPackage("io.portolan.schema.."))));

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.portolan.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule flowToAlertKnowNothingOfKafka = noClasses()
            .that()
            .resideInAnyPackage(WITHOUT_KAFKA)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule flowToAlertReadNoWallClock =
            noClasses().that().resideInAnyPackage(WITHOUT_KAFKA).should().accessTargetWhere(readsTheWallClock());

    @ArchTest
    static final ArchRule onlyTheApplicationWritesToTheTerminal = noClasses()
            .that()
            .resideOutsideOfPackage("io.portolan.app..")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule logsGoThroughOneInterface = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule packagesAreNamedForWhatTheyHold = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..", "..utils..", "..common..", "..model..", "..manager..", "..helper..", "..helpers..");

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        try (Stream<Path> folders =
                Files.walk(Path.of("src/main/java/io/portolan")).filter(Files::isDirectory)) {
            assertThat(folders.filter(ArchitectureTest::holdsClasses))
                    .isNotEmpty()
                    .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                            .content()
                            .contains("/**"));
        }
    }

    private static boolean holdsClasses(Path folder) {
        String[] sources = folder.toFile().list((in, name) -> name.endsWith(".java"));
        return sources != null && sources.length > 0;
    }

    /** The methods named above, and any {@code now()} and {@code new Date()} that is not given a time. */
    private static DescribedPredicate<JavaAccess<?>> readsTheWallClock() {
        return DescribedPredicate.describe(
                "reads the wall clock",
                access -> access instanceof JavaCodeUnitAccess<?> call && readsTheWallClock(call.getTarget()));
    }

    private static boolean readsTheWallClock(AccessTarget.CodeUnitAccessTarget target) {
        String name = target.getOwner().getName() + "." + target.getName();
        if (name.matches("java\\.time\\..*\\.now")) {
            return target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        }
        return CLOCKS.contains(name)
                || (name.equals("java.util.Date.<init>")
                        && target.getRawParameterTypes().isEmpty());
    }
}
