package org.groundplan.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.groundplan.model.DataClass;
import org.groundplan.model.Design;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.PersonData;
import org.groundplan.model.Table;

/** Two scripts for each kind of person: everything that is known of one, and forgetting one. */
public final class PersonPublisher {
    private PersonPublisher() {}

    public static String export(PersonData data) {
        return "db/main/people/export-" + Names.slug(data.person().name()) + ".sql";
    }

    public static String erase(PersonData data) {
        return "db/main/people/erase-" + Names.slug(data.person().name()) + ".sql";
    }

    static Map<String, String> render(Design design) {
        Map<String, String> files = new TreeMap<>();
        for (PersonData data : PersonData.of(design)) {
            files.put(export(data), exported(data));
            files.put(erase(data), erased(data));
        }
        return files;
    }

    private static String head(PersonData data, String what, String file) {
        String who = Names.words(data.person().name());
        return "-- "
                + what
                + " one "
                + who
                + ". For an administrator, as the owner of the tables:\n--   psql -d … -v person_id=… -f "
                + file
                + "\n\\set ON_ERROR_STOP on\n";
    }

    private static String exported(PersonData data) {
        List<String> parts = new ArrayList<>();
        for (PersonData.Part part : data.parts()) {
            String secret =
                    part.table().columns().stream()
                            .filter(c ->
                                    c.data() == DataClass.SECRET || c.sqlType().equals("tsvector"))
                            .map(c -> " - '" + c.name() + "'")
                            .collect(Collectors.joining());
            parts.add(
                    "'"
                            + part.table().name()
                            + "', (SELECT coalesce(jsonb_agg(to_jsonb(t)"
                            + secret
                            + " ORDER BY t.id), '[]') FROM "
                            + Names.sql(part.table().name())
                            + " AS t WHERE "
                            + part.condition()
                            + ")");
        }
        return head(data, "Everything that is known of", export(data))
                + "SELECT jsonb_build_object(\n    "
                + String.join(",\n    ", parts)
                + ") AS known;\n";
    }

    private static String erased(PersonData data) {
        StringBuilder out = new StringBuilder(head(data, "Forgets", erase(data)));
        for (PersonData.Part part : data.parts()) {
            if (part.fate() == PersonData.Fate.KEPT) {
                out.append("-- Stays: ")
                        .append(part.table().name())
                        .append(", ")
                        .append(part.why())
                        .append(".\n");
            }
        }
        out.append("BEGIN;\nSELECT set_config('app.person_id', ")
                .append(PersonData.PERSON)
                .append(", true);\nDO $$ BEGIN\n  IF NOT EXISTS (SELECT 1 FROM ")
                .append(Names.sql(Names.snake(data.person().name())))
                .append(
                        " WHERE id = current_setting('app.person_id')::uuid) THEN\n    RAISE EXCEPTION 'there is no such ")
                .append(Names.words(data.person().name()))
                .append("';\n  END IF;\nEND $$;\n");
        List<PersonData.Part> open =
                data.parts().stream().filter(p -> !p.open().isEmpty()).toList();
        if (!open.isEmpty()) {
            out.append("-- Not while something is still going on.\n");
            out.append("DO $$ BEGIN\n");
            for (PersonData.Part part : open) {
                out.append("  IF EXISTS (SELECT 1 FROM ")
                        .append(Names.sql(part.table().name()))
                        .append(" WHERE ")
                        .append(part.open())
                        .append(" AND ")
                        .append(
                                part.condition()
                                        .replace(
                                                PersonData.PERSON,
                                                "current_setting('app.person_id')::uuid"))
                        .append(") THEN\n    RAISE EXCEPTION '")
                        .append(Names.article(Names.words(part.table().entity())))
                        .append(" is still going on';\n  END IF;\n");
            }
            out.append("END $$;\n");
        }
        for (PersonData.Part part : data.parts()) {
            if (part.fate() == PersonData.Fate.OVERWRITTEN) {
                out.append("UPDATE ")
                        .append(Names.sql(part.table().name()))
                        .append("\nSET ")
                        .append(
                                part.columns().stream()
                                        .map(c -> Names.sql(c.name()) + " = " + nobody(c))
                                        .collect(Collectors.joining(",\n    ")))
                        .append("\nWHERE ")
                        .append(part.condition())
                        .append(";\n");
            }
        }
        return out.append("COMMIT;\n").toString();
    }

    /** A value that says nothing, and that a unique index takes from many. */
    private static String nobody(Table.Column column) {
        if (column.nullable()) {
            return "NULL";
        }
        if (column.type() == FieldType.EMAIL) {
            return "id || '@erased.invalid'";
        }
        return switch (column.type()) {
            case POINT -> "point(0, 0)";
            case POLYGON -> "'((0,0),(0,0),(0,0))'";
            case JSON -> "'{}'";
            case BINARY -> "''";
            case DATE -> "DATE '1900-01-01'";
            case INSTANT -> "created_at";
            case INTEGER, MONEY, DECIMAL -> "0";
            case BOOLEAN -> "false";
            case UUID -> "id";
            case DURATION -> "interval '0'";
            default -> "'erased ' || id";
        };
    }
}
