package org.groundplan.publish.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.groundplan.model.Crossing;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Entity;
import org.groundplan.model.Integration;
import org.groundplan.model.Module;
import org.groundplan.model.Names;
import org.groundplan.model.Numbers;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.Service;
import org.groundplan.model.Store;
import org.groundplan.model.Team;
import org.groundplan.model.Unit;
import org.groundplan.model.UseCase;

/** Section 3: what runs, what it owns, how it fails. */
final class Services {
    private Services() {}

    static void write(Design design, Md md) {
        md.heading(2, "3. Service definitions");
        for (Service service : design.all(Service.class)) {
            md.text(
                    "**"
                            + service.name()
                            + "** – "
                            + service.responsibility()
                            + " "
                            + Names.sentence(Said.instances(service.instances()))
                            + " now, "
                            + Said.instances(service.instancesAt10x())
                            + " at ten times the load; why "
                            + (design.all(Service.class).size() == 1
                                    ? "one service and not several"
                                    : "several services and not one")
                            + " stands in section 6.");
            List<List<String>> modules = new ArrayList<>();
            for (String id : service.modules()) {
                Module m = design.get(Module.class, id);
                modules.add(
                        List.of(
                                m.name(),
                                String.join(", ", m.owns()),
                                m.useCases().isEmpty()
                                        ? m.owns().contains(Effect.Emit.MESSAGE)
                                                ? "emptied by what follows"
                                                : referred(design, m)
                                                        ? "looked up by the others"
                                                        : "none in this brief"
                                        : String.join(", ", m.useCases()),
                                m.origin().sentence()));
            }
            md.table(
                    List.of("Module", "Owns", "Use cases", "Why together, and apart from the rest"),
                    modules);
            List<List<String>> failures = new ArrayList<>();
            for (Service.Failure f : service.failure()) {
                String name =
                        f.dependency().startsWith("store:")
                                ? design.get(Store.class, f.dependency()).technology()
                                : design.find(Integration.class, f.dependency())
                                        .map(Integration::name)
                                        .orElse(f.dependency());
                failures.add(
                        List.of(name, f.timeout(), f.retry(), f.breaker(), f.fallback(), f.seen()));
            }
            failures.add(
                    List.of(
                            "itself",
                            "restarted by the container engine within seconds",
                            "clients repeat with the same Idempotency-Key",
                            "–",
                            "requests in flight are rolled back whole",
                            "the same check from outside"));
            md.table(
                    List.of("When this fails", "Timeout", "Retry", "Breaker", "Then", "Seen by"),
                    failures);
        }
        md.text(shared(design) + teams(design));
        crossings(design, md);
    }

    /** Whether an entity outside a module refers to one of its own. */
    private static boolean referred(Design design, Module module) {
        return design.all(Entity.class).stream()
                .filter(e -> !module.owns().contains(e.name()))
                .anyMatch(e -> e.parents().stream().anyMatch(module.owns()::contains));
    }

    /** What modules share, said once. */
    private static String shared(Design design) {
        return design.all(Service.class).size() == 1
                ? "Modules share one process and transaction; only the owner's code writes its tables, called by the others."
                : "Modules of one service share process and transaction; nobody else touches their tables.";
    }

    /** What crosses the cuts, the dearest to part first; at most six. */
    private static void crossings(Design design, Md md) {
        List<Crossing> all =
                design.all(Crossing.class).stream()
                        .filter(c -> c.useCases() > 0)
                        .sorted(
                                Comparator.comparing((Crossing c) -> c.spans().getFirst().kind())
                                        .thenComparing(c -> rate(design, c).negate())
                                        .thenComparing(Crossing::id))
                        .toList();
        if (all.isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (Crossing c : all.stream().limit(MOST).toList()) {
            rows.add(
                    List.of(
                            design.get(Module.class, c.from()).name()
                                    + " → "
                                    + design.get(Module.class, c.to()).name(),
                            what(design, c),
                            c.useCases()
                                    + (design.findQuantity(c.rate()).isPresent()
                                            ? ", " + Numbers.print(rate(design, c), Unit.PER_SECOND)
                                            : ""),
                            c.parted()));
        }
        md.text(
                "What crosses the cuts"
                        + (design.all(Service.class).size() == 1
                                ? "; in one process each is a join or part of a transaction"
                                : "; within a service each is a join or part of a transaction, between two what the last column says")
                        + (all.size() > MOST
                                ? "; "
                                        + (all.size() - MOST)
                                        + " more and all references are in design.json"
                                : "")
                        + ":");
        md.table(
                List.of(
                        "Cut",
                        "What crosses",
                        "Of " + stated(design) + " use cases, at the peak",
                        "Were they two services"),
                rows);
    }

    private static final int MOST = 6;

    private static BigDecimal rate(Design design, Crossing crossing) {
        return design.findQuantity(crossing.rate()).map(Quantity::value).orElse(BigDecimal.ZERO);
    }

    private static long stated(Design design) {
        return design.all(UseCase.class).stream()
                .filter(u -> u.origin().kind() != Origin.Kind.DERIVED)
                .count();
    }

    private static String what(Design design, Crossing crossing) {
        Set<String> said = new LinkedHashSet<>();
        for (Crossing.Span s : crossing.spans()) {
            switch (s.kind()) {
                case RULE -> said.add("rule “" + s.says() + "”");
                case TRANSACTION ->
                        said.add(
                                "“" + design.useCase(s.subject()).name() + "” changes " + s.says());
                case READ ->
                        said.add("“" + design.useCase(s.subject()).name() + "” reads " + s.says());
                case REFERENCE -> {}
            }
        }
        int more = said.size() - 2;
        return String.join("; ", said.stream().limit(2).toList())
                + (more > 0 ? "; " + more + " more" : "");
    }

    /** Who owns what: one team all of it, or by the names of the teams as far as they tell. */
    private static String teams(Design design) {
        List<Module> modules = design.all(Module.class);
        List<String> names = modules.stream().map(Module::team).distinct().toList();
        if (names.equals(List.of(""))) {
            return design.all(Team.class).isEmpty()
                    ? ""
                    : " Which team owns which module is to be decided.";
        }
        if (names.size() == 1) {
            return " All belong to the team “" + names.getFirst() + "”.";
        }
        StringBuilder out = new StringBuilder(" By the names of teams and of who uses it");
        for (String name : names.stream().filter(n -> !n.isEmpty()).sorted().toList()) {
            out.append(out.toString().endsWith("uses it") ? " " : "; ")
                    .append("“")
                    .append(name)
                    .append("” owns ")
                    .append(
                            modules.stream()
                                    .filter(m -> m.team().equals(name))
                                    .map(Module::name)
                                    .collect(java.util.stream.Collectors.joining(", ")));
        }
        String open =
                modules.stream()
                        .filter(m -> m.team().isEmpty())
                        .map(Module::name)
                        .collect(java.util.stream.Collectors.joining(", "));
        return out + (open.isEmpty() ? "." : "; who owns " + open + " is to be decided.");
    }
}
