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
                        .flatMap(p -> WorkloadStep.counted(design, p).stream())
                        .max(java.util.Comparator.comparing(Quantity::value));
        if (most.isEmpty()) {
            return List.of();
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
