package org.groundplan.architect.boundaries;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groundplan.model.Crossing;
import org.groundplan.model.Crossing.Kind;
import org.groundplan.model.Crossing.Span;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Expr;
import org.groundplan.model.Finding;
import org.groundplan.model.Module;
import org.groundplan.model.Names;
import org.groundplan.model.Numbers;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.Rule;
import org.groundplan.model.SqlWalk;
import org.groundplan.model.Statement;
import org.groundplan.model.Table;
import org.groundplan.model.Unit;
import org.groundplan.model.UseCase;

/**
 * What crosses each cut between modules, how often, and what would stand in its place if the two
 * were services of their own. In one process all of it is a join or a transaction.
 */
public final class CrossingStep {
    /** So many answers to one change make a copy cheaper than asking (assumed). */
    private static final BigDecimal COPY = BigDecimal.TEN;

    private record Cut(String from, String to) {}

    private final Design design;
    private final Map<String, String> owner = new HashMap<>();
    private final Map<String, String> entities = new HashMap<>();
    private final Map<String, List<Statement>> statements = new HashMap<>();
    private final Map<String, List<Span>> spans = new TreeMap<>();
    private final Map<String, Cut> cuts = new TreeMap<>();

    private CrossingStep(Design design) {
        this.design = design;
    }

    public static Design apply(Design design) {
        CrossingStep step = new CrossingStep(design);
        for (Module module : design.all(Module.class)) {
            module.owns().forEach(e -> step.owner.put(e, module.id()));
        }
        design.all(Table.class).forEach(t -> step.entities.put(t.name(), t.entity()));
        for (Statement statement : design.all(Statement.class)) {
            step.statements
                    .computeIfAbsent(statement.useCase(), _ -> new ArrayList<>())
                    .add(statement);
        }
        design.all(UseCase.class).stream()
                .filter(u -> u.origin().kind() != Origin.Kind.DERIVED)
                .forEach(step::useCase);
        design.all(Entity.class).forEach(step::references);
        return design.with(step.crossings());
    }

    private String moduleOf(String entity) {
        return owner.getOrDefault(entity, "");
    }

    private void span(String from, String to, Kind kind, String subject, String says) {
        if (!from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
            String id = "crossing:" + tail(from) + "." + tail(to);
            cuts.put(id, new Cut(from, to));
            spans.computeIfAbsent(id, _ -> new ArrayList<>()).add(new Span(kind, subject, says));
        }
    }

    private static String tail(String id) {
        return id.substring(id.indexOf(':') + 1);
    }

    private void useCase(UseCase useCase) {
        Set<String> changed = new LinkedHashSet<>();
        Set<String> read = new LinkedHashSet<>(useCase.reads());
        for (Effect effect : useCase.effects()) {
            if (effect.writes()) {
                changed.add(effect.entity());
            } else if (effect instanceof Effect.Lock || effect instanceof Effect.Read) {
                read.add(effect.entity());
            }
        }
        String first =
                Stream.concat(changed.stream(), read.stream())
                        .filter(owner::containsKey)
                        .findFirst()
                        .orElse("");
        String home = moduleOf(first);
        read.addAll(looked(useCase));
        for (String entity : changed) {
            span(home, moduleOf(entity), Kind.TRANSACTION, useCase.id(), entity);
        }
        for (Rule.OnlyWhen guard : design.all(Rule.OnlyWhen.class)) {
            if (guard.useCase().equals(useCase.name()) && !changed.isEmpty()) {
                span(home, moduleOf(guard.entity()), Kind.RULE, guard.id(), guard.text());
                read.remove(guard.entity());
            }
        }
        for (String entity : read) {
            if (!changed.contains(entity)) {
                span(home, moduleOf(entity), Kind.READ, useCase.id(), entity);
            }
        }
    }

    /** Entities whose tables its statements look into: for a filter, an owner, a condition. */
    private Set<String> looked(UseCase useCase) {
        Set<String> result = new TreeSet<>();
        for (Statement statement : statements.getOrDefault(useCase.id(), List.of())) {
            for (String table : SqlWalk.tables(statement.sql())) {
                String entity = entities.get(table);
                if (entity != null) {
                    result.add(entity);
                }
            }
        }
        return result;
    }

