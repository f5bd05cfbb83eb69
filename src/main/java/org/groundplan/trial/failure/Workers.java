package org.groundplan.trial.failure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.model.Artefacts;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Entity;
import org.groundplan.model.Names;
import org.groundplan.model.Numbers;
import org.groundplan.model.Operation;
import org.groundplan.model.Rule;
import org.groundplan.model.TimeRule;
import org.groundplan.model.Transaction;
import org.groundplan.model.Unit;
import org.groundplan.model.UseCase;
import org.groundplan.trial.interpreter.Bindings;
import org.groundplan.trial.interpreter.Execution;
import org.groundplan.trial.interpreter.Ids;
import org.groundplan.trial.interpreter.Interpreter;
import org.groundplan.trial.interpreter.Outcome;
import org.groundplan.trial.interpreter.Row;
import org.groundplan.trial.interpreter.Script;
import org.groundplan.trial.interpreter.Seeder;
import org.groundplan.trial.interpreter.Tables;
import org.groundplan.trial.postgres.Database;
import org.jspecify.annotations.Nullable;

/** Jobs whose worker is ended by the database in the middle. */
final class Workers {
    private static final int WAITING = 3;

    /** What became of messages that a receiver refused, a line for each job. */
    final List<String> refusals = new java.util.ArrayList<>();

    private final Design design;
    private final Artefacts artefacts;
    private final Database database;
    private final String role;

    Workers(Design design, Artefacts artefacts, Database database, String role) {
        this.design = design;
        this.artefacts = artefacts;
        this.database = database;
        this.role = role;
    }

    /** Number of deaths. */
    int run(List<String> lines, List<String> faults) throws SQLException {
        int deaths = 0;
        try (Connection owner = database.connect()) {
            Seeder seeder = new Seeder(design, owner, 95_000_000);
            for (Operation operation : design.all(Operation.class)) {
                if (operation.style().equals("job")) {
                    deaths += job(operation, seeder, owner, lines, faults);
                }
            }
        }
        return deaths;
    }

    private int job(
            Operation operation,
            Seeder seeder,
            Connection owner,
            List<String> lines,
            List<String> faults)
            throws SQLException {
        Transaction transaction =
                design.get(
                        Transaction.class,
                        operation.useCase().replace("use-case:", "transaction:"));
        UseCase useCase = design.useCase(operation.useCase());
        Script script = Script.of(design, artefacts, transaction);
        Tables.empty(design, owner);
        seeder.forget();
        if (!waiting(useCase, transaction, seeder)) {
            lines.add(
                    "| " + useCase.name() + " | not tried: what it finds due is not known | – |\n");
            return 0;
        }
        Map<String, String> before = Tables.state(design, owner);
        int deaths = 0;
        long statements = script.lines().stream().filter(l -> !l.kind().aside()).count();
        for (int after = 1; after <= statements; after++) {
            die(script, values(transaction), after, owner);
            deaths++;
            if (!Tables.state(design, owner).equals(before)) {
                faults.add("“" + useCase.name() + "” leaves something half when its worker dies");
            }
        }
        try (Connection next = database.connectAs(Names.sql(role))) {
            next.setAutoCommit(false);
            Outcome outcome = Interpreter.execute(next, script, values(transaction));
            Map<String, String> done = Tables.state(design, owner);
            boolean taken = outcome.succeeded() && !done.equals(before);
            if (!taken) {
                faults.add(
                        "“"
                                + useCase.name()
                                + "” is not taken up by the next run"
                                + (outcome.failed() ? ": " + outcome.error() : ""));
            }
            lines.add(
                    "| "
                            + useCase.name()
                            + " | nothing, "
                            + deaths
                            + (deaths == 1 ? " time" : " times")
                            + " | "
                            + (taken ? "does all " + WAITING : "**does not take it up**")
                            + " |\n");
        }
        if (useCase.followsOn()) {
            refused(useCase, transaction, script, seeder, owner, faults);
        }
        return deaths;
    }

    /** Failures after which nothing tries a message again, and one more. */
    private static final int MANY = 13;

    /**
     * A receiver refuses one of three messages for ever: the others go out in the same run, and it
     * is tried a number of times, ever later, and then left.
     */
    private void refused(
            UseCase useCase,
            Transaction transaction,
            Script script,
            Seeder seeder,
            Connection owner,
            List<String> faults)
            throws SQLException {
        if (script.lines().stream().noneMatch(l -> l.kind() == Script.Kind.OTHERWISE)) {
            return;
        }
        Tables.empty(design, owner);
        seeder.forget();
        waiting(useCase, transaction, seeder);
        Object refuses = oldest(owner);
        List<Long> pauses = new java.util.ArrayList<>();
        long left = 0;
        Instant now = Seeder.NOW.toInstant();
        try (Connection worker = database.connectAs(Names.sql(role))) {
            worker.setAutoCommit(false);
            for (int run = 1; run <= MANY; run++) {
                Map<String, @Nullable Object> values = values(transaction);
                values.put("now", now.atOffset(java.time.ZoneOffset.UTC));
                Execution execution =
                        new Execution(worker, script, values)
                                .failing(row -> refuses.equals(row.get("id")));
                while (!execution.done()) {
                    execution.step();
                }
                if (run == 1) {
                    left = count(owner);
                }
                Instant next = notBefore(owner);
                if (next.isAfter(now)) {
                    pauses.add(Duration.between(now, next).toSeconds());
                    now = next;
                }
            }
        }
        boolean passed = left == 1;
        boolean ended = pauses.size() == MANY - 1 && count(owner) == 1;
        if (!passed) {
            faults.add("“" + useCase.name() + "”: a message that is refused holds up the others");
        }
        if (!ended) {
            faults.add(
                    "“"
                            + useCase.name()
                            + "”: a message that is refused is tried "
                            + pauses.size()
                            + " times");
        }
        refusals.add(
                "| "
                        + useCase.name()
                        + " | "
                        + (passed
                                ? "the two others went out in the first run"
                                : "**held up the others**")
                        + " | "
                        + pauses.size()
                        + " times, after "
                        + pauses.stream()
                                .map(p ->
                                        Numbers.print(java.math.BigDecimal.valueOf(p), Unit.SECOND))
                                .distinct()
                                .collect(java.util.stream.Collectors.joining(", "))
                        + "; then it stays |\n");
    }

