package org.groundplan.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of one person, table by table, and what becomes of it when the person is to be
 * forgotten (GDPR articles 15, 17 and 20).
 */
public record PersonData(Entity person, List<Part> parts) {
    public PersonData {
        parts = List.copyOf(parts);
    }

    /** What happens to a person's rows of a table. */
    public enum Fate {
        /** Personal columns are overwritten; the row stays for what refers to it. */
        OVERWRITTEN,
        /** Nothing in it is personal; it refers to a row that no longer says who it was. */
        UNTOUCHED,
        /** A stated retention, or a rule, stands against it. */
        KEPT
    }

    /**
     * @param condition SQL that selects the person's rows, with {@code :'person_id'} for the person
     * @param columns personal columns
     * @param why for KEPT: what stands against it
     * @param open SQL that is true of rows that are still in use; empty when none can be
     */
    public record Part(
            Table table,
            String condition,
            List<Table.Column> columns,
            Fate fate,
            String why,
            String open) {
        public Part {
            columns = List.copyOf(columns);
        }
    }

    /** The parameter of the scripts. */
    public static final String PERSON = ":'person_id'";

    /** People of whom something personal is kept, by name. */
    public static List<PersonData> of(Design design) {
        List<PersonData> result = new ArrayList<>();
        for (Entity entity : design.all(Entity.class)) {
            if (person(design, entity)) {
                result.add(new PersonData(entity, parts(design, entity)));
            }
        }
        return result;
    }

    /**
     * Whether an entity is a person: it acts, is no machine, and something about it is personal.
     */
    private static boolean person(Design design, Entity entity) {
        // an account number beside the name makes the whole stricter, and the person no less one
        return entity.fields().stream().anyMatch(f -> f.data().isPersonal())
                && design.find(Actor.class, Actor.id(entity.name()))
                        .filter(a -> a.kind() == Actor.Kind.PERSON)
                        .isPresent();
    }

    private static List<Part> parts(Design design, Entity person) {
        List<Part> parts = new ArrayList<>();
        for (Table table : design.all(Table.class)) {
            boolean self = table.entity().equals(person.name());
            condition(design, table.entity(), person.name())
                    .ifPresent(c -> parts.add(part(design, table, self, c)));
        }
        return parts;
    }

    private static Part part(Design design, Table table, boolean self, String condition) {
        List<Table.Column> columns =
                table.columns().stream()
                        .filter(c -> !c.field().isEmpty() && c.values().isEmpty())
                        .filter(c -> c.generated() == null)
                        .filter(c ->
                                c.data().isPersonal()
                                        || c.data() == DataClass.PAYMENT
                                        || c.type() == FieldType.FILE)
                        .filter(c -> self || says(c))
                        .toList();
        String why = columns.isEmpty() ? "" : against(design, table, columns);
        Fate fate =
                columns.isEmpty() ? Fate.UNTOUCHED : why.isEmpty() ? Fate.OVERWRITTEN : Fate.KEPT;
        return new Part(table, condition, columns, fate, why, open(design, table));
    }

    /** Days and figures say nothing once nobody knows whose they were; texts and places do. */
    private static boolean says(Table.Column column) {
        return switch (column.type()) {
            case DATE, INSTANT, DURATION, INTEGER, DECIMAL, MONEY, BOOLEAN, UUID, ENUM -> false;
            default -> true;
        };
    }

    private static String open(Design design, Table table) {
        for (Rule.Transitions moves : design.all(Rule.Transitions.class)) {
            if (!moves.entity().equals(table.entity())) {
                continue;
            }
            List<String> words =
                    table.columnOf(moves.field()).map(Table.Column::values).orElse(List.of());
            List<String> going = words.stream().filter(w -> !moves.isFinal(w)).toList();
            if (!going.isEmpty() && going.size() < words.size()) {
                return Names.sql(Names.snake(moves.field()))
                        + " IN ('"
                        + String.join("', '", going)
                        + "')";
            }
        }
        return "";
    }

    private static String against(Design design, Table table, List<Table.Column> columns) {
        Optional<Rule.AppendOnly> fixed =
                design.all(Rule.AppendOnly.class).stream()
                        .filter(r -> r.entity().equals(table.entity()))
                        .findFirst();
        if (fixed.isPresent()) {
            return "“" + fixed.get().text() + "”";
        }
        boolean records =
                columns.stream()
                        .anyMatch(
                                c -> c.data() == DataClass.HEALTH || c.data() == DataClass.PAYMENT);
        return design.findQuantity("quantity:" + Names.slug(table.entity()) + ".keep")
                .filter(q -> records && q.origin().kind() != Origin.Kind.ASSUMED)
                .map(q -> "to be kept for " + q.label())
                .orElse("");
    }

    /** The person's own row, or rows whose nearest person it is; empty for others. */
    private static Optional<String> condition(Design design, String entity, String person) {
        List<String> way = toPerson(design, entity);
        if (way.isEmpty() || !way.getLast().equals(person)) {
            return Optional.empty();
        }
        String condition = "id = " + PERSON;
        for (int i = way.size() - 2; i >= 0; i--) {
            String above = way.get(i + 1);
            condition =
                    reference(above)
                            + (i == way.size() - 2
                                    ? " = " + PERSON
                                    : " IN (SELECT id FROM "
                                            + Names.sql(Names.snake(above))
                                            + " WHERE "
                                            + condition
                                            + ")");
        }
        return Optional.of(condition);
    }

    /**
     * The shortest way up to a person, by references that are never missing: a certificate of an
     * enrolment is the pupil's, not the teacher's of the course. Of several as near the first named
     * counts.
     */
    private static List<String> toPerson(Design design, String entity) {
        List<List<String>> ways = new ArrayList<>(List.of(List.of(entity)));
        Set<String> seen = new HashSet<>(Set.of(entity));
        for (int i = 0; i < ways.size(); i++) {
            List<String> way = ways.get(i);
            Entity last = design.entity(way.getLast());
            if (person(design, last)) {
                return way;
            }
            for (String parent : last.parents()) {
                if (!last.maybe().contains(parent) && seen.add(parent)) {
                    List<String> longer = new ArrayList<>(way);
                    longer.add(parent);
                    ways.add(longer);
                }
            }
        }
        return List.of();
    }

    private static String reference(String entity) {
        return Names.sql(Names.limit(Names.snake(entity) + "_id"));
    }
}
