package org.groundplan.trial.failure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.groundplan.model.Artefacts;
import org.groundplan.model.Design;
import org.groundplan.model.Evidence;
import org.groundplan.model.Names;
import org.groundplan.model.Operation;
import org.groundplan.model.Origin;
import org.groundplan.model.Transaction;
import org.groundplan.trial.Tried;
import org.groundplan.trial.contract.Provocation;
import org.groundplan.trial.interpreter.Interpreter;
import org.groundplan.trial.interpreter.Outcome;
import org.groundplan.trial.interpreter.Script;
import org.groundplan.trial.interpreter.Seeder;
import org.groundplan.trial.interpreter.Tables;
import org.groundplan.trial.postgres.Database;
import org.jspecify.annotations.Nullable;

/**
 * The client that repeats after a lost answer, twice in a row and twice at once; and the worker
 * that dies between two statements.
 */
public final class FailureTrial {
    private final Design design;
    private final Artefacts artefacts;
    private final Database database;
    private final String role;
    private final List<String> lines = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private FailureTrial(Design design, Artefacts artefacts, Database database, String role) {
        this.design = design;
        this.artefacts = artefacts;
        this.database = database;
        this.role = role;
    }

    /**
     * @param database with the migrations applied; ours to fill
     */
    public static Tried run(Design design, Artefacts artefacts, Database database, String role)
            throws SQLException {
        Tried.Collector tried = new Tried.Collector();
        FailureTrial trial = new FailureTrial(design, artefacts, database, role);
        int repeated = trial.repeats();
        StringBuilder page =
                new StringBuilder(
                        "# When an answer is lost, or a worker dies\n\n## The same request again\n\nEach was sent, sent again, and another one sent twice at the same time; the tables were compared.\n\n| operation | again | twice at once |\n| --- | --- | --- |\n");
        trial.lines.forEach(page::append);
        trial.lines.clear();
        Workers workers = new Workers(design, artefacts, database, role);
        int died = workers.run(trial.lines, trial.faults);
        page.append(
                "\n## A worker dies\n\nIts connection is ended by the database after each statement before the commit; then another one runs.\n\n| job | what the dead one left | the next run |\n| --- | --- | --- |\n");
        trial.lines.forEach(page::append);
        if (trial.lines.isEmpty()) {
            page.append("| none | – | – |\n");
        }
        if (!workers.refusals.isEmpty()) {
            page.append(
                    "\n## A receiver refuses one message for ever\n\nThe oldest of three; the clock is moved on to when it is tried next.\n\n| job | the others | the refused one is tried |\n| --- | --- | --- |\n");
            workers.refusals.forEach(page::append);
        }
        if (repeated == 0 && died == 0 && trial.faults.isEmpty()) {
            return tried.collected(); // nothing changes anything
        }
        tried.file("evidence/failures.md", page.toString());
        String how =
                trial.faults.isEmpty()
                        ? repeated
                                + " operations sent twice, in a row and at once: nothing happened twice, and each new row was answered with the first result. "
                                + (died == 0
                                        ? "No job to kill."
                                        : died
                                                + " deaths of workers between two statements: nothing was lost or left half, and the next run took it up.")
                                + (workers.refusals.isEmpty()
                                        ? ""
                                        : " A message that is refused for ever holds up no other.")
                        : "Broken: " + String.join("; ", trial.faults) + ".";
        tried.evidence(
                new Evidence(
                        "evidence:failures",
                        "operations",
                        trial.faults.isEmpty()
                                ? Evidence.Verdict.OBSERVED
                                : Evidence.Verdict.BROKEN,
                        Evidence.Basis.INTERPRETED_DESIGN,
                        how,
                        "evidence/failures.md",
                        Origin.derived("failures", how, List.of())));
        return tried.collected();
    }

