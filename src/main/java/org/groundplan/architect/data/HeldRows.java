package org.groundplan.architect.data;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.Sql.Lock.Mode;
import org.groundplan.model.TableConstraint;
import org.groundplan.model.UseCase;

/**
 * Rows that a use case holds before it writes, because a guard depends on them.
 *
 * <p>What a guard asks for is held by the guarded statement itself; what a guard forbids is not
 * there to be held, so both sides take the row that they share.
 */
final class HeldRows {
    private final Design design;
    private final UseCase useCase;

    HeldRows(Design design, UseCase useCase) {
        this.design = design;
        this.useCase = useCase;
    }

    /** The rules for which rows are taken first. */
    List<Rule.OnlyWhen> rules() {
        return design.all(Rule.OnlyWhen.class).stream()
                .filter(rule ->
                        rule.self()
                                ? guards(rule)
                                : rule.negated()
                                        && (guards(rule) || writes().contains(rule.entity())))
                .toList();
    }

    /**
     * Entities whose row is taken first, and how.
     *
     * @param target what the use case writes
     */
    Map<String, Mode> first(String target, boolean inserts) {
        Map<String, Mode> rows = new TreeMap<>();
        for (Rule.OnlyWhen rule : rules()) {
            boolean own = rule.self() && rule.entity().equals(target) && !inserts;
            if (own) {
                continue;
            }
            Mode mode = rule.self() ? mode(rule.entity()) : Mode.CHANGE;
            rule.same().stream()
                    .filter(s -> !design.up(target, s).isEmpty() || s.equals(useCase.actor()))
                    .filter(s -> !inserts || !s.equals(target))
                    .forEach(s -> rows.merge(s, mode, (a, b) -> a == b ? a : Mode.CHANGE));
        }
        return rows;
    }

    String purpose(String entity, Mode mode) {
        String row = Names.words(entity);
        return mode == Mode.KEEP
                ? "Holds the "
                        + row
                        + " row as it is until the end; others may hold it too, and only who changes it waits."
                : "Takes the "
                        + row
                        + " row, so that everything a rule relates to the same "
                        + row
                        + " happens one after the other.";
    }

    /**
     * How a row that has to stay as it is is held: with others, unless this use case changes it
     * later. Two that hold it together and then both want to change it would wait for each other.
     */
    Mode mode(String entity) {
        String update = "UPDATE " + Names.sql(Names.snake(entity)) + " ";
        Set<String> tables = writes().stream().map(Names::snake).collect(Collectors.toSet());
        boolean changes =
                writes().contains(entity)
                        || design.all(TableConstraint.class).stream()
                                .filter(c -> runsOn(c, tables))
                                .anyMatch(c ->
                                        c.create().stream().anyMatch(sql -> sql.contains(update)));
        return changes ? Mode.CHANGE : Mode.KEEP;
    }

    /** Whether it stands on one of the tables, or a trigger of it does. */
    private static boolean runsOn(TableConstraint constraint, Set<String> tables) {
        return tables.contains(constraint.table())
                || constraint.create().stream()
                        .filter(sql -> sql.startsWith("CREATE TRIGGER"))
                        .anyMatch(sql ->
                                tables.stream()
                                        .anyMatch(t -> sql.contains(" ON " + Names.sql(t) + "\n")));
    }

    private boolean guards(Rule.OnlyWhen rule) {
        return rule.useCase().equals(useCase.name());
    }

    private List<String> writes() {
        return useCase.effects().stream().filter(Effect::writes).map(Effect::entity).toList();
    }
}
