package org.groundplan.brief;

import static org.groundplan.brief.RuleWords.DURATION;
import static org.groundplan.brief.RuleWords.FIELD;
import static org.groundplan.brief.RuleWords.NAME;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.groundplan.brief.RuleForms.Head;
import org.groundplan.model.Rule;
import org.groundplan.model.TimeRule;
import org.jspecify.annotations.Nullable;

/** Rules of the clock: deadlines relative to data, and what lapses by itself. */
final class TimeForms {
    private final RuleWords words;
    private final BiConsumer<String, RuleForms.Maker> forms;

    private TimeForms(RuleWords words, BiConsumer<String, RuleForms.Maker> forms) {
        this.words = words;
        this.forms = forms;
    }

    static void add(RuleWords words, BiConsumer<String, RuleForms.Maker> forms) {
        new TimeForms(words, forms).time();
    }

    private void form(String pattern, RuleForms.Maker maker) {
        forms.accept(pattern, maker);
    }

    private void time() {
        form(
                "(.+?)\\s+(?:is (?:allowed |possible )?)?(?:only\\s+)?(?:until|till|up to|at least|no later than|not later than|at the latest)\\s+"
                        + DURATION
                        + "\\s+(before|after)\\s+(?:its\\s+|the\\s+)?(?:"
                        + NAME
                        + "\\.)?"
                        + NAME,
                (h, m) ->
                        deadline(
                                h,
                                m.group(1),
                                m.group(2),
                                m.group(3).equalsIgnoreCase("before")
                                        ? TimeRule.Side.UNTIL_BEFORE
                                        : TimeRule.Side.WITHIN_AFTER,
                                m.group(4),
                                m.group(5)));
        form(
                "(.+?)\\s+(?:is (?:allowed |possible )?)?only\\s+(?:within|in)\\s+"
                        + DURATION
                        + "\\s+(?:after|of|from)\\s+(?:its\\s+|the\\s+)?(?:"
                        + NAME
                        + "\\.)?"
                        + NAME,
                (h, m) ->
                        deadline(
                                h,
                                m.group(1),
                                m.group(2),
                                TimeRule.Side.WITHIN_AFTER,
                                m.group(3),
                                m.group(4)));
        form(
                "(.+?)\\s+(?:only\\s+)?(?:not\\s+)?(?:from|earlier than|sooner than)\\s+"
                        + DURATION
                        + "\\s+(before|after)\\s+(?:its\\s+|the\\s+)?(?:"
                        + NAME
                        + "\\.)?"
                        + NAME
                        + "(?:\\s+on)?",
                (h, m) ->
                        deadline(
                                h,
                                m.group(1),
                                m.group(2),
                                m.group(3).equalsIgnoreCase("before")
                                        ? TimeRule.Side.FROM_BEFORE
                                        : TimeRule.Side.FROM_AFTER,
                                m.group(4),
                                m.group(5)));
        form(
                "(.+?)\\s+only\\s+(before|after)\\s+(?:its\\s+|the\\s+)?" + FIELD,
                (h, m) ->
                        deadline(
                                h,
                                m.group(1),
                                "0 s",
                                m.group(2).equalsIgnoreCase("before")
                                        ? TimeRule.Side.UNTIL_BEFORE
                                        : TimeRule.Side.FROM_AFTER,
                                m.group(3),
                                m.group(4)));
        form(
                "(?:an? |each |every )?"
                        + NAME
                        + "\\s+(?:(expires?|lapses?|ends?|times out)|(?:is|becomes|gets)\\s+(?:automatically\\s+)?"
                        + NAME
                        + ")\\s+(?:after|in|within)\\s+"
                        + DURATION
                        + "(?:\\s+unless\\s+(?:it\\s+is\\s+|it\\s+has\\s+been\\s+)?(.+))?",
                (h, m) ->
                        words.declared(m.group(1)).isEmpty()
                                        && !Character.isUpperCase(m.group(1).codePointAt(0))
                                ? null
                                : lapse(
                                        h,
                                        words.entity(m.group(1)),
                                        m.group(4),
                                        m.group(3) == null ? m.group(2) : m.group(3),
                                        m.group(5),
                                        null,
                                        null));
        form(
                "(.+?)\\s+(?:with)?in\\s+"
                        + DURATION
                        + "\\s*,?\\s+(?:or\\s+)?(?:else|otherwise|or)\\s+(?:it\\s+is\\s+|it\\s+becomes\\s+|it\\s+gets\\s+|it\\s+)?"
                        + NAME
                        + "(?:\\s+and\\s+(.+))?",
                (h, m) ->
                        words.useCase(m.group(1))
                                .map(u -> lapse(h, "", m.group(2), m.group(3), null, u, m.group(4)))
                                .orElse(null));
    }

    private @Nullable Rule deadline(
            Head h,
            String useCase,
            String duration,
            TimeRule.Side side,
            @Nullable String entity,
            String field) {
        Optional<String> known = words.useCase(useCase);
        Optional<BigDecimal> seconds = Amounts.duration(duration);
        if (known.isEmpty() || seconds.isEmpty()) {
            return null;
        }
        return new TimeRule.Deadline(
                h.id(),
                h.text(),
                known.get(),
                seconds.get(),
                side,
                entity == null ? "" : words.entity(entity),
                field,
                h.origin());
    }

    private static @Nullable Rule lapse(
            Head h,
            String entity,
            String duration,
            String to,
            @Nullable String unless,
            @Nullable String useCase,
            @Nullable String also) {
        List<String> exceptions =
                unless == null
                        ? List.of()
                        : List.of(unless.split("\\s+or\\s+|\\s*,\\s*|\\s*/\\s*"));
        return Amounts.duration(duration)
                .filter(s -> s.signum() > 0)
                .map(s ->
                        new TimeRule.Lapse(
                                h.id(),
                                h.text(),
                                entity,
                                s,
                                List.of(),
                                to,
                                exceptions,
                                useCase,
                                also == null ? "" : also,
                                h.origin()))
                .orElse(null);
    }
}
