package org.groundplan.architect.observability;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.groundplan.architect.workload.Schedule;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Integration;
import org.groundplan.model.Names;
import org.groundplan.model.Numbers;
import org.groundplan.model.Objective;
import org.groundplan.model.Origin;
import org.groundplan.model.Rule;
import org.groundplan.model.Unit;
import org.groundplan.model.UseCase;

/**
 * Objectives of what nobody asks for: jobs by when they have run, relays by what still waits.
 *
 * @param rota whether there are people enough to be woken
 */
record Jobs(Design design, boolean rota) {
    private static final long DAY = 86_400;

    private static final Pattern WITHIN =
            Pattern.compile(
                    "within (an?|one|two|three|five|ten|\\d{1,4}) (second|minute|hour)s?",
                    Pattern.CASE_INSENSITIVE);

    /**
     * A nightly run may be late by two hours; what comes by often by ten of its rounds, and what
     * clears up after a deadline by three.
     */
    Element of(UseCase useCase) {
        if (useCase.followsOn()) {
            return relay(useCase);
        }
        long round = Schedule.round(design, useCase);
        boolean often = round < 3600;
        boolean clears = useCase.origin().step().equals("clock");
        long late = often ? Math.max(60, round * 3) : round + 7_200;
        String metric = Names.snake(useCase.name()) + "_last_success_timestamp_seconds";
        String limit = Numbers.print(BigDecimal.valueOf(late), Unit.SECOND);
        boolean calls = useCase.effects().stream().anyMatch(e -> e instanceof Effect.Call);
        boolean each = round > DAY;
        boolean acts = useCase.effects().stream().anyMatch(Effect::writes);
        return new Objective(
                "objective:" + useCase.slug(),
                useCase.id(),
                "“" + useCase.name() + "” has run within the last " + limit,
                often ? minutes() + " of the minutes" : each ? "each run" : "29 of 30 runs",
                "30 days",
                List.of(
                        new Objective.Alert(
                                Names.pascal(useCase.name()) + "Missed",
                                "time() - max(" + metric + ") > " + late,
                                often ? "2m" : "10m",
                                often && (clears || acts) || each
                                        ? (rota ? "page" : "mail")
                                        : "ticket",
                                "was the application up; "
                                        + (calls
                                                ? "what did the other system answer"
                                                        + (acts
                                                                ? "; which rows say begun and not done"
                                                                : "")
                                                : again(useCase)),
                                List.of(
                                        new Objective.Case(
                                                "no run since " + limit,
                                                List.of(since(metric, 0)),
                                                late / 60 + 15,
                                                true),
                                        new Objective.Case(
                                                "a run a minute ago",
                                                List.of(since(metric, 60)),
                                                late / 60 + 15,
                                                false)))),
                Origin.derived(
                        "objectives",
                        "It runs " + useCase.schedule() + ".",
                        List.of(useCase.id())));
    }

    /** Whether what it adds cannot be there twice. */
    private String again(UseCase useCase) {
        boolean bound =
                useCase.effects().stream()
                        .filter(e -> e instanceof Effect.Insert)
                        .allMatch(e ->
                                design.all(Rule.class).stream()
                                        .anyMatch(r ->
                                                r.subject().equals(e.entity())
                                                        && (r instanceof Rule.Unique
                                                                || r instanceof Rule.AtMost)));
        return bound
                ? "a rerun does nothing twice"
                : "nothing keeps a rerun from doing it twice, so see what the last one did";
    }

    /** Jobs are promised no more than the operations they serve. */
    private String minutes() {
        BigDecimal most = new BigDecimal("0.999");
        return Numbers.percent(design.quantity("quantity:system.target").value().min(most));
    }

