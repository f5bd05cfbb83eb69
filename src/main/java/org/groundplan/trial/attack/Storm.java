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
    static final int CONNECTIONS = 16;
    static final int ROUNDS = 10;

    private Storm() {}

    /**
     * @param errors unexpected errors of the database, which are defects of the design
     */
    record Result(int attempts, long done, long refused, List<String> errors, long violations) {}

    static Result run(Design design, Arena arena, Scenario scenario) throws SQLException {
        List<Connection> connections = arena.crowd(CONNECTIONS);
        Seeder seeder = new Seeder(design, arena.owner, 5_000_000);
        List<Outcome> outcomes = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            outcomes.addAll(round(scenario, seeder, round, connections, arena.threads()));
        }
        List<String> errors =
                outcomes.stream()
                        .filter(Outcome::failed)
                        .map(Outcome::error)
                        .distinct()
                        .sorted()
                        .toList();
        long done = outcomes.stream().filter(Outcome::succeeded).count();
        return new Result(
                outcomes.size(),
                done,
                outcomes.size() - done,
                errors,
                Scheduler.count(arena.owner, scenario.violations()));
    }

    private static List<Outcome> round(
            Scenario scenario,
            Seeder seeder,
            int round,
            List<Connection> connections,
            ExecutorService threads)
            throws SQLException {
        Scenario.Pair pair = scenario.prepare().round(seeder, 10_000 + round);
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
