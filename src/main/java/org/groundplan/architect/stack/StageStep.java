package org.groundplan.architect.stack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.groundplan.model.Decision;
import org.groundplan.model.Decision.Criterion;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Growth;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Stage;
import org.groundplan.model.Streams;
import org.groundplan.model.UseCase;

/**
 * The way from here: the flips of all decisions that growth leads to, nearest first. What makes the
 * step small is what was said for today's answer under reversibility; what it costs stands under
 * the simplicity of the next.
 */
public final class StageStep {
    /** Beyond so many times today a plan is a guess. */
    private static final double FAR = 1000;

    /** What does not grow by itself. */
    private static final Set<String> STILL =
            Set.of(
                    Fact.DOWNTIME.words,
                    Fact.SITES.words,
                    Fact.RTO.words,
                    Fact.RPO.words,
                    Fact.FRESH.words,
                    Fact.STALE.words,
                    Fact.BUDGET.words);

    private StageStep() {}

    private record Next(Decision decision, Decision.Flip flip, double times) {}

    public static Design apply(Design design) {
        List<Next> all = new ArrayList<>();
        for (Decision decision : design.all(Decision.class)) {
            for (Decision.Flip flip : decision.flips()) {
                boolean grows = flip.now() >= 0 && flip.at() > flip.now();
                double times = flip.now() > 0 ? flip.at() / flip.now() : 0;
                if (grows
                        && times <= FAR
                        && times > 0
                        && !STILL.contains(flip.fact())
                        && leads(design, decision, flip)) {
                    all.add(new Next(decision, flip, times));
                }
            }
        }
        all.sort(
                Comparator.comparing((Next n) -> n.flip().fact().equals(Fact.ENGINEERS.words))
                        .thenComparingDouble(Next::times)
                        .thenComparing(n -> n.decision().id())
                        .thenComparing(n -> n.flip().when()));
        List<Element> stages = new ArrayList<>();
        int order = 0;
        for (Next next : all) {
            order++;
            Decision d = next.decision();
            stages.add(
                    new Stage(
                            "stage:"
                                    + Names.slug(d.question())
                                    + "."
                                    + Names.slug(next.flip().fact()),
                            order,
                            measure(design, next.flip().fact()),
                            next.flip().value(),
                            Math.round(next.times() * 10) / 10.0,
                            when(design, next.flip(), next.times()),
                            d.question(),
                            d.chosen(),
                            next.flip().to(),
                            prepared(design, d, next.flip()),
                            left(design, d, next.flip()),
                            Origin.derived(
                                    "stages",
                                    "Found by deciding "
                                            + d.question()
                                            + " again over the range of "
                                            + next.flip().fact()
                                            + ".",
                                    List.of(d.id()))));
        }
        return design.with(stages);
    }

    private static String reason(Decision decision, String candidate, Criterion criterion) {
        return decision.candidates().stream()
                .filter(c -> c.name().equals(candidate))
                .flatMap(c -> c.scores().stream())
                .filter(s -> s.criterion() == criterion)
                .map(Decision.Score::reason)
                .findFirst()
                .orElse("");
    }

    /** A way back that is no better than none is said to be little. */
    private static String prepared(Decision decision) {
        int points =
                decision.candidates().stream()
                        .filter(c -> c.name().equals(decision.chosen()))
                        .flatMap(c -> c.scores().stream())
                        .filter(s -> s.criterion() == Criterion.REVERSIBILITY)
                        .mapToInt(Decision.Score::points)
                        .sum();
        String reason = reason(decision, decision.chosen(), Criterion.REVERSIBILITY);
        return points > 0 ? reason : "little: " + reason;
    }

