package org.groundplan.publish.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.groundplan.model.AccessRule;
import org.groundplan.model.Design;
import org.groundplan.model.Effects;
import org.groundplan.model.Entity;
import org.groundplan.model.Evidence;
import org.groundplan.model.FieldType;
import org.groundplan.model.Index;
import org.groundplan.model.Mechanisms;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Rule;
import org.groundplan.model.Store;
import org.groundplan.model.SumRule;
import org.groundplan.model.Table;
import org.groundplan.model.TableConstraint;
import org.groundplan.model.Tenancy;
import org.groundplan.model.TimeRule;
import org.groundplan.model.UseCase;
import org.groundplan.publish.DdlPublisher;

/** Section 5: tables, rules and what enforces them, indexes and what they are for. */
final class Data {
    private Data() {}

    static void write(Design design, Md md, String ddl) {
        md.heading(2, "5. Data schema");
        md.text(
                "The tables with a life cycle; all of them, with triggers, comments and grants, in [db/main](db/main), drawn in [data.mmd](diagrams/data.mmd). The migrations "
                        + (Said.verdict(design, "store:main").contains("observed")
                                ? "ran"
                                : "were not run")
                        + " on "
                        + migration(design)
                        + ".");
        md.code("sql", ddl);
        rules(design, md);
        Tenants.write(design, md);
        indexes(design, md);
        keeping(design, md);
    }

    private static String migration(Design design) {
        return design.all(Evidence.class).stream()
                .filter(e -> e.claim().equals("store:main"))
                .map(Evidence::how)
                .findFirst()
                .orElse("nothing");
    }

    private static void rules(Design design, Md md) {
        md.heading(3, "Rules, and the one place that enforces each");
        List<List<String>> rows = new ArrayList<>();
        for (Rule rule : design.all(Rule.class)) {
            rows.add(
                    List.of(
                            rule.text(),
                            Summary.by(design, rule),
                            rule.counterexample(),
                            Said.verdict(design, rule.id())));
        }
        md.table(List.of("Rule of the brief", "Enforced by", "It forbids", "Tried"), rows);
        java.util.Map<String, String> reasons = new java.util.TreeMap<>();
        design.all(Rule.class).stream()
                .filter(r -> !Mechanisms.of(design, r).isEmpty())
                .forEach(r ->
                        reasons.putIfAbsent(
                                kind(design, r).matches("Unique|At most one|Own rows")
                                        ? ""
                                        : kind(design, r),
                                "*" + kind(design, r) + ":* " + why(design, r) + "."));
        reasons.remove("");
        md.list(List.copyOf(reasons.values()));
        List<String> how =
                design.all(Rule.class).stream()
                        .flatMap(r ->
                                design.all(Evidence.class).stream()
                                        .filter(e ->
                                                e.claim().equals(r.id())
                                                        && e.verdict()
                                                                == Evidence.Verdict.SURVIVED))
                        .map(Evidence::how)
                        .toList();
        if (!how.isEmpty()) {
            md.text(
                    "An attack holds two transactions between statements, in the orders that could break the rule, then sends a storm of connections; it counts only because it breaks the same statements without their guard.");
        }
    }

    private static String kind(Design design, Rule rule) {
        return switch (rule) {
            case Rule.Unique _ -> "Unique";
            case Rule.AtMost a -> a.limit() == 1 ? "At most one" : "At most " + a.limit();
            case Rule.Transitions _ -> "Moves";
            case Rule.OnlyWhen g when Effects.shows(design, g) -> "Guards on what is shown";
            case Rule.OnlyWhen g when g.self() -> "Guards on a row's own state";
            case Rule.OnlyWhen g -> g.negated() ? "Guards against a row" : "Guards for a row";
            case Rule.NeverBelow _, Rule.NeverAbove _ -> "Bounds";
            case Rule.AtLeast a -> "At least " + a.limit();
            case Rule.NoOverlap _ -> "No overlap";
            case Rule.AppendOnly _ -> "Append only";
            case SumRule s when s.keeps() -> "Kept sums";
            case SumRule s when s.comparison() == SumRule.Comparison.EQUAL -> "Balanced sums";
            case SumRule _ -> "Bounded sums";
            case TimeRule.Deadline _ -> "Deadlines";
            case TimeRule.Lapse _ -> "Lapses";
            case AccessRule.Isolated _ -> "Tenants kept apart";
            case AccessRule.SharedOnly _ -> "Shared rows";
            case AccessRule.OwnOnly _ -> "Own rows";
            case Rule.NotUnderstood _ -> "Not understood";
        };
    }

