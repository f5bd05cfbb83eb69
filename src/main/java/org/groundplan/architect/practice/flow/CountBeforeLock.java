package org.groundplan.architect.practice.flow;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.Rule;
import org.groundplan.model.UseCase;

/** What is counted before the lock lets two pass one limit. */
final class CountBeforeLock implements Practice {
    private static final Card CARD =
            new Card(
                    "flow.count-before-lock",
                    Card.Level.RULES,
                    "What is counted before the lock lets two pass one limit.",
                    "a sentence limits how often or how much in a time, and a changing use case reads the limits",
                    "requests at once = peak × time of the check",
                    "Berenson and others, A Critique of ANSI SQL Isolation Levels, 1995 (write skew)",
                    "a constraint counts, not the program");

    @Override
    public Card card() {
        return CARD;
    }

    private static final Pattern OFTEN =
            Pattern.compile(
                    "\\b(frequency|velocity|how often|per (?:hour|day|minute) (?:limit|at most)|fraud|limits?) ?(?:rules?|checks?|limits?)?\\b",
                    Pattern.CASE_INSENSITIVE);

    @Override
    public List<Element> look(Sight sight) {
        Optional<Rule> said =
                sight.design().all(Rule.NotUnderstood.class).stream()
                        .filter(r ->
                                OFTEN.matcher(r.text()).find()
                                        && r.text()
                                                .matches(
                                                        "(?i).*\\b(check|before|limit|frequen|amount).*"))
                        .map(Rule.class::cast)
                        .findFirst();
        if (said.isEmpty()) {
            return List.of();
        }
        Optional<UseCase> checked =
                sight.acts().stream()
                        .filter(u ->
                                sight.changes(u)
                                        && u.reads().stream()
                                                .anyMatch(r ->
                                                        r.matches(
                                                                ".*(Rule|Limit|Policy|Threshold)s?")))
                        .max(Comparator.comparingDouble(sight::peak).thenComparing(UseCase::id));
        if (checked.isEmpty()) {
            return List.of();
        }
        UseCase use = checked.get();
        return List.of(
                Note.of(this, use.slug(), use.id(), said.get().id(), use.id())
                        .warns()
                        .weighs(Harm.HARD_RULE, sight.peak(use) / 5, sight.rateStated(use))
                        .says(
                                sight.quote(said.get())
                                        + ": “"
                                        + use.name()
                                        + "” runs "
                                        + Say.rate(sight.peak(use))
                                        + " at the peak. Two of one payer that both count before either has written pass a limit of one; and a repeat of the same request must not be counted at all.",
                                "Take the payer's row first, look for a repeat, then count and decide, in the transaction that writes. A rule that fails to evaluate refuses; it does not let through."));
    }
}