    /** What somebody grows out of never leads to a smaller place to run. */
    private static boolean leads(Design design, Decision decision, Decision.Flip flip) {
        boolean people = flip.fact().equals(Fact.ENGINEERS.words);
        boolean style = decision.id().equals("decision:architecture-style");
        boolean there =
                design.all(Decision.class).stream().anyMatch(d -> d.chosen().equals(flip.to()));
        boolean answer = !there && (!flip.to().equals(Choice.NOTHING) || posts(design).isPresent());
        return people ? style && flip.at() <= CROWD * flip.now() : answer;
    }

    /** More people than so many times those there are is another company. */
    private static final double CROWD = 5;

    /** Whether two rows alike change in one transaction. */
    private static Optional<UseCase> posts(Design design) {
        return design.all(UseCase.class).stream()
                .filter(u ->
                        u.effects().stream()
                                .anyMatch(e -> e instanceof Effect.Append a && a.posts()))
                .findFirst();
    }

    /** What is kept is a forecast already; what comes in grows. */
    private static boolean kept(Decision.Flip flip) {
        return flip.fact().equals(Fact.BYTES.words)
                || flip.fact().equals(Fact.STREAM_BYTES.words)
                || flip.fact().equals(Fact.FILES.words)
                || flip.fact().equals(Fact.SEARCHED.words);
    }

    private static String when(Design design, Decision.Flip flip, double times) {
        return kept(flip)
                ? design.findQuantity("quantity:system.growth").isPresent()
                        ? "what retention leads to at today's rate"
                        : "what retention leads to"
                : flip.fact().equals(Fact.ENGINEERS.words) ? "" : Growth.when(design, times);
    }

    /** The stream by its name. */
    private static String measure(Design design, String fact) {
        String stream =
                Streams.largest(design)
                        .map(s -> Names.plural(Names.words(s)))
                        .orElse("the largest stream");
        return fact.equals(Fact.STREAM.words)
                ? stream + " written"
                : fact.equals(Fact.STREAM_BYTES.words) ? "data of " + stream : fact;
    }

    private static final String SPLIT = ", split by ";

    /** What is there already for a step: the key in the rows, or what speaks for today's answer. */
    private static String prepared(Design design, Decision decision, Decision.Flip flip) {
        int at = flip.to().indexOf(SPLIT);
        if (flip.to().equals(Choice.NOTHING)) {
            return "nothing";
        }
        if (at < 0) {
            return prepared(decision);
        }
        String key = flip.to().substring(at + SPLIT.length());
        List<Entity> below =
                design.all(Entity.class).stream()
                        .filter(e -> !Names.words(e.name()).equals(key))
                        .toList();
        long carry =
                below.stream()
                        .filter(e -> e.parents().stream().map(Names::words).anyMatch(key::equals))
                        .count();
        List<String> apart =
                below.stream()
                        .filter(e -> !reaches(design, e, key, new java.util.HashSet<>()))
                        .map(e -> Names.plural(Names.words(e.name())))
                        .toList();
        return carry
                + " of "
                + below.size()
                + (carry == 1 ? " tables carries" : " tables carry")
                + " the id of their "
                + key
                + (apart.isEmpty()
                        ? carry < below.size()
                                ? "; the others reach it through what they belong to"
                                : ""
                        : "; " + Names.list(apart) + " belong" + " to none, and stay together");
    }

    private static boolean reaches(
            Design design, Entity entity, String key, java.util.Set<String> seen) {
        return seen.add(entity.name())
                && entity.parents().stream()
                        .anyMatch(p ->
                                Names.words(p).equals(key)
                                        || reaches(design, design.entity(p), key, seen));
    }

    private static String left(Design design, Decision decision, Decision.Flip flip) {
        if (!flip.to().equals(Choice.NOTHING)) {
            return reason(decision, flip.to(), Criterion.SIMPLICITY);
        }
        return posts(design)
                .map(u ->
                        "“"
                                + u.name()
                                + "” changes two rows in one transaction: by whatever the rows are divided, some of it crosses, and becomes a hold on one side and a booking on the other")
                .orElse("a requirement has to give way");
    }
}