    private void references(Entity entity) {
        for (String parent : entity.parents()) {
            span(
                    moduleOf(entity.name()),
                    moduleOf(parent),
                    Kind.REFERENCE,
                    entity.id(),
                    entity.name() + "." + Names.words(parent));
        }
    }

    private List<Element> crossings() {
        List<Element> result = new ArrayList<>();
        spans.forEach((id, list) -> {
            Cut cut = cuts.getOrDefault(id, new Cut("", ""));
            List<Span> sorted =
                    list.stream()
                            .distinct()
                            .sorted(
                                    Comparator.comparing(Span::kind)
                                            .thenComparing(Span::subject)
                                            .thenComparing(Span::says))
                            .toList();
            Set<String> uses = uses(sorted);
            Crossing crossing =
                    new Crossing(
                            id,
                            cut.from(),
                            cut.to(),
                            sorted,
                            uses.size(),
                            means(sorted),
                            parted(cut, sorted),
                            Origin.derived(
                                    "boundaries",
                                    "They are two modules, and this passes between them.",
                                    Stream.concat(
                                                    Stream.of(cut.from(), cut.to()),
                                                    sorted.stream().map(Span::subject))
                                            .toList()));
            result.add(crossing);
            List<Expr> rates = uses.stream().flatMap(u -> peak(u).stream()).map(Expr::ref).toList();
            if (!rates.isEmpty()) {
                result.add(
                        Quantity.of(
                                crossing.rate(),
                                id,
                                "rate",
                                "peak",
                                rates.size() == 1 ? rates.getFirst() : Expr.plus(rates),
                                Origin.derived(
                                        "boundaries",
                                        "Use cases that need both modules.",
                                        List.of(id))));
            }
        });
        result.addAll(cycles(result));
        return result;
    }

    /** Two modules of which each changes the other: neither can be tested or moved alone. */
    private List<Element> cycles(List<Element> crossings) {
        List<Element> result = new ArrayList<>();
        List<Crossing> acting =
                crossings.stream()
                        .filter(Crossing.class::isInstance)
                        .map(Crossing.class::cast)
                        .filter(c -> c.has(Kind.TRANSACTION))
                        .toList();
        for (Crossing there : acting) {
            for (Crossing back : acting) {
                boolean pair =
                        there.from().equals(back.to())
                                && there.to().equals(back.from())
                                && there.from().compareTo(there.to()) < 0;
                if (pair) {
                    result.add(cycle(there, back));
                }
            }
        }
        return result;
    }

    private Finding cycle(Crossing there, Crossing back) {
        String why =
                name(there.from())
                        + " and "
                        + name(there.to())
                        + " change one another: "
                        + act(there)
                        + ", "
                        + act(back)
                        + ". Neither can be tested or moved without the other.";
        return new Finding(
                "finding:cycle-" + tail(there.from()) + "-" + tail(there.to()),
                "boundary.cycle",
                Finding.Severity.ADVICE,
                56,
                there.from(),
                Names.sentence(why),
                "Let one of the two publish what happened, and the other follow in the same transaction: then code depends one way only.",
                Origin.derived("boundaries", why, List.of(there.id(), back.id())));
    }

    private String act(Crossing crossing) {
        Span first = of(crossing.spans(), Kind.TRANSACTION).getFirst();
        return "“"
                + design.useCase(first.subject()).name()
                + "” of "
                + name(crossing.from())
                + " changes "
                + first.says();
    }

    private java.util.Optional<Quantity> peak(String useCase) {
        return design.findQuantity("quantity:" + tail(useCase) + ".rate-peak");
    }

    /** Use cases that cross, those of rules included. */
    private Set<String> uses(List<Span> list) {
        Set<String> uses = new TreeSet<>();
        for (Span span : list) {
            if (span.kind() == Kind.RULE) {
                uses.add(UseCase.id(design.get(Rule.OnlyWhen.class, span.subject()).useCase()));
            } else if (span.kind() != Kind.REFERENCE) {
                uses.add(span.subject());
            }
        }
        return uses;
    }

    private String rate(Set<String> useCases) {
        return Numbers.print(sum(useCases), Unit.PER_SECOND);
    }

