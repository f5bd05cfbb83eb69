package org.groundplan.trial.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.groundplan.model.Condition;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.SumRule;
import org.groundplan.model.Windows;
import org.jspecify.annotations.Nullable;

/** What must never be, as a query that counts it. */
final class Violations {
    static final String NOTES = "groundplan_notes";
    private final Catalogue catalogue;

    Violations(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * @param guarded table that the use case of a guard writes; empty for other rules
     * @throws ForeignException when the rule names what is not there, or cannot be counted
     */
    String of(Rule rule, String guarded) throws ForeignException {
        return switch (rule) {
            case Rule.Unique r -> unique(r);
            case Rule.AtMost r -> most(r);
            case Rule.AtLeast r -> least(r);
            case Rule.NeverBelow r -> {
                Catalogue.Table t = table(r.entity());
                yield count(
                        t,
                        Rows.quoted(column(t, r.field()))
                                + " < "
                                + r.bound()
                                + when(t, "", r.when()));
            }
            case Rule.NeverAbove r -> {
                Catalogue.Table t = table(r.entity());
                String bound =
                        r.other() == null
                                ? String.valueOf(r.bound())
                                : Rows.quoted(column(t, r.other()));
                yield count(t, Rows.quoted(column(t, r.field())) + " > " + bound);
            }
            case Rule.NoOverlap r -> overlap(r);
            case SumRule r -> sum(r);
            case Rule.Transitions _, Rule.AppendOnly _ -> "SELECT count(*) FROM " + NOTES;
            case Rule.OnlyWhen r -> guard(r, guarded);
            default ->
                    throw new ForeignException(
                            "“" + rule.text() + "” cannot be tried without a brief",
                            "a rule about rows, sums, ranges, states or a guard",
                            "at most 1 loan per copy_id when status = out");
        };
    }

    Catalogue.Table table(String name) throws ForeignException {
        return catalogue
                .table(name)
                .orElseThrow(() ->
                        new ForeignException(
                                "the schema has no table “" + name + "”",
                                "one of "
                                        + catalogue.tables().stream()
                                                .map(Catalogue.Table::name)
                                                .collect(Collectors.joining(", ")),
                                ""));
    }

    /** A column by its name, or the key to a table of that name. */
    String column(Catalogue.Table table, String name) throws ForeignException {
        return find(table, name)
                .orElseThrow(() ->
                        new ForeignException(
                                "the table “" + table.name() + "” has no column “" + name + "”",
                                "one of " + String.join(", ", table.columns().keySet()),
                                ""));
    }

    Optional<String> find(Catalogue.Table table, String name) {
        String slug = Names.slug(name);
        return table.columns().keySet().stream()
                .filter(c -> c.equals(name))
                .findFirst()
                .or(() ->
                        table.columns().keySet().stream()
                                .filter(c -> Names.slug(c).equals(slug))
                                .findFirst())
                .or(() ->
                        table.references().stream()
                                .filter(r ->
                                        r.columns().size() == 1
                                                && catalogue
                                                        .table(name)
                                                        .filter(t -> t.name().equals(r.table()))
                                                        .isPresent())
                                .map(r -> r.columns().getFirst())
                                .findFirst())
                .or(() ->
                        table.columns().keySet().stream()
                                .filter(c -> Names.slug(c).equals(slug + "-id"))
                                .findFirst());
    }

    /** The column that a condition is about: the one it names, else the state. */
    String state(Catalogue.Table table, Condition when) throws ForeignException {
        if (!when.field().isEmpty()) {
            return column(table, when.field());
        }
        return table.columns().values().stream()
                .filter(c -> c.name().matches("status|state"))
                .findFirst()
                .or(() ->
                        table.columns().values().stream()
                                .filter(c -> !c.values().isEmpty())
                                .findFirst())
                .map(Catalogue.Column::name)
                .orElseThrow(() ->
                        new ForeignException(
                                "“" + when.value() + "” is no column of “" + table.name() + "”",
                                "a column and a value",
                                "when status = open"));
    }

    private String when(Catalogue.Table table, String alias, @Nullable Condition when)
            throws ForeignException {
        if (when == null) {
            return "";
        }
        String column = alias + Rows.quoted(state(table, when));
        return " AND coalesce(" + when.sql(column) + ", false)";
    }

    private static String count(Catalogue.Table table, String condition) {
        return "SELECT count(*) FROM " + table.sql() + " WHERE " + condition;
    }

    private String unique(Rule.Unique r) throws ForeignException {
        Catalogue.Table t = table(r.entity());
        List<String> columns = keys(t, r.fields());
        return "SELECT coalesce(sum(n - 1), 0) FROM (SELECT count(*) AS n FROM "
                + t.sql()
                + " WHERE "
                + columns.stream().map(c -> c + " IS NOT NULL").collect(Collectors.joining(" AND "))
                + " GROUP BY "
                + String.join(", ", columns)
                + " HAVING count(*) > 1) AS twice";
    }

    /** Columns to group by; a calendar word stands for the first instant of the row. */
    private List<String> keys(Catalogue.Table t, List<String> names) throws ForeignException {
        List<String> result = new ArrayList<>();
        for (String name : names) {
            Optional<Catalogue.Column> instant =
                    t.columns().values().stream()
                            .filter(Catalogue.Column::time)
                            .min(
                                    java.util.Comparator.comparing(
                                            c -> !c.name().startsWith("created")));
            if (find(t, name).isEmpty() && Windows.is(name) && instant.isPresent()) {
                result.add("date_trunc('" + name + "', " + Rows.quoted(instant.get().name()) + ")");
            } else {
                result.add(Rows.quoted(column(t, name)));
            }
        }
        return result;
    }

    private String most(Rule.AtMost r) throws ForeignException {
        Catalogue.Table t = table(r.entity());
        List<String> columns = keys(t, r.per());
        return "SELECT coalesce(sum(n - "
                + r.limit()
                + "), 0) FROM (SELECT count(*) AS n FROM "
                + t.sql()
                + " WHERE "
                + columns.stream().map(c -> c + " IS NOT NULL").collect(Collectors.joining(" AND "))
                + when(t, "", r.when())
                + " GROUP BY "
                + String.join(", ", columns)
                + " HAVING count(*) > "
                + r.limit()
                + ") AS more";
    }

    private String least(Rule.AtLeast r) throws ForeignException {
        Catalogue.Table t = table(r.entity());
        Optional<Catalogue.Reference> up =
                r.per().size() == 1 ? t.reference(column(t, r.per().getFirst())) : Optional.empty();
        if (up.isPresent()) {
            Catalogue.Table p = table(up.get().table());
            return "SELECT count(*) FROM "
                    + p.sql()
                    + " AS p WHERE (SELECT count(*) FROM "
                    + t.sql()
                    + " AS t WHERE t."
                    + Rows.quoted(up.get().columns().getFirst())
                    + " = p."
                    + Rows.quoted(up.get().targets().getFirst())
                    + when(t, "t.", r.when())
                    + ") < "
                    + r.limit();
        }
        String filter = when(t, "", r.when()).replaceFirst("^ AND ", "");
        return "SELECT count(*) FROM (SELECT 1 FROM "
                + t.sql()
                + " GROUP BY "
                + String.join(", ", keys(t, r.per()))
                + " HAVING count(*)"
                + (filter.isEmpty() ? "" : " FILTER (WHERE " + filter + ")")
                + " < "
                + r.limit()
                + ") AS fewer";
    }

    private String overlap(Rule.NoOverlap r) throws ForeignException {
        Catalogue.Table t = table(r.entity());
        String from = Rows.quoted(column(t, r.from()));
        String to = Rows.quoted(column(t, r.to()));
        StringBuilder same = new StringBuilder();
        for (String per : r.per()) {
            String c = Rows.quoted(column(t, per));
            same.append(" AND a.").append(c).append(" = b.").append(c);
        }
        return "SELECT count(*) FROM "
                + t.sql()
                + " AS a JOIN "
                + t.sql()
                + " AS b ON a.ctid < b.ctid"
                + same
                + " AND a."
                + from
                + " < b."
                + to
                + " AND b."
                + from
                + " < a."
                + to
                + when(t, "a.", r.when())
                + when(t, "b.", r.when());
    }

    private String sum(SumRule r) throws ForeignException {
        Catalogue.Table t = table(r.entity());
        Catalogue.Table p = table(r.per());
        Catalogue.Reference up =
                t.references().stream()
                        .filter(x -> x.table().equals(p.name()))
                        .findFirst()
                        .orElse(null);
        List<String> own = up == null ? List.of(column(t, r.per())) : up.columns();
        List<String> key =
                up == null
                        ? p.key().isEmpty() ? List.of("id") : List.of(p.key().getFirst())
                        : up.targets();
        List<String> joined = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            joined.add("t." + Rows.quoted(own.get(i)) + " = p." + Rows.quoted(key.get(i)));
        }
        String sum =
                "coalesce((SELECT sum(t."
                        + Rows.quoted(column(t, r.field()))
                        + ") FROM "
                        + t.sql()
                        + " AS t WHERE "
                        + String.join(" AND ", joined)
                        + when(t, "t.", r.when())
                        + "), 0)";
        String bound =
                r.boundField() == null
                        ? String.valueOf(r.bound())
                        : "p." + Rows.quoted(column(p, r.boundField()));
        return "SELECT count(*) FROM "
                + p.sql()
                + " AS p WHERE "
                + sum
                + (r.comparison() == SumRule.Comparison.EQUAL ? " <> " : " > ")
                + bound;
    }

