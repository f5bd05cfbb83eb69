package org.groundplan.architect.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.FieldType;
import org.groundplan.model.Finding;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.Rule;
import org.groundplan.model.Sql;
import org.groundplan.model.Sql.Predicate;
import org.groundplan.model.Sql.Scalar;
import org.groundplan.model.SumRule;
import org.groundplan.model.Transaction;
import org.groundplan.model.UseCase;

/**
 * What is kept for a stated time is deleted afterwards, a batch at a time; what nobody stated a
 * time for is never deleted. Where deleting would break a rule, or something else holds the row, it
 * is said instead of done.
 */
public final class RetentionStep {
    private static final String STEP = "retention";

    private final Design design;
    private final List<Element> added = new ArrayList<>();

    private RetentionStep(Design design) {
        this.design = design;
    }

    public static Design apply(Design design) {
        RetentionStep step = new RetentionStep(design);
        design.all(Entity.class).forEach(step::entity);
        return design.with(step.added);
    }

    /** Whether a use case deletes what has been kept long enough. */
    static boolean retains(UseCase useCase) {
        return useCase.origin().step().equals(STEP);
    }

    private static Optional<Quantity> keep(Design design, String entity) {
        return design.findQuantity("quantity:" + Names.slug(entity) + ".keep")
                .filter(q ->
                        q.origin().kind() == Origin.Kind.STATED
                                || q.origin().kind() == Origin.Kind.AUTHORED);
    }

    private void entity(Entity entity) {
        Quantity keep = keep(design, entity.name()).orElse(null);
        if (keep == null) {
            return;
        }
        String rows = Names.plural(Names.words(entity.name()));
        Optional<Rule> rule = forbidden(entity.name());
        if (rule.isPresent()) {
            added.add(
                    cannot(
                            entity,
                            "“"
                                    + rule.get().text()
                                    + "”: deleting "
                                    + rows
                                    + (rule.get() instanceof SumRule
                                            ? " changes what is added up from them"
                                            : " is what the rule forbids")
                                    + ", and "
                                    + rows
                                    + " are to be kept for "
                                    + keep.label()
                                    + ". Nothing deletes them"
                                    + parents(entity)
                                    + ".",
                            rule.get() instanceof SumRule
                                    ? "Close a period with one row that carries the sum forward, and delete what is before it."
                                    : "Say who may take old ones out, and by which procedure.",
                            rule.get().id()));
            return;
        }
        boolean held = false;
        List<Element> kept = new ArrayList<>();
        for (List<String> way : going(design, entity.name())) {
            String gone = way.getLast();
            // a sum that is kept for something that goes, too, changes nothing that stays
            Optional<Rule> part =
                    way.size() == 1
                            ? Optional.empty()
                            : forbidden(gone)
                                    .filter(r ->
                                            !(r instanceof SumRule s && way.contains(s.per())));
            if (part.isPresent()) {
                held = true;
                added.add(
                        cannot(
                                entity,
                                "“"
                                        + part.get().text()
                                        + "”: "
                                        + Names.plural(Names.words(gone))
                                        + " would go with the "
                                        + rows
                                        + " they are part of, which are to be kept for "
                                        + keep.label()
                                        + ". Nothing deletes either.",
                                "Say who may take old ones out, and by which procedure.",
                                part.get().id()));
            }
            for (Entity child : referring(design, gone)) {
                boolean certain = !child.maybe().contains(gone);
                if (certain && forbidden(child.name()).isPresent()) {
                    held = true; // said of the child, which never goes
                } else if (certain && keep(design, child.name()).isEmpty()) {
                    String others = Names.plural(Names.words(child.name()));
                    kept.add(
                            cannot(
                                    entity,
                                    Names.sentence(rows)
                                            + " are kept for "
                                            + keep.label()
                                            + ", and "
                                            + others
                                            + " refer to them"
                                            + (way.size() == 1
                                                    ? ""
                                                    : " or their "
                                                            + Names.plural(Names.words(gone)))
                                            + ", for which nobody stated a time: "
                                            + Names.article(Names.words(entity.name()))
                                            + " that has one stays.",
                                    "State how long "
                                            + others
                                            + " are kept, at most as long as "
                                            + rows
                                            + ".",
                                    Entity.id(child.name())));
                }
            }
        }
        if (!held) {
            added.addAll(kept);
            job(entity, keep, rows);
        }
    }

    /** What goes when a row goes: itself, its parts, their parts; each with the way down to it. */
    private static List<List<String>> going(Design design, String entity) {
        List<List<String>> ways = new ArrayList<>(List.of(List.of(entity)));
        for (int i = 0; i < ways.size(); i++) {
            List<String> way = ways.get(i);
            for (Entity part : design.all(Entity.class)) {
                if (way.getLast().equals(part.partOf()) && !way.contains(part.name())) {
                    List<String> longer = new ArrayList<>(way);
                    longer.add(part.name());
                    ways.add(longer);
                }
            }
        }
        return ways;
    }

