package org.groundplan.trial.foreign;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.groundplan.model.Rule;
import org.groundplan.trial.attack.Schedules;
import org.groundplan.trial.attack.Session;
import org.groundplan.trial.postgres.Database;
import org.groundplan.trial.postgres.Failures;
import org.groundplan.trial.postgres.Postgres;
import org.jspecify.annotations.Nullable;

/**
 * Attacks statements that are not ours on a schema that is not ours: two clients in chosen orders
 * of their steps, from rows one step away from breaking a rule.
 */
public final class ForeignAttack implements AutoCloseable {
    private static final int MOST_ORDERS = 20;
    private static final String ROWS = "rows to begin with could not be made";

    private final Watch watch;
    private final ForeignDatabase database;
    private final Connection observer;
    private final Session a;
    private final Session b;
    private final List<ForeignScript> scripts = new ArrayList<>();
    private final Catalogue catalogue;
    private final Map<String, String> given;
    private final Map<ForeignScript, Usages> usages = new LinkedHashMap<>();
    private final Map<ForeignScript, Map<String, String>> types = new LinkedHashMap<>();

    /** A file of statements. */
    public record Source(String name, String file, String text) {}

    /** How it ended. */
    public enum Verdict {
        BROKEN,
        SURVIVED,
        NOT_RUN
    }

    /**
     * @param how in a sentence
     * @param timeline the violating interleaving, a step a line; empty when there is none
     * @param script the same for psql
     * @param orders interleavings that were run
     * @param notes what the reader should know beside
     */
    public record Result(
            Verdict verdict,
            String how,
            String timeline,
            String script,
            int orders,
            List<String> notes) {}

    private ForeignAttack(
            Postgres server,
            Database database,
            Watch watch,
            String schema,
            List<Source> sources,
            Map<String, String> given)
            throws SQLException, ForeignException {
        this.watch = watch;
        this.given = given;
        List<ForeignScript> read = new ArrayList<>();
        for (Source source : sources) {
            read.add(ForeignScript.of(source.name, source.file, source.text));
        }
        this.database = new ForeignDatabase(database, schema);
        this.catalogue = this.database.catalogue();
        for (ForeignScript script : read) {
            Usages met = Usages.of(this.database.owner(), catalogue, script);
            ForeignScript typed = this.database.typed(script, met);
            scripts.add(typed);
            usages.put(typed, met);
            types.put(typed, this.database.types(typed));
        }
        this.observer = server.observer();
        this.a = new Session(database.connect(), true);
        this.b = new Session(database.connect(), true);
    }

    /**
     * @param seconds after which it stops trying
     * @throws ForeignException when schema or statements cannot be used
     */
    public static ForeignAttack load(
            Postgres server,
            String schema,
            List<Source> sources,
            Map<String, String> given,
            int seconds)
            throws SQLException, ForeignException {
        Database database = server.strange();
        Watch watch = new Watch(server, database.name(), seconds);
        try {
            return new ForeignAttack(server, database, watch, schema, sources, given);
        } catch (SQLException | ForeignException | RuntimeException e) {
            watch.close();
            throw e;
        }
    }

    /** The schema as a brief with one rule, for whoever reads rules. */
    public String brief(String rule) {
        return ForeignBrief.of(catalogue, scripts, rule);
    }

    private record Run(
            String order,
            List<ForeignReplay.Event> events,
            List<String> setup,
            String endA,
            String endB,
            boolean doneA,
            boolean doneB,
            boolean violated) {
        int switches() {
            int n = 0;
            for (int i = 1; i < events.size(); i++) {
                n += events.get(i).side() == events.get(i - 1).side() ? 0 : 1;
            }
            return n * 100 + events.size();
        }
    }

