package org.groundplan.publish.document;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import org.groundplan.model.Evidence;
import org.groundplan.model.Finding;
import org.groundplan.model.Module;
import org.groundplan.model.Names;
import org.groundplan.model.Numbers;
import org.groundplan.model.Quantity;
import org.groundplan.model.Service;

/** Short ways to say things that several sections say. */
final class Said {
    private Said() {}

    static String quantity(Design design, String id) {
        return design.findQuantity(id)
                .map(q -> Numbers.print(q.value(), q.unit()))
                .orElse("unknown");
    }

    static String percent(Design design, String id) {
        return design.findQuantity(id).map(Quantity::value).map(Numbers::percent).orElse("unknown");
    }

    static String verdict(Design design, String claim) {
        Optional<Evidence> evidence =
                design.all(Evidence.class).stream()
                        .filter(e -> e.claim().equals(claim))
                        .max(Comparator.comparing(Evidence::verdict));
        return evidence.map(e ->
                        e.file().isEmpty() || e.verdict() == Evidence.Verdict.NOT_RUN
                                ? "**" + e.verdict().word() + "**"
                                : "[" + e.verdict().word() + "](" + e.file() + ")")
                .orElse("not run");
    }

    static String instances(int n) {
        return n == 1 ? "one instance" : Numbers.plain(BigDecimal.valueOf(n)) + " instances";
    }

    static String count(long n, String noun) {
        return n + " " + (n == 1 ? noun : Names.plural(noun));
    }

    /** {@code 10 survived, 1 observed}. */
    static String verdicts(Design design, List<String> claims) {
        List<String> parts = new java.util.ArrayList<>();
        for (Evidence.Verdict verdict : Evidence.Verdict.values()) {
            long n =
                    claims.stream()
                            .filter(c -> worst(design, c).filter(v -> v == verdict).isPresent())
                            .count();
            if (n > 0) {
                parts.add(n + " " + verdict.word());
            }
        }
        long none = claims.stream().filter(c -> worst(design, c).isEmpty()).count();
        if (none > 0) {
            parts.add(none + " not run");
        }
        return String.join(", ", parts);
    }

    private static Optional<Evidence.Verdict> worst(Design design, String claim) {
        return design.all(Evidence.class).stream()
                .filter(e -> e.claim().equals(claim))
                .map(Evidence::verdict)
                .max(Comparator.naturalOrder());
    }

    static List<Finding> findings(Design design) {
        return design.all(Finding.class).stream()
                .sorted(
                        Comparator.comparingInt(Finding::weight)
                                .reversed()
                                .thenComparing(Finding::id))
                .toList();
    }

    /** {@code a modular monolith of 6 modules}, or {@code 3 services of 8 modules}. */
    static String shape(Design design) {
        long modules = design.all(Module.class).stream().filter(m -> !m.technical()).count();
        int services = design.all(Service.class).size();
        String of = " of " + count(modules, "module");
        return services == 1 && modules == 1
                ? "a monolith"
                : services == 1
                        ? Names.article(chosen(design, "architecture style")) + of
                        : count(services, "service") + of;
    }

    /** Whether nothing that runs is rented. */
    static boolean ownMachines(Design design) {
        return design.all(Quantity.class).stream()
                .noneMatch(q -> q.id().matches("quantity:price\\.(machine|containers|database)"));
    }

    /** Servers that are chosen beside the database and the application. */
    static List<String> beside(Design design) {
        return design.all(org.groundplan.model.Technology.class).stream()
                .map(org.groundplan.model.Technology::name)
                .filter(t ->
                        t.matches(
                                "Keycloak|OpenSearch|RabbitMQ|Apache Kafka|Valkey|ClickHouse|TimescaleDB"))
                .toList();
    }

    static String chosen(Design design, String question) {
        return design.find(Decision.class, "decision:" + Names.slug(question))
                .map(Decision::chosen)
                .orElse("");
    }

    static String shortPath(org.groundplan.model.Operation operation) {
        return operation.style().equals("job")
                ? "the clock"
                : "`" + operation.method() + " " + operation.path() + "`";
    }
}
