package org.groundplan.trial.attack;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.groundplan.model.Design;
import org.groundplan.trial.interpreter.Execution;
import org.groundplan.trial.interpreter.Outcome;
import org.groundplan.trial.interpreter.Seeder;

/**
 * Runs two transactions in a chosen order of their statements, and knows when one waits for the
 * other.
 */
final class Scheduler {
    private final Design design;
    private final Arena arena;

    Scheduler(Design design, Arena arena) {
        this.design = design;
        this.arena = arena;
    }

    /**
     * One interleaving and what came of it.
     *
     * @param setup statements that prepared it
     * @param events statements in the order they took effect, each with its side
     */
    record Run(
            String schedule,
            List<String> setup,
            List<Event> events,
            String whoA,
            String whoB,
            String a,
            String b,
            boolean violated,
            boolean failed) {}

    /**
     * @param waits true when the statement had to wait for the other side
     */
    record Event(char side, String sql, boolean waits) {}

    /**
     * @param stopAtFirst true for mutants: the first violation is enough
     */
    List<Run> run(
            Scenario scenario, Scenario.Preparation preparation, int most, boolean stopAtFirst)
            throws SQLException {
        List<Run> runs = new ArrayList<>();
        Seeder seeder = new Seeder(design, arena.owner, 10_000);
        Scenario.Pair first = preparation.round(seeder, 0);
        seeder.takeTrace();
        List<String> schedules = Schedules.of(steps(first.a()), steps(first.b()), most);
        for (int i = 0; i < schedules.size(); i++) {
            seeder.forget();
            Scenario.Pair pair = preparation.round(seeder, i + 1);
            Run run =
                    one(
                            scenario,
                            schedules.get(i),
                            pair,
                            seeder.takeTrace(),
                            arena.a,
                            arena.b,
                            arena.observer);
            runs.add(run);
            if (run.violated && stopAtFirst) {
                break;
            }
        }
        return runs;
    }

    private static int steps(Attacker side) {
        return 1 + (int) side.script().lines().stream().filter(l -> !l.kind().aside()).count();
    }

    private Run one(
            Scenario scenario,
            String schedule,
            Scenario.Pair pair,
            List<String> setup,
            Session a,
            Session b,
            Connection observer)
            throws SQLException {
        scenario.reset(arena.owner);
        long already = count(observer, scenario.violations());
        Execution ea = new Execution(a.connection(), pair.a().script(), pair.a().values());
        Execution eb = new Execution(b.connection(), pair.b().script(), pair.b().values());
        List<Event> events = new ArrayList<>();
        for (char side : (schedule + "AB".repeat(12)).toCharArray()) {
            a.settle(observer);
            b.settle(observer);
            boolean isA = side == 'A';
            Session session = isA ? a : b;
            Execution execution = isA ? ea : eb;
            if (execution.done() || session.waiting()) {
                continue;
            }
            int before = execution.trace().size();
            session.step(execution::step, observer);
            boolean waits = session.waiting();
            List<String> sent = execution.trace();
            for (int i = before; i < Math.max(sent.size(), before + 1); i++) {
                boolean last = i >= sent.size() - 1;
                events.add(new Event(side, i < sent.size() ? sent.get(i) : "…", waits && last));
            }
        }
        a.settle(observer);
        b.settle(observer);
        if (!ea.done() || !eb.done()) {
            throw new SQLException("an interleaving did not end: " + schedule);
        }
        long violations = count(observer, scenario.violations()) - already;
        boolean failed = ea.outcome().failed() || eb.outcome().failed();
        return new Run(
                schedule,
                setup,
                events,
                pair.a().who(),
                pair.b().who(),
                word(ea.outcome()),
                word(eb.outcome()),
                violations > 0,
                failed);
    }

    private static String word(Outcome outcome) {
        return outcome.failed()
                ? outcome.error()
                : outcome.succeeded() ? "done" : outcome.refusal().replace("refusal:", "refused: ");
    }

    static long count(Connection observer, String sql) throws SQLException {
        try (Statement statement = observer.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
