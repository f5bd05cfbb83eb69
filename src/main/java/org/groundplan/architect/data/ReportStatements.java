package org.groundplan.architect.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groundplan.model.Design;
import org.groundplan.model.Names;
import org.groundplan.model.Sql;
import org.groundplan.model.Sql.Predicate;
import org.groundplan.model.Sql.Scalar;
import org.groundplan.model.Transaction;
import org.groundplan.model.UseCase;

/** Reports: how many of the first entity for each of the others. */
final class ReportStatements extends ReadStatements {
    ReportStatements(Design design, UseCase useCase, StatementStep.Script script) {
        super(design, useCase, script);
    }

    /**
     * From what is counted for, by outer joins down to what is counted: nothing there counts as
     * none.
     */
    private Sql.Select counted(
            List<Sql.Output> outputs, Map<String, Scalar> groups, List<Sql.Order> order) {
        List<String> others =
                useCase.reads().subList(1, useCase.reads().size()).stream()
                        .filter(o -> !design.up(main, o).isEmpty())
                        .toList();
        if (others.size() != 1
                || !joins.keySet()
                        .containsAll(
                                design.up(main, others.getFirst())
                                        .subList(1, design.up(main, others.getFirst()).size()))) {
            return new Sql.Select(
                    outputs,
                    Paths.source(main),
                    List.copyOf(joins.values()),
                    where,
                    List.copyOf(groups.values()),
                    order,
                    null,
                    null);
        }
        List<String> way = design.up(main, others.getFirst());
        List<Sql.Join> down = new ArrayList<>();
        for (int i = way.size() - 2; i >= 0; i--) {
            List<Predicate> on = new ArrayList<>(List.of(Paths.refers(way.get(i), way.get(i + 1))));
            if (i == 0) {
                on.addAll(where);
            }
            down.add(new Sql.Join(Paths.source(way.get(i)), on, true));
        }
        return new Sql.Select(
                outputs,
                Paths.source(others.getFirst()),
                down,
                List.of(),
                List.copyOf(groups.values()),
                order,
                null,
                null);
    }

    /** Counts the first entity per each of the others. */
    @Override
    void build() {
        own();
        for (String filter : useCase.by()) {
            filter(filter, null);
        }
        Map<String, Scalar> groups = new LinkedHashMap<>();
        for (String other : useCase.reads().subList(1, useCase.reads().size())) {
            List<String> way = design.up(main, other);
            if (!way.isEmpty()) {
                join(way);
                groups.put(Names.snake(other) + "_id", Paths.column(other, "id"));
                fields(design.entity(other), groups, false);
            }
        }
        List<Sql.Output> outputs =
                new ArrayList<>(
                        groups.entrySet().stream()
                                .map(e -> new Sql.Output(e.getKey(), e.getValue()))
                                .toList());
        Scalar count = new Scalar.Call("count", List.of(Paths.column(main, "id")));
        outputs.add(new Sql.Output(Names.plural(Names.snake(main)), count));
        List<Sql.Order> order = new ArrayList<>(List.of(new Sql.Order(count, true)));
        groups.values().stream().findFirst().ifPresent(g -> order.add(new Sql.Order(g, false)));
        script.step(
                counted(outputs, groups, order),
                "count",
                Names.sentence(useCase.name())
                        + ": reads the whole period on purpose; no index helps a count over everything.",
                Transaction.Role.READ,
                List.of(),
                true,
                because);
    }
}
