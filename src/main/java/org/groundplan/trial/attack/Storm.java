package org.groundplan.trial.attack;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.groundplan.model.Design;
import org.groundplan.trial.interpreter.Interpreter;
import org.groundplan.trial.interpreter.Outcome;
import org.groundplan.trial.interpreter.Seeder;

/**
 * Many connections at once against the same rows: no order is chosen, so this finds what the
 * schedules did not think of.
 */
final class Storm {
    static final int CONNECTIONS = 32;
    static final int ROUNDS = 5;

    private Storm() {}

    /**
     * @param errors unexpected errors of the database, which are defects of the design
     */
    record Result(int attempts, long done, long refused, List<String> errors, long violations) {}

    static Result run(Design design, Arena arena, Scenario scenario) throws SQLException {
        List<Connection> connections = arena.crowd(CONNECTIONS);
        Seeder seeder = new Seeder(design, arena.owner, 5_000_000);
        List<Outcome> outcomes = new ArrayList<>();
        long violations = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Scenario.Pair pair = scenario.prepare().round(seeder, 10_000 + round);
            scenario.reset(arena.owner);
            long before = Scheduler.count(arena.owner, scenario.violations());
            outcomes.addAll(round(pair, connections, arena.threads()));
            violations += Scheduler.count(arena.owner, scenario.violations()) - before;
        }
        List<String> errors =
                outcomes.stream()
                        .filter(Outcome::failed)
                        .map(Outcome::error)
                        .distinct()
                        .sorted()
                        .toList();
        long done = outcomes.stream().filter(Outcome::succeeded).count();
        return new Result(outcomes.size(), done, outcomes.size() - done, errors, violations);
    }

    private static List<Outcome> round(
            Scenario.Pair pair, List<Connection> connections, ExecutorService threads)
            throws SQLException {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Outcome>> running = new ArrayList<>();
        for (int i = 0; i < connections.size(); i++) {
            Connection connection = connections.get(i);
            Attacker side = i % 2 == 0 ? pair.a() : pair.b();
            boolean fresh = i > 1;
            running.add(
                    threads.submit(() -> {
                        go.await();
                        return Interpreter.execute(
                                connection,
                                side.script(),
                                fresh ? Fresh.values(side.values()) : side.values());
                    }));
        }
        go.countDown();
        List<Outcome> outcomes = new ArrayList<>();
        for (Future<Outcome> future : running) {
            try {
                outcomes.add(future.get());
            } catch (ExecutionException e) {
                throw new SQLException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SQLException("interrupted", e);
            }
        }
        return outcomes;
    }
}