    /**
     * @throws ForeignException when the rule cannot be tried on this schema
     */
    public Result attack(Rule rule) throws SQLException, ForeignException {
        Stage stage = new Stage(catalogue, rule, usages, types, given);
        Violations violations = new Violations(catalogue);
        String query = violations.of(rule, guarded(rule));
        database.run(violations.instruments(rule));
        if (usages.values().stream().allMatch(u -> u.plain() && u.written().isEmpty())) {
            throw new ForeignException(
                    "the statements write nothing", "an INSERT, UPDATE, DELETE or a function", "");
        }
        Map<String, Integer> refusals = new TreeMap<>();
        TreeSet<String> succeeded = new TreeSet<>();
        List<String> notes = new ArrayList<>();
        int orders = 0;
        int refused = 0;
        boolean late = false;
        for (int i = 0; i < scripts.size() && !late; i++) {
            for (int j = i; j < scripts.size() && !late; j++) {
                ForeignScript one = scripts.get(i);
                ForeignScript two = scripts.get(j);
                if (!meet(rule, one, two)) {
                    continue;
                }
                for (Stage.Plan plan : stage.plans(one, two)) {
                    List<Run> broken = new ArrayList<>();
                    for (String order : Schedules.of(one.turns(), two.turns(), MOST_ORDERS)) {
                        if (watch.over()) {
                            late = true;
                            break;
                        }
                        Run run;
                        try {
                            run = run(stage, one, two, plan, order, query);
                        } catch (SQLException e) {
                            if (!watch.why().isEmpty()) {
                                return stopped(orders);
                            }
                            refusals.merge(ROWS + ": " + Failures.said(e), 1, Integer::sum);
                            restart();
                            break;
                        }
                        if (run == null) {
                            break;
                        }
                        orders++;
                        if (run.doneA) {
                            succeeded.add(one.name());
                        } else {
                            refusals.merge(one.name() + ": " + run.endA, 1, Integer::sum);
                        }
                        if (run.doneB) {
                            succeeded.add(two.name());
                        } else {
                            refusals.merge(two.name() + ": " + run.endB, 1, Integer::sum);
                        }
                        refused += run.doneA && run.doneB ? 0 : 1;
                        if (run.violated) {
                            broken.add(run);
                        }
                    }
                    if (!broken.isEmpty()) {
                        Run shortest =
                                broken.stream()
                                        .min(Comparator.comparingInt(Run::switches))
                                        .orElseThrow();
                        return broken(
                                rule, violations, one, two, plan, shortest, orders, query, notes);
                    }
                }
            }
        }
        if (refused == 0 && !succeeded.isEmpty()) {
            notes.add(
                    "Nothing was ever refused or given way to: perhaps the rule was never at stake.");
        }
        if (late) {
            notes.add("The time was over before everything was tried.");
        }
        for (ForeignScript script : scripts) {
            if (!succeeded.contains(script.name())) {
                notes.add(
                        script.name()
                                + " never succeeded"
                                + refusals.entrySet().stream()
                                        .filter(e -> e.getKey().startsWith(script.name() + ": "))
                                        .max(Map.Entry.comparingByValue())
                                        .map(e ->
                                                ": "
                                                        + e.getKey()
                                                                .substring(
                                                                        script.name().length() + 2))
                                        .orElse("")
                                + ".");
            }
        }
        if (succeeded.isEmpty()) {
            String why =
                    refusals.entrySet().stream()
                            .max(Map.Entry.comparingByValue())
                            .map(Map.Entry::getKey)
                            .orElse("no two of the statements meet over this rule");
            return new Result(
                    Verdict.NOT_RUN,
                    "Could not be tried: " + why + ".",
                    "",
                    "",
                    orders,
                    why.startsWith(ROWS)
                            ? List.of("A row that fits can stand in the schema file, as an INSERT.")
                            : List.of("Values can be given: --param name=value."));
        }
        return new Result(
                Verdict.SURVIVED,
                "Survived "
                        + orders
                        + " interleavings; in "
                        + refused
                        + " of them one side was refused or had to give way. This is no proof.",
                "",
                "",
                orders,
                notes);
    }

    private Result stopped(int orders) {
        return new Result(
                Verdict.NOT_RUN,
                "Could not be tried: " + watch.why() + ", and a statement was still running.",
                "",
                "",
                orders,
                List.of());
    }

    /** A guard is about one use case against the others; any other rule is everybody's. */
    private static boolean meet(Rule rule, ForeignScript one, ForeignScript two) {
        return !(rule instanceof Rule.OnlyWhen r)
                || r.useCase().equals(ForeignBrief.words(one.name()))
                || r.useCase().equals(ForeignBrief.words(two.name()));
    }

    private String guarded(Rule rule) throws ForeignException {
        if (!(rule instanceof Rule.OnlyWhen r)) {
            return "";
        }
        for (ForeignScript script : scripts) {
            if (ForeignBrief.words(script.name()).equals(r.useCase())) {
                Usages u = java.util.Objects.requireNonNull(usages.get(script));
                String entity = catalogue.table(r.entity()).map(Catalogue.Table::name).orElse("");
                Optional<String> table =
                        u.inserted().stream()
                                .findFirst()
                                .or(() ->
                                        u.written().stream()
                                                .filter(t -> !t.equals(entity))
                                                .findFirst());
                return table.orElseThrow(() ->
                        new ForeignException(
                                script.name() + " writes no table but “" + entity + "” itself",
                                "a statement that inserts or changes a row that refers to it",
                                ""));
            }
        }
        throw new ForeignException(
                "no file is called “" + r.useCase() + "”",
                "the name of a --statement file at the beginning of the rule",
                scripts.getFirst().name() + " only when …");
    }