    private static String why(Design design, Rule rule) {
        return switch (rule) {
            case Rule.OnlyWhen g when Effects.shows(design, g) ->
                    "each statement that shows the rows asks for it; what it does not allow is not found, by id, in a list or by a search";
            case Rule.OnlyWhen g when g.self() ->
                    "the statement that writes asks for the state, and the row is held until the commit";
            case Rule.OnlyWhen g when !g.negated() ->
                    "the statement that writes asks for the row and holds it until the commit";
            case Rule.OnlyWhen g ->
                    "each is about one use case, so no constraint can say it; both sides take the "
                            + g.same().stream()
                                    .map(Names::words)
                                    .collect(Collectors.joining(" and "))
                            + " row first, at READ COMMITTED";
            case TimeRule.Deadline _ ->
                    "the statement that writes compares the instant in the row with the clock of the request";
            case TimeRule.Lapse l ->
                    "a job moves what has waited too long"
                            + design.all(UseCase.class).stream()
                                    .filter(l::endedBy)
                                    .map(u -> "“" + u.name() + "”")
                                    .reduce((a, b) -> a + " and " + b)
                                    .map(u ->
                                            ", and the statement of "
                                                    + u
                                                    + " refuses it already when the job has not come by yet")
                                    .orElse("");
            case AccessRule.Isolated i ->
                    "row-level security on every table that belongs to "
                            + Names.article(Names.words(i.entity()))
                            + ": a statement without any condition sees the rows of the caller's own, and none before the transaction says whose";
            case AccessRule.SharedOnly s
                    when Tenancy.of(design).filter(t -> t.tenant().equals(s.same())).isPresent() ->
                    "row-level security lets nobody see another " + Names.words(s.same()) + "'s";
            case AccessRule.SharedOnly s ->
                    "each statement joins the caller's own "
                            + Names.words(s.same())
                            + (s.logged()
                                    ? "; what shows the rows is a function that writes the record in the same statement (the application has to commit before it shows them: a transaction rolled back leaves no record)"
                                    : "");
            case AccessRule.OwnOnly _ ->
                    "the row that is not the caller's is not found, by id, in a list or by a change";
            default ->
                    design.all(Index.class).stream()
                            .filter(i -> i.rule().equals(rule.id()))
                            .map(i -> i.origin().sentence())
                            .findFirst()
                            .or(() ->
                                    design.all(TableConstraint.class).stream()
                                            .filter(c -> c.rule().equals(rule.id()))
                                            .map(c -> c.origin().sentence())
                                            .findFirst())
                            .map(s ->
                                    s.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                                            + s.substring(1).replaceAll("\\.$", ""))
                            .orElse("not enforced");
        };
    }