    /** Written although the row it depends on had been committed otherwise before. */
    private String guard(Rule.OnlyWhen r, String guarded) throws ForeignException {
        Catalogue.Table t = table(guarded);
        Catalogue.Table e = table(r.entity());
        List<String> same = new ArrayList<>();
        if (r.self()) {
            Catalogue.Reference up =
                    t.references().stream()
                            .filter(x -> x.table().equals(e.name()) && x.columns().size() == 1)
                            .findFirst()
                            .orElseThrow(() ->
                                    new ForeignException(
                                            "“"
                                                    + t.name()
                                                    + "” does not refer to “"
                                                    + e.name()
                                                    + "”, so the rule cannot be counted",
                                            "a foreign key between them",
                                            ""));
            same.add(
                    "r."
                            + Rows.quoted(up.targets().getFirst())
                            + " = t."
                            + Rows.quoted(up.columns().getFirst()));
        } else {
            for (String s : r.same()) {
                same.add(
                        "r." + Rows.quoted(columnOf(e, s)) + " = t." + Rows.quoted(columnOf(t, s)));
            }
        }
        String joined = String.join(" AND ", same);
        String meets = when(e, "r.", r.when());
        String earlier = " AND pg_xact_commit_timestamp(r.xmin) < pg_xact_commit_timestamp(t.xmin)";
        if (r.negated()) {
            return "SELECT count(*) FROM "
                    + t.sql()
                    + " AS t JOIN "
                    + e.sql()
                    + " AS r ON "
                    + joined
                    + meets
                    + earlier;
        }
        return "SELECT count(*) FROM "
                + t.sql()
                + " AS t WHERE NOT EXISTS (SELECT 1 FROM "
                + e.sql()
                + " AS r WHERE "
                + joined
                + meets
                + ") AND EXISTS (SELECT 1 FROM "
                + e.sql()
                + " AS r WHERE "
                + joined
                + earlier
                + ")";
    }