    private static Object oldest(Connection owner) throws SQLException {
        return one(owner, "SELECT id FROM outbox_message ORDER BY not_before LIMIT 1");
    }

    private static long count(Connection owner) throws SQLException {
        return ((Number) one(owner, "SELECT count(*) FROM outbox_message")).longValue();
    }

    private static Instant notBefore(Connection owner) throws SQLException {
        return ((java.sql.Timestamp) one(owner, "SELECT max(not_before) FROM outbox_message"))
                .toInstant();
    }

    private static Object one(Connection owner, String sql) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getObject(1);
        }
    }

    private Map<String, @Nullable Object> values(Transaction transaction) {
        return new TreeMap<>(Bindings.of(design, transaction, Map.of(), Ids.next(), 1));
    }

    /** Rows that the job has to deal with; false where it is not known what they are. */
    private boolean waiting(UseCase useCase, Transaction transaction, Seeder seeder)
            throws SQLException {
        if (useCase.followsOn()) {
            for (int i = 0; i < WAITING; i++) {
                seeder.row(
                        Effect.Emit.MESSAGE,
                        Map.of(),
                        null,
                        Map.of(
                                "topic",
                                useCase.slug(),
                                "attempts",
                                0L,
                                "not_before",
                                Seeder.NOW.minusSeconds(60L - i)));
            }
            return true;
        }
        if (useCase.origin().step().equals("retention")) {
            old(useCase.writes().getFirst(), seeder);
            return true;
        }
        for (TimeRule.Lapse rule : design.all(TimeRule.Lapse.class)) {
            boolean sweeps =
                    transaction.steps().stream()
                            .flatMap(s ->
                                    design.find(s.statement()).stream()
                                            .flatMap(x -> x.origin().from().stream()))
                            .anyMatch(rule.id()::equals);
            if (sweeps && !rule.from().isEmpty()) {
                for (int i = 0; i < WAITING; i++) {
                    lapsed(rule, seeder);
                }
                return true;
            }
        }
        return false;
    }

    /** Rows that have been kept long enough, and one that has not. */
    private void old(String entity, Seeder seeder) throws SQLException {
        long keep = design.quantity("quantity:" + Names.slug(entity) + ".keep").value().longValue();
        String end =
                design.all(Rule.Transitions.class).stream()
                        .filter(r -> r.entity().equals(entity))
                        .flatMap(r ->
                                design.entity(entity).states().stream()
                                        .flatMap(f -> f.values().stream())
                                        .filter(r::isFinal))
                        .findFirst()
                        .orElse(null);
        for (int i = 0; i < WAITING; i++) {
            Row row =
                    seeder.row(
                            entity,
                            Map.of(),
                            end,
                            Map.of("created_at", Seeder.NOW.minusSeconds(keep + 86_400)));
            parts(entity, row.context(), seeder);
        }
        seeder.row(entity, Map.of(), end, Map.of("created_at", Seeder.NOW));
    }

    /** One of each kind of part, and of theirs: they have to be able to go, too. */
    private void parts(String entity, Map<String, Row> above, Seeder seeder) throws SQLException {
        for (Entity part : design.all(Entity.class)) {
            if (entity.equals(part.partOf())) {
                parts(part.name(), seeder.row(part.name(), above, null).context(), seeder);
            }
        }
    }

    private void lapsed(TimeRule.Lapse rule, Seeder seeder) throws SQLException {
        Object longAgo = Seeder.NOW.minusSeconds(rule.seconds().longValue() + 86_400);
        Map<String, Object> fixed = new TreeMap<>(Map.of("created_at", longAgo));
        design.tableOf(rule.entity()).columns().stream()
                .filter(c -> c.name().endsWith("_since"))
                .forEach(c -> fixed.put(c.name(), longAgo));
        seeder.row(rule.entity(), Map.of(), rule.from().getFirst(), fixed);
    }

    /** Runs so many statements, and is then ended from outside. */
    private void die(
            Script script, Map<String, @Nullable Object> values, int after, Connection owner)
            throws SQLException {
        Connection worker = database.connectAs(Names.sql(role));
        try {
            worker.setAutoCommit(false);
            int pid = pid(worker);
            Execution execution = new Execution(worker, script, values);
            for (int i = 0; i < after && !execution.done(); i++) {
                execution.step();
            }
            end(owner, pid);
        } finally {
            try {
                worker.close();
            } catch (SQLException e) {
                // it is gone, as intended
            }
        }
    }

    private static int pid(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Returns when it is gone with all it held. */
    private static void end(Connection owner, int pid) throws SQLException {
        try (PreparedStatement statement =
                owner.prepareStatement("SELECT pg_terminate_backend(?, 5000)")) {
            statement.setInt(1, pid);
            statement.execute();
        }
    }
}
