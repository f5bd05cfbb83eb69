package org.groundplan.architect.stack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundplan.model.Decision;
import org.groundplan.model.Decision.Criterion;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Stage;
import org.jspecify.annotations.Nullable;

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
                if (grows && times <= FAR && times > 0 && !STILL.contains(flip.fact())) {
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
                            next.flip().fact(),
                            next.flip().value(),
                            Math.round(next.times() * 10) / 10.0,
                            next.flip().fact().equals(Fact.ENGINEERS.words)
                                    ? ""
                                    : when(design, next.times()),
                            d.question(),
                            d.chosen(),
                            next.flip().to(),
                            prepared(d),
                            next.flip().to().equals(Choice.NOTHING)
                                    ? "a requirement has to give way"
                                    : reason(d, next.flip().to(), Criterion.SIMPLICITY),
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

    private static final Pattern PERIOD =
            Pattern.compile("(\\d+|an?|one|two|three|five)? ?(year|month)s?");

    /** When a growth that the brief states gets there: {@code in about 5 months}; else empty. */
    private static String when(Design design, double times) {
        return design.findQuantity("quantity:system.growth")
                .filter(q -> q.value().doubleValue() > 1)
                .flatMap(q -> {
                    Matcher m = PERIOD.matcher(q.window());
                    return m.find()
                            ? Optional.of(
                                    months(m.group(1), m.group(2))
                                            * Math.log(times)
                                            / Math.log(q.value().doubleValue()))
                            : Optional.<Double>empty();
                })
                .map(StageStep::inWords)
                .orElse("");
    }

    private static double months(@Nullable String number, String unit) {
        int n =
                switch (number == null ? "a" : number) {
                    case "a", "an", "one" -> 1;
                    case "two" -> 2;
                    case "three" -> 3;
                    case "five" -> 5;
                    default -> Integer.parseInt(java.util.Objects.requireNonNull(number));
                };
        return unit.equals("year") ? 12.0 * n : n;
    }

    private static String inWords(double months) {
        long n = Math.max(1, Math.round(months));
        return n < 24
                ? "in about " + n + (n == 1 ? " month" : " months")
                : "in about " + Math.round(months / 12) + " years";
    }
}
