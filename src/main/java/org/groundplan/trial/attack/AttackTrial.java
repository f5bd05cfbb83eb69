package org.groundplan.trial.attack;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.groundplan.model.AccessRule;
import org.groundplan.model.Artefacts;
import org.groundplan.model.Design;
import org.groundplan.model.Effects;
import org.groundplan.model.Evidence;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Rule;
import org.groundplan.model.SumRule;
import org.groundplan.model.TableConstraint;
import org.groundplan.model.TimeRule;
import org.groundplan.trial.Tried;
import org.groundplan.trial.postgres.Database;
import org.groundplan.trial.postgres.Failures;
import org.groundplan.trial.postgres.Postgres;
import org.jspecify.annotations.Nullable;

/**
 * Attacks every rule through the statements the design prescribes: chosen interleavings first, then
 * a storm. An attack counts only if it breaks the same statements without their guard.
 */
public final class AttackTrial {
    static final int MOST_SCHEDULES = 24;

    /**
     * An unguarded mutant has to break within so many interleavings, or the attack proves nothing.
     */
    static final int TEETH = 3;

    private static final int LANES = 2;

    private final Design design;
    private final Setting setting;
    private final Postgres server;
    private final Database original;
    private final String role;
    private final Tried.Collector tried = new Tried.Collector();

    private AttackTrial(
            Design design, Artefacts artefacts, Postgres server, Database original, String role) {
        this.design = design;
        this.setting = new Setting(design, artefacts);
        this.server = server;
        this.original = original;
        this.role = role;
    }

    /**
     * @param original a database with the migrations applied, to which nobody is connected
     */
    public static Tried run(
            Design design, Artefacts artefacts, Postgres server, Database original, String role)
            throws SQLException {
        AttackTrial trial = new AttackTrial(design, artefacts, server, original, role);
        trial.lanes();
        return trial.tried.collected();
    }