    private Result broken(
            Rule rule,
            Violations violations,
            ForeignScript one,
            ForeignScript two,
            Stage.Plan plan,
            Run run,
            int orders,
            String query,
            List<String> notes)
            throws ForeignException {
        boolean serial = !run.order.contains("BA") || !run.order.contains("AB");
        String who =
                one.equals(two)
                        ? one.name() + " twice"
                        : one.name() + " (A) and " + two.name() + " (B)";
        return new Result(
                Verdict.BROKEN,
                who
                        + ", "
                        + plan.words()
                        + ", "
                        + (serial ? "one after the other" : "in the order " + run.order)
                        + ": A "
                        + run.endA
                        + ", B "
                        + run.endB
                        + ". After that the rule does not hold any more.",
                ForeignReplay.timeline(run.events),
                ForeignReplay.script(
                        rule.text(),
                        database.schema(),
                        violations.instruments(rule),
                        run.setup,
                        database.sequences(),
                        run.events,
                        query),
                orders,
                notes);
    }

    private void restart() throws SQLException {
        for (Session session : List.of(a, b)) {
            try (Statement statement = session.connection().createStatement()) {
                statement.execute("ROLLBACK");
            }
        }
    }

    /** One interleaving; nothing when the rows to begin with break the rule already. */
    private @Nullable Run run(
            Stage stage,
            ForeignScript one,
            ForeignScript two,
            Stage.Plan plan,
            String order,
            String query)
            throws SQLException, ForeignException {
        database.reset();
        Stage.Ready ready =
                stage.prepare(
                        database.owner(),
                        one,
                        two,
                        plan,
                        (script, values) -> {
                            ForeignRun alone = new ForeignRun(a.connection(), script, values);
                            while (!alone.done()) {
                                alone.step();
                            }
                            return alone.succeeded()
                                    ? Optional.of(
                                            alone.trace().stream()
                                                    .map(ForeignRun.Sent::sql)
                                                    .toList())
                                    : Optional.empty();
                        });
        if (query.contains(Violations.NOTES)) {
            database.run(List.of("TRUNCATE " + Violations.NOTES));
        }
        long already = database.count(query);
        ForeignRun runA = new ForeignRun(a.connection(), one, ready.a());
        ForeignRun runB = new ForeignRun(b.connection(), two, ready.b());
        List<ForeignReplay.Event> events = new ArrayList<>();
        boolean violated = false;
        int[] shown = new int[2];
        for (char side : (order + "AB".repeat(40)).toCharArray()) {
            a.settle(observer);
            b.settle(observer);
            collect(events, runA, 'A', shown);
            collect(events, runB, 'B', shown);
            if (runA.done() && runB.done()) {
                break;
            }
            Session session = side == 'A' ? a : b;
            ForeignRun run = side == 'A' ? runA : runB;
            if (run.done() || session.waiting()) {
                continue;
            }
            session.step(run, observer);
            if (session.waiting()) {
                collect(events, run, side, shown);
                events.add(new ForeignReplay.Event(side, "…", 0, null, true));
            }
            if (!session.waiting()) {
                collect(events, run, side, shown);
            }
            violated |= database.count(query) > already;
        }
        a.settle(observer);
        b.settle(observer);
        collect(events, runA, 'A', shown);
        collect(events, runB, 'B', shown);
        violated |= database.count(query) > already;
        if (!runA.done() || !runB.done()) {
            throw new SQLException("an interleaving did not end: " + order);
        }
        return new Run(
                order,
                told(events),
                ready.setup(),
                runA.outcome(),
                runB.outcome(),
                runA.succeeded(),
                runB.succeeded(),
                violated);
    }

    private static void collect(
            List<ForeignReplay.Event> events, ForeignRun run, char side, int[] shown) {
        int index = side == 'A' ? 0 : 1;
        List<ForeignRun.Sent> trace = run.trace();
        for (; shown[index] < trace.size(); shown[index]++) {
            ForeignRun.Sent sent = trace.get(shown[index]);
            events.add(
                    new ForeignReplay.Event(
                            side, sent.sql(), sent.columns(), sent.answer(), false));
        }
    }

    /** What had to wait stands where it was sent, with what came of it. */
    private static List<ForeignReplay.Event> told(List<ForeignReplay.Event> events) {
        List<ForeignReplay.Event> result = new ArrayList<>(events);
        for (int i = 0; i < result.size(); i++) {
            ForeignReplay.Event here = result.get(i);
            if (!here.waits() || !here.sql().equals("…")) {
                continue;
            }
            for (int k = i + 1; k < result.size(); k++) {
                ForeignReplay.Event later = result.get(k);
                if (later.side() == here.side()) {
                    result.set(
                            i,
                            new ForeignReplay.Event(
                                    here.side(),
                                    later.sql(),
                                    later.columns(),
                                    later.answer(),
                                    true));
                    result.remove(k);
                    break;
                }
            }
        }
        result.removeIf(e -> e.sql().equals("…"));
        return result;
    }

    @Override
    public void close() throws SQLException {
        watch.close();
        a.close();
        b.close();
        observer.close();
        database.close();
    }
}