    private static void indexes(Design design, Md md) {
        md.heading(3, "Indexes, each dropped in turn");
        List<List<String>> rows = new ArrayList<>();
        for (Index index : design.all(Index.class)) {
            String how =
                    design.all(Evidence.class).stream()
                            .filter(e -> e.claim().equals(index.id()))
                            .map(e ->
                                    e.how()
                                            .replace(
                                                    "Dropped in turn at ten times the volume: ", "")
                                            .replaceAll("\\.$", "")
                                            .replaceAll(
                                                    "^(\\S+) costs (\\S+) times as much",
                                                    "`$1` × $2"))
                            .findFirst()
                            .orElse("not tried");
            rows.add(
                    List.of(
                            "`"
                                    + index.table()
                                    + "("
                                    + String.join(", ", index.columns())
                                    + ")"
                                    + (index.where() == null ? "" : " where " + index.where())
                                    + "`"
                                    + (index.unique() ? " unique" : ""),
                            how));
        }
        md.table(List.of("Index", "Without it at 10x, cost of"), rows);
        design.all(Evidence.class).stream()
                .filter(e -> e.claim().equals("tables"))
                .map(e ->
                        e.verdict() == Evidence.Verdict.BROKEN
                                ? e.how()
                                : "pg-index-health found nothing to change.")
                .forEach(md::text);
        List<String> none =
                design.all(Table.class).stream()
                        .flatMap(t ->
                                t.foreignKeys().stream()
                                        .filter(k ->
                                                design.all(Index.class).stream()
                                                        .noneMatch(i -> finds(i, t, k)))
                                        .filter(k -> !keyed(design, t, k))
                                        .map(k -> "`" + t.name() + "." + k.column() + "`"))
                        .toList();
        if (!none.isEmpty()) {
            md.text(
                    "No index on "
                            + String.join(", ", none)
                            + ": too few different values for one to pay. All plans: [evidence/plans.md](evidence/plans.md).");
        }
    }

    /** Whether an index begins with what a reference compares. */
    private static boolean finds(Index index, Table table, Table.ForeignKey key) {
        int columns = key.shared() == null ? 1 : 2;
        return index.table().equals(table.name())
                && index.columns().size() >= columns
                && index.columns().subList(0, columns).contains(Names.sql(key.column()));
    }

    /** The key over tenant and id begins with the reference to the tenant. */
    private static boolean keyed(Design design, Table table, Table.ForeignKey key) {
        return Tenancy.of(design)
                .filter(t -> t.column().equals(key.column()) && t.coversTable(table.name()))
                .filter(t -> t.referred(table.name()))
                .isPresent();
    }

    /** What deletes, and what nothing deletes. */
    private static String deleted(Design design) {
        List<String> jobs =
                design.all(UseCase.class).stream()
                        .filter(u -> u.origin().step().equals("retention"))
                        .map(u -> "“" + u.name() + "”")
                        .toList();
        return jobs.isEmpty()
                ? "Nothing is deleted, because nobody stated a time."
                : "A job each night deletes what was stated, in batches: "
                        + String.join(", ", jobs)
                        + ". What is only assumed is never deleted.";
    }

    private static void keeping(Design design, Md md) {
        md.heading(3, "Growth, retention, erasure, backup");
        List<String> items = new ArrayList<>();
        for (Entity entity : design.all(Entity.class)) {
            design.findQuantity("quantity:" + Names.slug(entity.name()) + ".keep")
                    .ifPresent(k ->
                            items.add(
                                    Names.plural(Names.words(entity.name()))
                                            + (k.origin().kind() == Origin.Kind.DERIVED
                                                    ? " as long as their "
                                                            + Names.words(
                                                                    String.valueOf(entity.partOf()))
                                                    : " for " + k.label())
                                            + (k.origin().kind() == Origin.Kind.ASSUMED
                                                    ? " (assumed)"
                                                    : "")));
        }
        if (!items.isEmpty()) {
            md.text("**Kept:** " + String.join(", ", items) + ". " + deleted(design));
        }
        List<String> files =
                design.all(Entity.class).stream()
                        .filter(e -> e.fields().stream().anyMatch(f -> f.type() == FieldType.FILE))
                        .map(e -> Names.plural(Names.words(e.name())))
                        .toList();
        if (!files.isEmpty()) {
            md.text(
                    "**Files** of "
                            + String.join(" and ", files)
                            + " lie in object storage, and no statement reaches them: a rule of the bucket deletes each when its row's time is over.");
        }
        List<String> counting =
                design.all(Table.class).stream()
                        .filter(DdlPublisher::counts)
                        .map(t -> "`" + t.name() + "`")
                        .toList();
        if (!counting.isEmpty()) {
            md.text(
                    "**Room on the page:** "
                            + String.join(", ", counting)
                            + (counting.size() == 1 ? " is" : " are")
                            + " filled to 90 %, because triggers keep a number there that no index has: such a change then touches no index.");
        }
        People.write(design, md);
        md.text("**Backup:** " + design.get(Store.class, "store:main").backup() + ".");
    }
}
