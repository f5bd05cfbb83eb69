package org.groundplan.trial.privacy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.model.Artefacts;
import org.groundplan.model.Design;
import org.groundplan.model.Evidence;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.PersonData;
import org.groundplan.model.Rule;
import org.groundplan.model.Table;
import org.groundplan.trial.Tried;
import org.groundplan.trial.interpreter.Row;
import org.groundplan.trial.interpreter.Seeder;
import org.groundplan.trial.postgres.Database;
import org.jspecify.annotations.Nullable;

/**
 * Two people with a row in every table: the export of the first holds all of the first and nothing
 * of the second; after the erasure nothing that was personal is found, but for what is to be kept.
 */
public final class PersonTrial {
    private final Design design;
    private final Artefacts artefacts;
    private final Connection owner;

    private PersonTrial(Design design, Artefacts artefacts, Connection owner) {
        this.design = design;
        this.artefacts = artefacts;
        this.owner = owner;
    }

    public static Tried run(Design design, Artefacts artefacts, Database database)
            throws SQLException {
        Tried.Collector tried = new Tried.Collector();
        try (Connection owner = database.connect()) {
            PersonTrial trial = new PersonTrial(design, artefacts, owner);
            long number = 110_000_000;
            for (PersonData data : PersonData.of(design)) {
                tried.evidence(trial.person(data, number));
                number += 1_000_000;
            }
        }
        return tried.collected();
    }

    private Evidence person(PersonData data, long number) throws SQLException {
        List<String> faults = new ArrayList<>();
        boolean asks = data.parts().stream().anyMatch(p -> !p.open().isEmpty());
        if (asks) {
            Object busy =
                    row(rows(data, number + 800_000, false), Names.snake(data.person().name()))
                            .id();
            try (Statement statement = owner.createStatement()) {
                statement.execute(script(PersonName.ERASE, data, busy));
                faults.add("somebody with something still going on was forgotten");
            } catch (SQLException e) {
                try (Statement statement = owner.createStatement()) {
                    statement.execute("ROLLBACK");
                }
            }
        }
        Map<String, Row> first = rows(data, number, true);
        Map<String, Row> second = rows(data, number + 500_000, true);
        String own = Names.snake(data.person().name());
        Object id = row(first, own).id();
        exported(data, id, first, second, faults);
        List<String> before = values(second);
        Map<String, List<String>> said = personal(data, first);
        try (Statement statement = owner.createStatement()) {
            statement.execute(script(PersonName.ERASE, data, id));
        }
        int gone = 0;
        for (PersonData.Part part : data.parts()) {
            for (String value : said.getOrDefault(part.table().name(), List.of())) {
                boolean found = found(part.table().name(), row(first, part.table().name()), value);
                boolean stays = part.fate() == PersonData.Fate.KEPT;
                if (found != stays) {
                    faults.add(
                            part.table().name()
                                    + (stays
                                            ? " has lost what is to be kept"
                                            : " still says “" + value + "”"));
                }
                gone += found ? 0 : 1;
            }
        }
        if (!values(second).equals(before)) {
            faults.add("another " + Names.words(data.person().name()) + " was changed");
        }
        return evidence(data, gone, faults);
    }

    private enum PersonName {
        EXPORT,
        ERASE
    }

    private String script(PersonName which, PersonData data, Object id) {
        String file =
                "db/main/people/"
                        + (which == PersonName.EXPORT ? "export-" : "erase-")
                        + Names.slug(data.person().name())
                        + ".sql";
        return artefacts
                .text(file)
                .replaceAll("(?m)^\\\\set .*$", "")
                .replace(PersonData.PERSON, "'" + id + "'");
    }

    /** One row in each table that has something of the person. */
    private Map<String, Row> rows(PersonData data, long number, boolean ended) throws SQLException {
        Seeder seeder = new Seeder(design, owner, number);
        Map<String, Row> rows = new TreeMap<>();
        PersonData.Part own =
                data.parts().stream()
                        .filter(p -> p.table().entity().equals(data.person().name()))
                        .findFirst()
                        .orElseThrow();
        Row person = seeder.row(data.person().name(), Map.of(), ended ? end(own) : null);
        rows.putAll(person.context());
        for (PersonData.Part part : data.parts()) {
            fill(data, part, ended, seeder, rows);
        }
        return rows;
    }

    /** A final state, where rows have one. */
    private @Nullable String end(PersonData.Part part) {
        if (part.open().isEmpty()) {
            return null;
        }
        return design.all(Rule.Transitions.class).stream()
                .filter(r -> r.entity().equals(part.table().entity()))
                .flatMap(r ->
                        part
                                .table()
                                .columnOf(r.field())
                                .map(Table.Column::values)
                                .orElse(List.of())
                                .stream()
                                .filter(r::isFinal))
                .findFirst()
                .orElse(null);
    }