    /** What a row shares with others of an entity: its key to it, or its own. */
    private String columnOf(Catalogue.Table table, String entity) throws ForeignException {
        boolean own =
                catalogue.table(entity).filter(t -> t.name().equals(table.name())).isPresent();
        return own && !table.key().isEmpty() ? table.key().getFirst() : column(table, entity);
    }

    /** What notes each forbidden change, for rules about changes. */
    List<String> instruments(Rule rule) throws ForeignException {
        String events;
        String condition;
        Catalogue.Table t;
        if (rule instanceof Rule.Transitions r) {
            t = table(r.entity());
            String c = Rows.quoted(column(t, r.field()));
            List<String> allowed = new ArrayList<>();
            r.moves()
                    .forEach((from, to) ->
                            to.forEach(x ->
                                    allowed.add(
                                            "(OLD."
                                                    + c
                                                    + "::text = "
                                                    + word(from)
                                                    + " AND NEW."
                                                    + c
                                                    + "::text = "
                                                    + word(x)
                                                    + ")")));
            events = "UPDATE";
            condition =
                    "OLD."
                            + c
                            + " IS DISTINCT FROM NEW."
                            + c
                            + " AND NOT ("
                            + String.join(" OR ", allowed)
                            + ")";
        } else if (rule instanceof Rule.AppendOnly r) {
            t = table(r.entity());
            events = "UPDATE OR DELETE";
            condition = "true";
        } else {
            return List.of();
        }
        return List.of(
                "CREATE TABLE " + NOTES + " (what text)",
                "CREATE FUNCTION groundplan_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $note$ BEGIN IF "
                        + condition
                        + " THEN INSERT INTO "
                        + NOTES
                        + " VALUES (TG_OP); END IF; RETURN NULL; END $note$",
                "CREATE TRIGGER zz_groundplan_note AFTER "
                        + events
                        + " ON "
                        + t.sql()
                        + " FOR EACH ROW EXECUTE FUNCTION groundplan_note()");
    }

    private static String word(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
