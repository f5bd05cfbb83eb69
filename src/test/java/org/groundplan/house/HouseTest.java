package org.groundplan.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.groundplan.Library;
import org.groundplan.model.Finding;
import org.groundplan.review.Review;
import org.junit.jupiter.api.Test;

/** Directions, sizes, a page for every finding. */
class HouseTest {
    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.groundplan");

    /** What each package may use besides itself. */
    private static final Map<String, List<String>> MAY_USE =
            Map.of(
                    "model", List.of(),
                    "brief", List.of("model"),
                    "catalog", List.of("model"),
                    "architect", List.of("model", "catalog"),
                    "review", List.of("model", "catalog"),
                    "trial", List.of("model"),
                    "publish", List.of("model"));

    @Test
    void packages_look_only_where_the_drawing_says() {
        MAY_USE.forEach((name, others) -> {
            String[] forbidden =
                    Stream.of(
                                    "model",
                                    "brief",
                                    "catalog",
                                    "architect",
                                    "review",
                                    "trial",
                                    "publish",
                                    "server",
                                    "cli")
                            .filter(p -> !p.equals(name) && !others.contains(p))
                            .map(p -> "org.groundplan." + p + "..")
                            .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("org.groundplan." + name + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden)
                    .check(HOUSE);
            noClasses()
                    .that()
                    .resideInAPackage("org.groundplan." + name + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.groundplan")
                    .check(HOUSE);
        });
    }

    @Test
    void the_doors_call_the_facade_and_read_diagnostics_and_the_model() {
        noClasses()
                .that()
                .resideInAnyPackage("org.groundplan.cli..", "org.groundplan.server..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.groundplan.architect..",
                        "org.groundplan.trial..",
                        "org.groundplan.publish..",
                        "org.groundplan.review..",
                        "org.groundplan.catalog..")
                .check(HOUSE);
    }

    @Test
    void the_model_does_no_io_and_knows_no_framework() {
        noClasses()
                .that()
                .resideInAPackage("org.groundplan.model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..",
                        "java.nio.file..",
                        "java.sql..",
                        "tools.jackson..",
                        "org.snakeyaml..",
                        "picocli..")
                .check(HOUSE);
    }

    @Test
    void no_clock_no_randomness_no_default_locale_in_what_is_derived_or_published() {
        for (String call :
                List.of("java.util.Random", "java.security.SecureRandom", "java.time.Clock")) {
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "org.groundplan.model..",
                            "org.groundplan.architect..",
                            "org.groundplan.publish..",
                            "org.groundplan.review..")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName(call)
                    .check(HOUSE);
        }
    }

    @Test
    void nothing_in_the_house_asks_what_time_it_is() {
        for (Class<?> clock :
                List.of(
                        java.time.Instant.class,
                        java.time.LocalDate.class,
                        java.time.OffsetDateTime.class)) {
            noClasses().should().callMethod(clock, "now").check(HOUSE);
        }
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(HOUSE);
        noClasses().should().callMethod(System.class, "nanoTime").check(HOUSE);
    }

    @Test
    void decisions_of_the_architect_do_not_go_in_circles() {
        SlicesRuleDefinition.slices()
                .matching("org.groundplan.architect.(*)..")
                .should()
                .beFreeOfCycles()
                .check(HOUSE);
    }

    @Test
    void files_stay_small_and_packages_have_names() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                assertThat(Files.readAllLines(file).size())
                        .as(file.toString())
                        .isLessThanOrEqualTo(500);
                assertThat(file.toString())
                        .doesNotContainPattern("/(common|util|utils|impl|base|core)/");
            }
        }
    }

    @Test
    void every_kind_of_finding_has_a_page() throws IOException {
        Set<String> kinds = new TreeSet<>(org.groundplan.architect.PracticeCatalogue.ids());
        kinds.addAll(Review.ids());
        kinds.addAll(
                List.of(
                        "brief.not-carried",
                        "brief.unresolved-filter",
                        "decision.authored-violates",
                        "rule.not-enforced"));
        Library.design().all(Finding.class).forEach(f -> kinds.add(f.kind()));
        StringBuilder families = new StringBuilder();
        try (Stream<Path> pages = Files.list(Path.of("docs/practices"))) {
            for (Path page : pages.sorted().toList()) {
                families.append(Files.readString(page));
            }
        }
        assertThat(kinds)
                .allSatisfy(kind ->
                        assertThat(
                                        Files.exists(Path.of("docs/findings/" + kind + ".md"))
                                                || families.indexOf("### `" + kind + "`") >= 0)
                                .as("a page for " + kind)
                                .isTrue());
    }
}