    private int repeats() throws SQLException {
        int tried = 0;
        try (Connection owner = database.connect();
                Connection a = database.connectAs(Names.sql(role));
                Connection b = database.connectAs(Names.sql(role));
                ExecutorService threads =
                        Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().factory())) {
            a.setAutoCommit(false);
            b.setAutoCommit(false);
            Seeder seeder = new Seeder(design, owner, 90_000_000);
            for (Operation operation : design.all(Operation.class)) {
                boolean changes =
                        operation.style().equals("rest") && !operation.method().equals("GET");
                if (changes) {
                    Tables.empty(design, owner);
                    tried += operation(operation, seeder, owner, a, b, threads) ? 1 : 0;
                }
            }
        }
        return tried;
    }

    private boolean operation(
            Operation operation,
            Seeder seeder,
            Connection owner,
            Connection a,
            Connection b,
            ExecutorService threads)
            throws SQLException {
        Transaction transaction =
                design.get(
                        Transaction.class,
                        operation.useCase().replace("use-case:", "transaction:"));
        Script script = Script.of(design, artefacts, transaction);
        boolean keyed = script.lines().stream().anyMatch(l -> l.kind() == Script.Kind.AGAIN);
        String name = operation.method() + " " + operation.path();
        Map<String, @Nullable Object> values = request(seeder, transaction);
        if (values == null) {
            return false;
        }
        Outcome first = Interpreter.execute(a, script, values);
        if (!first.succeeded()) {
            return false; // its recording says so already
        }
        Map<String, String> after = Tables.state(design, owner);
        Outcome second = Interpreter.execute(a, script, values);
        String again = judged(name, keyed, first, second, after, Tables.state(design, owner));
        Tables.empty(design, owner);
        Map<String, @Nullable Object> once = request(seeder, transaction);
        String both = once == null ? "–" : atOnce(name, keyed, script, once, a, b, threads);
        lines.add("| " + name + " | " + again + " | " + both + " |\n");
        return true;
    }

    private @Nullable Map<String, @Nullable Object> request(Seeder seeder, Transaction transaction)
            throws SQLException {
        Map<String, @Nullable Object> values =
                new Provocation(design, seeder).provoke(transaction, "").values();
        return values == null ? null : new TreeMap<>(values);
    }

    private String judged(
            String name,
            boolean keyed,
            Outcome first,
            Outcome second,
            Map<String, String> before,
            Map<String, String> after) {
        if (!before.equals(after)) {
            if (second.succeeded() && !keyed) {
                return "changes it again: it sets what the request says";
            }
            faults.add(name + " happens twice when it is sent again");
            return "**happens twice**";
        }
        if (second.failed()) {
            faults.add(name + " fails when it is sent again: " + second.error());
            return "**" + second.error() + "**";
        }
        if (!keyed) {
            return second.succeeded()
                    ? "changes nothing more"
                    : "refused: " + second.refusal().replace("refusal:", "");
        }
        boolean same = second.succeeded() && second.rows().equals(first.rows());
        if (!same) {
            faults.add(name + " is not answered with the first result when it is sent again");
            return "**another answer**";
        }
        return "the first result";
    }

    private String atOnce(
            String name,
            boolean keyed,
            Script script,
            Map<String, @Nullable Object> values,
            Connection a,
            Connection b,
            ExecutorService threads)
            throws SQLException {
        Future<Outcome> one = threads.submit(() -> Interpreter.execute(a, script, values));
        Future<Outcome> two = threads.submit(() -> Interpreter.execute(b, script, values));
        Outcome left = ended(one);
        Outcome right = ended(two);
        int done = (left.succeeded() ? 1 : 0) + (right.succeeded() ? 1 : 0);
        if (left.failed() || right.failed()) {
            faults.add(
                    name + " fails when it is sent twice at once: " + left.error() + right.error());
            return "**fails**";
        }
        if (keyed && (done != 2 || !left.rows().equals(right.rows()))) {
            faults.add(name + " gives two answers when it is sent twice at once");
            return "**two answers**";
        }
        return keyed
                ? "one row, one answer"
                : done == 1 ? "one is done, the other refused" : "both say the same";
    }

    private static Outcome ended(Future<Outcome> future) throws SQLException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", e);
        } catch (ExecutionException e) {
            throw new SQLException(e.getCause());
        }
    }
}