    /**
     * A relay that runs and is refused has run; what waits is what counts, a minute where money
     * waits, else five.
     */
    private Element relay(UseCase useCase) {
        boolean money =
                useCase.effects().stream()
                        .filter(Effect.Call.class::isInstance)
                        .flatMap(e ->
                                design.find(Integration.class, Integration.id(e.entity())).stream())
                        .anyMatch(Integration::pays);
        long late = Math.min(money ? 60 : 300, asked(useCase));
        String limit = Numbers.print(BigDecimal.valueOf(late), Unit.SECOND);
        String metric = Names.snake(useCase.name()) + "_oldest_untried_seconds";
        boolean core =
                design.all(UseCase.class).stream()
                        .anyMatch(u ->
                                UseCase.after(u.name()).equals(useCase.schedule())
                                        && design.find("objective:" + u.slug()).isPresent());
        return new Objective(
                "objective:" + useCase.slug(),
                useCase.id(),
                "the oldest message that “"
                        + useCase.name()
                        + "” has not tried yet is younger than "
                        + limit,
                minutes() + " of the minutes",
                "30 days",
                List.of(
                        new Objective.Alert(
                                Names.pascal(useCase.name()) + "Waits",
                                "max(" + metric + ") > " + late,
                                "2m",
                                core || money ? (rota ? "page" : "mail") : "ticket",
                                "what did the other system answer; a message goes out again with the same id",
                                List.of(
                                        new Objective.Case(
                                                "the oldest waits twice as long",
                                                List.of(waits(metric, 2 * late)),
                                                15,
                                                true),
                                        new Objective.Case(
                                                "the oldest waits half as long",
                                                List.of(waits(metric, late / 2)),
                                                15,
                                                false))),
                        refused(useCase),
                        givenUp(useCase)),
                Origin.derived(
                        "objectives",
                        "It runs " + useCase.schedule() + ".",
                        List.of(useCase.id())));
    }

    /** The other side has been away, or refuses: what was tried waits for its next turn. */
    private Objective.Alert refused(UseCase useCase) {
        return above(
                useCase,
                "Refused",
                "_oldest_waiting_seconds",
                1800,
                "is the other side away; what does it answer");
    }

    /** Refused so often that nothing asks again: somebody has to look. */
    private Objective.Alert givenUp(UseCase useCase) {
        return above(
                useCase,
                "GivenUp",
                "_given_up_messages",
                0,
                "what the receiver said to it; set its attempts to 0 to send it again, or delete it");
    }

    private Objective.Alert above(
            UseCase useCase, String name, String what, long limit, String lookFirst) {
        String metric = Names.snake(useCase.name()) + what;
        return new Objective.Alert(
                Names.pascal(useCase.name()) + name,
                "max(" + metric + ") > " + limit,
                "2m",
                rota ? "page" : "mail",
                lookFirst,
                List.of(
                        new Objective.Case(
                                "one more than that", List.of(waits(metric, limit + 1)), 15, true),
                        new Objective.Case("just that", List.of(waits(metric, limit)), 15, false)));
    }

    /**
     * Half of what a sentence of the brief gives it that speaks of the same thing; else for ever.
     */
    private long asked(UseCase useCase) {
        return design.all(Rule.NotUnderstood.class).stream()
                .filter(r -> alike(r.text(), useCase.name()))
                .flatMap(r -> WITHIN.matcher(r.text()).results())
                .mapToLong(m -> {
                    long n =
                            switch (m.group(1).toLowerCase(java.util.Locale.ROOT)) {
                                case "a", "an", "one" -> 1;
                                case "two" -> 2;
                                case "three" -> 3;
                                case "five" -> 5;
                                case "ten" -> 10;
                                default -> Long.parseLong(m.group(1));
                            };
                    return n
                            * (m.group(2).startsWith("s")
                                    ? 1
                                    : m.group(2).startsWith("m") ? 60 : 3_600)
                            / 2;
                })
                .filter(n -> n > 0)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Whether at least half of the longer words of a name stand in a sentence. */
    private static boolean alike(String sentence, String name) {
        String text = sentence.toLowerCase(java.util.Locale.ROOT);
        List<String> words =
                List.of(name.toLowerCase(java.util.Locale.ROOT).split(" ")).stream()
                        .filter(w -> w.length() > 3)
                        .toList();
        return !words.isEmpty()
                && words.stream().filter(text::contains).count() * 2 >= words.size();
    }

    private static Objective.Series waits(String metric, long seconds) {
        return new Objective.Series(metric, BigDecimal.valueOf(seconds), BigDecimal.ZERO);
    }

    private static Objective.Series since(String metric, long step) {
        return new Objective.Series(metric, BigDecimal.ZERO, BigDecimal.valueOf(step));
    }
}
