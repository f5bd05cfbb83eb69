package org.groundplan.architect.stack;

import static org.groundplan.architect.stack.Choice.candidate;
import static org.groundplan.architect.stack.Choice.score;
import static org.groundplan.architect.stack.Choice.trait;
import static org.groundplan.model.Decision.Criterion.CONSISTENCY;
import static org.groundplan.model.Decision.Criterion.READABILITY;
import static org.groundplan.model.Decision.Criterion.REVERSIBILITY;
import static org.groundplan.model.Decision.Criterion.SIMPLICITY;
import static org.groundplan.model.Decision.Criterion.TESTABILITY;

import java.util.List;
import java.util.stream.Stream;
import org.groundplan.catalog.Catalog;
import org.groundplan.model.Decision.Candidate;

/** What it is written in: what the team knows, and only if nobody said, what checks most. */
record RuntimeChoice() implements Choice {
    /**
     * @param checked how much of a mistake the build finds before a test runs, 0 to 2
     * @param forms whether screens for looking after data come with it
     */
    private record Stack(
            String name, List<String> languages, int checked, String tests, boolean forms) {}

    private static final List<Stack> ALL =
            List.of(
                    new Stack(
                            "Java 25 with Spring Boot 4.1",
                            List.of("java", "kotlin", "spring", "scala"),
                            2,
                            "the compiler checks every refusal of %s",
                            false),
                    new Stack(
                            "Java 25 with Quarkus 3.33",
                            List.of("quarkus"),
                            2,
                            "the compiler checks every refusal of %s, and what the build generates",
                            false),
                    new Stack(
                            ".NET 10",
                            List.of("c#", ".net", "csharp", "dotnet", "f#"),
                            1,
                            "the compiler checks types, but not that each refusal of %s is answered",
                            false),
                    new Stack(
                            "Go 1.27",
                            List.of("go", "golang"),
                            1,
                            "the compiler checks types; a refusal of %s that nobody looks at is no error",
                            false),
                    new Stack(
                            "Python with Django 5.2",
                            List.of("python", "django"),
                            1,
                            "a test finds what happens on a refusal of %s; types are checked on request",
                            true),
                    new Stack(
                            "Node 24 with Fastify",
                            List.of("node", "javascript", "typescript", "node.js", "nodejs"),
                            1,
                            "quick tests; whether a refusal of %s is answered is convention",
                            false),
                    new Stack(
                            "PHP 8.5 with Symfony 7.4",
                            List.of("symfony"),
                            1,
                            "a test finds what happens on a refusal of %s; types are checked as far as they are written",
                            true),
                    new Stack(
                            "PHP 8.5 with Laravel 13",
                            List.of("laravel"),
                            1,
                            "a test finds what happens on a refusal of %s; much is found by name while it runs",
                            true));

    @Override
    public String name() {
        return "runtime";
    }

    /** What teams know and what runs already, as far as it is a language. */
    private static List<String> spoken(Facts f) {
        List<String> languages = new java.util.ArrayList<>(List.of("php"));
        ALL.forEach(r -> languages.addAll(r.languages()));
        return Stream.concat(f.knows().stream(), f.uses().stream())
                .filter(k ->
                        Stream.of(k.split("[^\\p{L}\\p{N}.#+]+")).anyMatch(languages::contains))
                .distinct()
                .toList();
    }

    @Override
    public String answers(Facts f) {
        List<String> spoken = spoken(f);
        return spoken.isEmpty()
                ? "nobody said what "
                        + Facts.people(f.engineers())
                        + (f.engineers() > 1 ? " know" : " knows")
                : "the team knows " + String.join(", ", spoken);
    }

    @Override
    public List<Candidate> candidates(Facts f, Catalog catalog) {
        List<String> spoken = spoken(f);
        return ALL.stream()
                .filter(r ->
                        r.name().equals(ALL.getFirst().name())
                                || (spoken.isEmpty()
                                        ? r.forms()
                                                        && r.checked() == 1
                                                        && !r.name().contains("Laravel")
                                                || r.name().startsWith("Node")
                                        : known(r, f) || r.name().contains("Quarkus")))
                .map(r -> of(r, spoken, f, catalog))
                .toList();
    }

    private static boolean known(Stack runtime, Facts f) {
        List<String> languages = new java.util.ArrayList<>(runtime.languages());
        if (runtime.name().startsWith("Java")) {
            languages.addAll(List.of("java", "kotlin"));
        }
        if (runtime.name().startsWith("PHP")) {
            languages.add("php");
        }
        String[] all = languages.toArray(String[]::new);
        return f.knows(all) || f.has(all);
    }

    private static Candidate of(Stack runtime, List<String> spoken, Facts f, Catalog catalog) {
        boolean known = known(runtime, f);
        String[] own = runtime.languages().toArray(String[]::new);
        boolean named = f.knows(own) || f.has(own);
        int tables = f.names().tables();
        String support = catalog.technology(runtime.name()).support();
        return candidate(
                runtime.name(),
                !spoken.isEmpty() && !known
                        ? "the team knows "
                                + String.join(", ", spoken)
                                + ", and nobody else will maintain it"
                        : "",
                score(
                        TESTABILITY,
                        runtime.checked(),
                        String.format(java.util.Locale.ROOT, runtime.tests(), f.names().guarded())),
                score(
                        READABILITY,
                        runtime.forms() ? 1 : 0,
                        runtime.forms()
                                ? "screens to look after " + tables + " entities come with it"
                                : "plain controllers and SQL for " + tables + " entities"),
                score(
                        CONSISTENCY,
                        named ? 2 : known ? 1 : 0,
                        known
                                ? "the team knows "
                                        + String.join(", ", spoken)
                                        + (named ? "" : ", and nobody named this framework")
                                : "nobody of "
                                        + Facts.people(f.engineers())
                                        + " was said to know it"),
                trait(
                        SIMPLICITY,
                        support.compareTo("2029") >= 0 ? 1 : 0,
                        "supported until " + support),
                score(
                        REVERSIBILITY,
                        0,
                        "rewriting " + tables + " entities costs the same from any of them"));
    }

    @Override
    public List<Fact> dials() {
        return List.of();
    }

    @Override
    public List<String> tradeOffs(String chosen, Facts f) {
        return spoken(f).isEmpty()
                ? List.of(
                        "If whoever builds it ("
                                + Facts.people(f.engineers())
                                + ") writes something else today, that outweighs this comparison; schema, statements and contract stay.")
                : List.of();
    }
}