    private String name(String module) {
        return design.get(Module.class, module).name();
    }

    private List<Span> of(List<Span> list, Kind kind) {
        return list.stream().filter(s -> s.kind() == kind).toList();
    }

    private String parted(Cut cut, List<Span> list) {
        List<String> said = new ArrayList<>();
        List<Span> rules = of(list, Kind.RULE);
        List<Span> transactions = of(list, Kind.TRANSACTION);
        List<Span> reads = of(list, Kind.READ);
        List<Span> references = of(list, Kind.REFERENCE);
        if (!rules.isEmpty()) {
            Rule.OnlyWhen guard = design.get(Rule.OnlyWhen.class, rules.getFirst().subject());
            said.add(
                    "“"
                            + guard.text()
                            + "” would be checked against a copy of "
                            + guard.entity()
                            + ", and hold only up to the copy's delay");
        }
        if (!transactions.isEmpty()) {
            Span first = transactions.getFirst();
            said.add(
                    "“"
                            + design.useCase(first.subject()).name()
                            + "” would commit in "
                            + name(cut.from())
                            + " and tell "
                            + name(cut.to())
                            + " by an event; until it arrives "
                            + first.says()
                            + " lags, and a refusal there has to be undone here");
        }
        if (!reads.isEmpty() && rules.isEmpty()) {
            said.add(read(cut, reads));
        }
        if (said.isEmpty()) {
            said.add(
                    references.stream()
                                    .limit(2)
                                    .map(Span::says)
                                    .collect(Collectors.joining(" and "))
                            + (references.size() == 1
                                    ? " becomes an id that no key checks"
                                    : " become ids that no key checks")
                            + ", and "
                            + name(cut.to())
                            + " must say when one goes");
        }
        return Names.sentence(String.join("; ", said.stream().limit(2).toList())) + ".";
    }

    /** A copy where much is read and little changes, a call where it is the other way round. */
    private String read(Cut cut, List<Span> reads) {
        Set<String> readers = readers(reads);
        Set<String> entities =
                reads.stream().map(Span::says).collect(Collectors.toCollection(TreeSet::new));
        Set<String> changes = changes(reads);
        String what = String.join(" and ", entities);
        if (changes.isEmpty()) {
            return name(cut.from())
                    + " would keep a copy of "
                    + what
                    + ", which no use case of this brief changes";
        }
        return copied(reads)
                ? name(cut.from())
                        + " would keep a copy of "
                        + what
                        + ", fed by "
                        + rate(changes)
                        + " events, instead of asking "
                        + rate(readers)
                : name(cut.from())
                        + " would ask for "
                        + what
                        + ", "
                        + rate(readers)
                        + " calls that can fail; a copy would take "
                        + rate(changes)
                        + " events";
    }

    private static Set<String> readers(List<Span> reads) {
        return reads.stream().map(Span::subject).collect(Collectors.toSet());
    }

    /** Use cases that change what is read. */
    private Set<String> changes(List<Span> reads) {
        Set<String> entities = reads.stream().map(Span::says).collect(Collectors.toSet());
        return design.all(UseCase.class).stream()
                .filter(u ->
                        u.effects().stream()
                                .anyMatch(e -> e.writes() && entities.contains(e.entity())))
                .map(UseCase::id)
                .collect(Collectors.toSet());
    }

    private boolean copied(List<Span> reads) {
        return sum(readers(reads)).compareTo(sum(changes(reads)).multiply(COPY)) >= 0;
    }

    /** The dearest of what crosses decides. */
    private Crossing.Means means(List<Span> list) {
        List<Span> reads = of(list, Kind.READ);
        if (!of(list, Kind.TRANSACTION).isEmpty()) {
            return Crossing.Means.EVENT;
        }
        if (!of(list, Kind.RULE).isEmpty()) {
            return Crossing.Means.COPY;
        }
        return reads.isEmpty()
                ? Crossing.Means.ID
                : copied(reads) ? Crossing.Means.COPY : Crossing.Means.CALL;
    }

    private BigDecimal sum(Set<String> useCases) {
        return useCases.stream()
                .flatMap(u -> peak(u).stream())
                .map(Quantity::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