    /** What refers to a row without being part of it: it keeps the row from going. */
    private static List<Entity> referring(Design design, String entity) {
        return design.all(Entity.class).stream()
                .filter(e -> e.belongsTo().contains(entity) && !entity.equals(e.partOf()))
                .toList();
    }

    /** The rule that a deletion would break. */
    private Optional<Rule> forbidden(String entity) {
        for (Rule.AppendOnly rule : design.all(Rule.AppendOnly.class)) {
            if (rule.entity().equals(entity)) {
                return Optional.of(rule);
            }
        }
        return design.all(SumRule.class).stream()
                .filter(r -> r.entity().equals(entity))
                .filter(r -> r.keeps() || r.comparison() == SumRule.Comparison.EQUAL)
                .map(r -> (Rule) r)
                .findFirst();
    }

    /** What stays with them. */
    private static String parents(Entity entity) {
        List<String> above =
                entity.belongsTo().stream()
                        .filter(p -> !entity.maybe().contains(p))
                        .map(p -> Names.plural(Names.words(p)))
                        .toList();
        return above.isEmpty()
                ? ""
                : ", nor the " + String.join(" and ", above) + " they belong to";
    }

    private static Finding cannot(Entity entity, String what, String advice, String because) {
        return new Finding(
                "finding:retention-" + Names.slug(entity.name()) + "-" + Names.slug(because),
                "retention.cannot-delete",
                Finding.Severity.WARNING,
                70,
                entity.id(),
                what,
                advice,
                Origin.derived(STEP, what, List.of(entity.id(), because)));
    }

    private void job(Entity entity, Quantity keep, String rows) {
        String name = "delete " + rows + " after " + keep.label();
        added.add(
                new UseCase(
                        UseCase.id(name),
                        name,
                        UseCase.Kind.COMMAND,
                        null,
                        List.of(),
                        List.of(entity.name()),
                        List.of(),
                        null,
                        "every night",
                        List.of(),
                        null,
                        List.of(new Effect.Delete(entity.name())),
                        Origin.derived(
                                STEP,
                                Names.sentence(rows)
                                        + " are kept for "
                                        + keep.label()
                                        + " and no longer.",
                                List.of(keep.id(), entity.id()))));
    }

    /** The statement: a batch that others do not hold, of rows that nothing refers to any more. */
    static void statements(Design design, UseCase useCase, StatementStep.Script script) {
        String name = useCase.writes().getFirst();
        Entity entity = design.entity(name);
        Quantity keep = design.quantity("quantity:" + Names.slug(name) + ".keep");
        List<Predicate> old = new ArrayList<>();
        design.all(Rule.Transitions.class).stream()
                .filter(r -> r.entity().equals(name))
                .findFirst()
                .ifPresent(r -> ended(entity, r).ifPresent(old::add));
        old.add(
                new Predicate.Compare(
                        Paths.column(name, "created_at"),
                        Predicate.Op.LESS,
                        Guards.shifted(
                                new Scalar.Param("now", FieldType.INSTANT, "$clock.now"),
                                "-",
                                keep.value())));
        for (List<String> way : going(design, name)) {
            for (Entity child : referring(design, way.getLast())) {
                Predicate there =
                        exists(child.name(), List.of(Paths.refers(child.name(), way.getLast())));
                for (int i = way.size() - 1; i > 0; i--) {
                    there =
                            exists(
                                    way.get(i),
                                    List.of(Paths.refers(way.get(i), way.get(i - 1)), there));
                }
                old.add(new Predicate.Not(there));
            }
        }
        Sql.Select batch =
                new Sql.Select(
                        List.of(new Sql.Output("id", Paths.column(name, "id"))),
                        Paths.source(name),
                        List.of(),
                        old,
                        List.of(),
                        List.of(new Sql.Order(Paths.column(name, "created_at"), false)),
                        new Scalar.Param("limit", FieldType.INTEGER, "$page.limit"),
                        new Sql.Lock(Names.snake(name), Sql.Lock.Mode.NEXT));
        script.step(
                new Sql.Delete(
                        Paths.source(name),
                        List.of(new Predicate.Within(Paths.column(name, "id"), batch))),
                "delete",
                "A batch of "
                        + Names.plural(Names.words(name))
                        + " that were written more than "
                        + keep.label()
                        + " ago and that nothing refers to; run again until it finds none.",
                Transaction.Role.WRITE,
                List.of(),
                true,
                List.of(keep.id()));
    }

    private static Predicate exists(String entity, List<Predicate> where) {
        return new Predicate.Exists(
                new Sql.Select(
                        List.of(new Sql.Output("one", new Scalar.Literal("1"))),
                        Paths.source(entity),
                        List.of(),
                        where,
                        List.of(),
                        List.of(),
                        null,
                        null));
    }

    /** Only rows whose life has ended. */
    private static Optional<Predicate> ended(Entity entity, Rule.Transitions moves) {
        List<Scalar> ends =
                entity.field(moves.field()).stream()
                        .flatMap(f -> f.values().stream())
                        .filter(moves::isFinal)
                        .<Scalar>map(Paths::word)
                        .toList();
        return ends.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Predicate.In(
                                Paths.column(entity.name(), Names.snake(moves.field())), ends));
    }
}