    /** What it refers to first, so that each row is in the state that is wanted of it. */
    private void fill(
            PersonData data,
            PersonData.Part part,
            boolean ended,
            Seeder seeder,
            Map<String, Row> rows)
            throws SQLException {
        Table table = part.table();
        if (rows.containsKey(table.name())) {
            return;
        }
        for (Table.ForeignKey key : table.foreignKeys()) {
            for (PersonData.Part above : data.parts()) {
                if (above.table().name().equals(key.references())
                        && !key.references().equals(table.name())) {
                    fill(data, above, ended, seeder, rows);
                }
            }
        }
        Map<String, Object> fixed = new TreeMap<>();
        for (Table.Column column : table.columns()) {
            if (column.nullable()
                    && !column.field().isEmpty()
                    && column.generated() == null
                    && column.data().isPersonal()) {
                fixed.put(column.name(), Seeder.sample(column.type(), column.name(), rows.size()));
            }
        }
        Row row = seeder.row(table.entity(), rows, ended ? end(part) : null, fixed);
        row.context().forEach(rows::putIfAbsent);
        rows.put(table.name(), row);
    }

    private static Row row(Map<String, Row> rows, String table) {
        Row row = rows.get(table);
        if (row == null) {
            throw new IllegalStateException("no row of " + table);
        }
        return row;
    }

    private void exported(
            PersonData data,
            Object id,
            Map<String, Row> first,
            Map<String, Row> second,
            List<String> faults)
            throws SQLException {
        String known = "";
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(script(PersonName.EXPORT, data, id))) {
            row.next();
            known = row.getString(1);
        }
        for (PersonData.Part part : data.parts()) {
            String table = part.table().name();
            if (!known.contains(row(first, table).id().toString())) {
                faults.add("the export has nothing of " + table);
            }
            if (known.contains(row(second, table).id().toString())) {
                faults.add("the export shows another's " + table);
            }
        }
    }

    /** What is personal in the rows, by table, as text. */
    private static Map<String, List<String>> personal(PersonData data, Map<String, Row> rows) {
        Map<String, List<String>> said = new TreeMap<>();
        for (PersonData.Part part : data.parts()) {
            for (Table.Column column : part.columns()) {
                @Nullable Object value = row(rows, part.table().name()).values().get(column.name());
                if (value instanceof String text) {
                    said.computeIfAbsent(part.table().name(), _ -> new ArrayList<>()).add(text);
                }
            }
        }
        return said;
    }

    private boolean found(String table, Row row, String value) throws SQLException {
        return text(table, row).contains(value);
    }

    private String text(String table, Row row) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "SELECT to_jsonb(t)::text FROM "
                                        + Names.sql(table)
                                        + " AS t WHERE id = '"
                                        + row.id()
                                        + "'")) {
            return found.next() ? found.getString(1) : "";
        }
    }

    private List<String> values(Map<String, Row> rows) throws SQLException {
        List<String> result = new ArrayList<>();
        for (Map.Entry<String, Row> row : rows.entrySet()) {
            result.add(text(row.getKey(), row.getValue()));
        }
        return result;
    }

    private static Evidence evidence(PersonData data, int gone, List<String> faults) {
        String who = Names.words(data.person().name());
        long kept = data.parts().stream().filter(p -> p.fate() == PersonData.Fate.KEPT).count();
        String how =
                faults.isEmpty()
                        ? "Two "
                                + Names.plural(who)
                                + " with a row in each of "
                                + data.parts().size()
                                + " tables: the export held all of the one and nothing of the other; after the erasure "
                                + gone
                                + " personal texts were nowhere to be found"
                                + (kept == 0
                                        ? ""
                                        : kept == 1
                                                ? ", and the table that is to be kept was whole"
                                                : ", and the "
                                                        + kept
                                                        + " tables that are to be kept were whole")
                                + ", and the other one was as before"
                                + (data.parts().stream().anyMatch(p -> !p.open().isEmpty())
                                        ? "; a third one, with something still going on, was not forgotten."
                                        : ".")
                        : "Broken: " + String.join("; ", faults) + ".";
        return new Evidence(
                "evidence:person-" + Names.slug(data.person().name()),
                data.person().id(),
                faults.isEmpty() ? Evidence.Verdict.OBSERVED : Evidence.Verdict.BROKEN,
                Evidence.Basis.REAL_COMPONENT,
                how,
                "",
                Origin.derived("person", how, List.of(data.person().id())));
    }
}