    /** Several rules at a time: most of an attack is waiting. Each lane has its own database. */
    private void lanes() throws SQLException {
        Queue<Rule> waiting = new ConcurrentLinkedQueue<>(design.all(Rule.class));
        ExecutorService lanes =
                Executors.newFixedThreadPool(LANES, Thread.ofPlatform().daemon().factory());
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < LANES; i++) {
                Database database = server.copy(original);
                running.add(lanes.submit(() -> lane(database, waiting)));
            }
            for (Future<?> lane : running) {
                lane.get();
            }
        } catch (ExecutionException e) {
            throw new SQLException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", e);
        } finally {
            lanes.shutdownNow();
        }
    }

    private @Nullable Void lane(Database database, Queue<Rule> waiting) throws SQLException {
        try (Arena arena = new Arena(design, database, role)) {
            for (Rule rule = waiting.poll(); rule != null; rule = waiting.poll()) {
                try {
                    rule(arena, rule);
                } catch (SQLException | IllegalStateException e) {
                    String how = "The attack could not be set up: " + Failures.said(e);
                    evidence(rule, Evidence.Verdict.NOT_RUN, Evidence.Basis.NONE, how, "");
                }
            }
        }
        return null;
    }

    private List<Scenario> scenarios(Rule rule) {
        return switch (rule) {
            case Rule.AtMost r when setting.disarm(r).isEmpty() -> List.of();
            case Rule.AtMost r -> new CountAttack(setting).atMost(r);
            case Rule.Unique r -> new CountAttack(setting).unique(r);
            case Rule.Transitions r -> new MoveAttack(setting).of(r);
            case Rule.OnlyWhen r -> new GuardAttack(setting).of(r);
            case Rule.AtLeast r when setting.disarm(r).isEmpty() -> List.of();
            case Rule.AtLeast r -> new BoundAttack(setting).least(r);
            case Rule.NeverBelow r -> new BoundAttack(setting).below(r);
            case Rule.NeverAbove r -> new BoundAttack(setting).above(r);
            case Rule.NoOverlap r when setting.disarm(r).isEmpty() -> List.of();
            case Rule.NoOverlap r -> new OverlapAttack(setting).of(r);
            case Rule.AppendOnly r -> new HistoryAttack(setting).of(r);
            case SumRule r -> new SumAttack(setting).of(r);
            case TimeRule.Deadline r -> new TimeAttack(setting).deadline(r);
            case TimeRule.Lapse r -> new TimeAttack(setting).lapse(r);
            case AccessRule _, Rule.NotUnderstood _ -> List.of();
        };
    }

    private void rule(Arena arena, Rule rule) throws SQLException {
        boolean shows = Effects.shows(design, rule);
        if (rule instanceof AccessRule || shows) {
            return; // tried by access, not by concurrency
        }
        List<Scenario> scenarios = scenarios(rule);
        if (scenarios.isEmpty()) {
            String why =
                    rule instanceof Rule.NotUnderstood
                            ? "Not understood, so nothing enforces it."
                            : "No two operations of this design meet over it.";
            evidence(rule, Evidence.Verdict.NOT_RUN, Evidence.Basis.NONE, why, "");
            return;
        }
        Evidence.Verdict verdict = Evidence.Verdict.SURVIVED;
        List<String> how = new ArrayList<>();
        StringBuilder page =
                new StringBuilder(
                        "# “"
                                + rule.text()
                                + "”\n\n"
                                + rule.paraphrase()
                                + "\n\nIt forbids: "
                                + rule.counterexample()
                                + "\n");
        Map<String, Object> measured = new TreeMap<>();
        for (Scenario scenario : scenarios) {
            Result result = scenario(arena, scenario, page, slug(rule));
            verdict = verdict.worst(result.verdict);
            how.add(result.how);
            measured.put(scenario.name(), result.measured);
        }
        if (rule instanceof Rule.AppendOnly history && provable(history)) {
            Tampering.Result tampering = Tampering.run(design, history, server.copy(original));
            String said = said(history, tampering);
            page.append("\n## Tampering\n\n").append(said).append("\n");
            how.add(said);
            if (!tampering.missed().isEmpty()) {
                verdict = Evidence.Verdict.BROKEN;
            }
        }
        String file = "evidence/attacks/" + slug(rule) + ".md";
        page.append(
                "\nThis is no proof: other interleavings, versions and faults were not tried.\n");
        tried.file(file, page.toString());
        tried.measured("attacks", slug(rule), measured);
        evidence(rule, verdict, Evidence.Basis.INTERPRETED_DESIGN, String.join(" ", how), file);
    }

    private boolean provable(Rule.AppendOnly rule) {
        return rule.provable()
                && design.all(TableConstraint.class).stream()
                        .flatMap(c -> c.create().stream())
                        .anyMatch(sql -> sql.contains("CREATE VIEW " + rule.proof() + " "));
    }

    private static String said(Rule.AppendOnly rule, Tampering.Result tampering) {
        return tampering.missed().isEmpty()
                ? "With the triggers off, the owner "
                        + String.join(", ", tampering.tried())
                        + ": "
                        + rule.proof()
                        + " noticed each, and stayed empty before, whatever the time zone of the session."
                : "The proof fails: " + String.join("; ", tampering.missed()) + ".";
    }

    private static String slug(Rule rule) {
        return Names.file(rule.text());
    }

    private void evidence(
            Rule rule, Evidence.Verdict verdict, Evidence.Basis basis, String how, String file) {
        tried.evidence(
                new Evidence(
                        "evidence:rule-" + slug(rule),
                        rule.id(),
                        verdict,
                        basis,
                        how,
                        file,
                        Origin.derived("attack", how, List.of(rule.id()))));
    }

    private record Result(Evidence.Verdict verdict, String how, Map<String, Object> measured) {}

    private Result scenario(Arena arena, Scenario scenario, StringBuilder page, String slug)
            throws SQLException {
        Scheduler scheduler = new Scheduler(design, arena);
        arena.prepare(scenario);
        List<Scheduler.Run> runs =
                scheduler.run(scenario, scenario.prepare(), MOST_SCHEDULES, false);
        arena.prepare(scenario);
        Storm.Result storm = Storm.run(design, arena, scenario);
        List<Scheduler.Run> mutant;
        if (scenario.disarm().isEmpty()) {
            arena.prepare(scenario);
            mutant = scheduler.run(scenario, scenario.mutant(), MOST_SCHEDULES, true);
        } else {
            try (Arena bare = new Arena(design, server.copy(original), role)) {
                bare.prepareUnguarded(scenario);
                mutant =
                        new Scheduler(design, bare)
                                .run(scenario, scenario.mutant(), MOST_SCHEDULES, true);
            }
        }
        return judge(scenario, runs, storm, mutant, page, slug);
    }

    private Result judge(
            Scenario scenario,
            List<Scheduler.Run> runs,
            Storm.Result storm,
            List<Scheduler.Run> mutant,
            StringBuilder page,
            String slug) {
        Scheduler.Run broken =
                runs.stream().filter(r -> r.violated() || r.failed()).findFirst().orElse(null);
        Scheduler.Run last = mutant.getLast();
        boolean teeth = last.violated() && mutant.size() <= TEETH;
        String what = scenario.name().replace('-', ' ');
        page.append("\n## ").append(Names.sentence(what)).append("\n\n");
        Evidence.Verdict verdict;
        String how;
        if (broken != null) {
            verdict = Evidence.Verdict.BROKEN;
            how =
                    Names.sentence(what)
                            + ": broken in the order "
                            + broken.schedule()
                            + " (A "
                            + broken.a()
                            + ", B "
                            + broken.b()
                            + ").";
            tried.file(
                    "evidence/attacks/" + slug + "." + scenario.name() + ".broken.sql",
                    Replay.script(scenario, broken, false));
            page.append(how)
                    .append("\n\n")
                    .append(Replay.timeline(broken.events(), broken.whoA(), broken.whoB()));
        } else if (storm.violations() > 0 || !storm.errors().isEmpty()) {
            verdict = Evidence.Verdict.BROKEN;
            how =
                    Names.sentence(what)
                            + ": "
                            + (storm.violations() > 0
                                    ? "violated in a storm."
                                    : "unexpected error in a storm: " + storm.errors().getFirst());
            page.append(how).append("\n");
        } else if (!teeth) {
            verdict = Evidence.Verdict.NOT_RUN;
            how =
                    Names.sentence(what)
                            + ": the attack did not break the unguarded statements within "
                            + TEETH
                            + " interleavings, so surviving it means nothing.";
            page.append(how).append("\n");
        } else {
            verdict = Evidence.Verdict.SURVIVED;
            how =
                    Names.sentence(what)
                            + ": "
                            + runs.size()
                            + " interleavings and "
                            + storm.attempts()
                            + " attempts on "
                            + Storm.CONNECTIONS
                            + " connections; unguarded it breaks at interleaving "
                            + mutant.size()
                            + ".";
            page.append(how).append("\n\n").append(outcomes(runs));
        }
        if (last.violated()) {
            String replay = slug + "." + scenario.name() + ".unguarded.sql";
            tried.file("evidence/attacks/" + replay, Replay.script(scenario, last, true));
            page.append("\nWithout the guard, in the order ")
                    .append(last.schedule())
                    .append(" ([replay](")
                    .append(replay)
                    .append(")):\n\n");
            page.append(Replay.timeline(last.events(), last.whoA(), last.whoB()));
        }
        Map<String, Object> measured = new TreeMap<>();
        measured.put("stormDone", storm.done());
        measured.put("stormRefused", storm.refused());
        return new Result(verdict, how, measured);
    }

    /** How the interleavings ended, counted. */
    private static String outcomes(List<Scheduler.Run> runs) {
        Map<String, Integer> counts = new TreeMap<>();
        runs.forEach(r -> counts.merge("A " + r.a() + ", B " + r.b(), 1, Integer::sum));
        StringBuilder out = new StringBuilder("| how it ended | interleavings |\n| --- | --- |\n");
        counts.forEach(
                (end, n) -> out.append("| ").append(end).append(" | ").append(n).append(" |\n"));
        return out.toString();
    }
}
