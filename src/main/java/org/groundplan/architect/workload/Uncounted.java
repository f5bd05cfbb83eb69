package org.groundplan.architect.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundplan.model.Assumption;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Expr;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.Unit;

/** Rows of what nobody counted: by what it belongs to or what belongs to it, openly assumed. */
final class Uncounted {
    private Uncounted() {}

    /** One for each of what it belongs to, where that was counted; five where it is a part. */
    private static List<Element> parents(Design design, Entity entity, String id) {
        List<Element> out = new ArrayList<>();
        Optional<Quantity> most =
                entity.parents().stream()
                        .flatMap(p ->
                                WorkloadStep.counted(design, p)
                                        .or(() ->
                                                design.findQuantity(
                                                                "quantity:"
                                                                        + Names.slug(p)
                                                                        + ".rows")
                                                        .filter(q -> q.window().equals("now")))
                                        .stream())
                        .max(java.util.Comparator.comparing(Quantity::value));
        if (most.isEmpty()) {
            return List.of();
        }
        Optional<Quantity> rounds = rounds(design, entity);
        if (rounds.isPresent()) {
            String every = period(entity).orElseThrow();
            long seconds = PERIODS.getOrDefault(every, 1L);
            Quantity all =
                    Quantity.of(
                            id,
                            entity.id(),
                            "count",
                            "horizon",
                            Expr.times(
                                    Expr.ref(most.get()),
                                    Expr.over(
                                            Expr.ref(rounds.get()),
                                            Expr.constant("a " + every, seconds, Unit.SECOND))),
                            Origin.assumed(
                                    "volume",
                                    "One for each, each "
                                            + every
                                            + " (assumed), for as long as they are kept.",
                                    List.of(entity.id(), most.get().id())));
            return List.of(
                    all,
                    new Assumption(
                            "assumption:rows-of-" + Names.slug(entity.name()),
                            "Number of "
                                    + Names.plural(Names.words(entity.name()))
                                    + ", one each "
                                    + every,
                            all.label(),
                            "Storage and plans for this table change.",
                            Origin.assumed("volume", all.origin().sentence(), List.of(id))));
        }
        boolean part = entity.partOf() != null;
        String why =
                "Nobody said how many "
                        + Names.plural(Names.words(entity.name()))
                        + " there are: "
                        + (part ? "five" : "one")
                        + " for each.";
        out.add(
                Quantity.of(
                        id,
                        entity.id(),
                        "count",
                        "now",
                        part
                                ? Expr.times(Expr.constant("5", 5, Unit.ONE), Expr.ref(most.get()))
                                : Expr.ref(most.get()),
                        Origin.assumed("volume", why, List.of(entity.id(), most.get().id()))));
        out.add(
                new Assumption(
                        "assumption:rows-of-" + Names.slug(entity.name()),
                        "Number of " + Names.plural(Names.words(entity.name())),
                        rows(out),
                        "Storage and plans for this table change.",
                        Origin.assumed("volume", why, List.of(id))));
        return out;
    }

    private static final java.util.Map<String, Long> PERIODS =
            java.util.Map.of(
                    "day", 86_400L, "week", 604_800L, "month", 2_629_746L, "year", 31_556_952L);

    /** The period that a row is about, when a field of it is one. */
    private static Optional<String> period(Entity entity) {
        return entity.fields().stream()
                .filter(f -> f.type() != org.groundplan.model.FieldType.ENUM)
                .map(f -> Names.words(f.name()))
                .filter(PERIODS::containsKey)
                .findFirst();
    }

    /** How long such rows are kept, where there is one for each period. */
    private static Optional<Quantity> rounds(Design design, Entity entity) {
        return period(entity)
                .flatMap(_ ->
                        design.findQuantity("quantity:" + Names.slug(entity.name()) + ".keep"));
    }

    /** Nobody said how many: not more than what belongs to it. */
    static List<Element> children(Design design, Entity entity) {
        String id = "quantity:" + Names.slug(entity.name()) + ".rows";
        List<Element> out = new ArrayList<>();
        for (Entity child : design.all(Entity.class)) {
            Optional<Quantity> rows =
                    child.parents().contains(entity.name())
                            ? design.findQuantity("quantity:" + Names.slug(child.name()) + ".count")
                            : Optional.empty();
            if (rows.isPresent()) {
                String why =
                        "Nobody said how many "
                                + Names.plural(Names.words(entity.name()))
                                + " there are: at most one for each "
                                + Names.words(child.name())
                                + ".";
                out.add(
                        Quantity.of(
                                id,
                                entity.id(),
                                "count",
                                "now",
                                Expr.ref(rows.get()),
                                Origin.assumed("volume", why, List.of(entity.id(), child.id()))));
                out.add(
                        new Assumption(
                                "assumption:rows-of-" + Names.slug(entity.name()),
                                "Number of " + Names.plural(Names.words(entity.name())),
                                rows(out),
                                "Fewer make the search index smaller.",
                                Origin.assumed("volume", why, List.of(id))));
                return out;
            }
        }
        return List.of();
    }

    /** One for each of what it belongs to, else a thousand. */
    static List<Element> rows(Design design, Entity entity) {
        String id = "quantity:" + Names.slug(entity.name()) + ".rows";
        List<Element> out = new ArrayList<>(parents(design, entity, id));
        if (!out.isEmpty()) {
            return out;
        }
        String why =
                "Nobody said how many " + Names.plural(Names.words(entity.name())) + " there are.";
        out.add(
                new Quantity(
                        id,
                        entity.id(),
                        "count",
                        "now",
                        Expr.constant("1,000", 1000, Unit.ONE),
                        "",
                        Origin.assumed("volume", why, List.of(entity.id()))));
        out.add(
                new Assumption(
                        "assumption:rows-of-" + Names.slug(entity.name()),
                        "Number of " + Names.plural(Names.words(entity.name())),
                        "1,000",
                        "Storage and plans for this table change.",
                        Origin.assumed("volume", why, List.of(id))));
        return out;
    }

    private static String rows(List<Element> out) {
        return out.getFirst() instanceof Quantity q ? q.label() : "";
    }
}
