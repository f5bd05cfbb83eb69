package org.groundplan.architect.practice.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.UseCase;

/** A limit that people change daily is a release without a test. */
final class RulesAsData implements Practice {
    private static final Card CARD =
            new Card(
                    "deploy.config-is-code",
                    Card.Level.RULES,
                    "A limit that people change daily is a release without a test.",
                    "somebody edits rows that a busy command reads to decide",
                    "peak / mean of the command that reads them",
                    "our judgement; Google, SRE Workbook, chapter 14 (configuration), 2018",
                    "a wrong value hurts nobody");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Entity rules : sight.entities()) {
            Optional<UseCase> edits =
                    sight.acts().stream()
                            .filter(u ->
                                    sight.writes(u, rules.name())
                                            && sight.mean(u) * Sight.DAY <= 100)
                            .findFirst();
            Optional<UseCase> decides =
                    sight.acts().stream()
                            .filter(u ->
                                    sight.changes(u)
                                            && !sight.writes(u, rules.name())
                                            && sight.reads(u, rules.name())
                                            && sight.peak(u) >= 5)
                            .max(
                                    Comparator.comparingDouble(sight::peak)
                                            .thenComparing(UseCase::id));
            boolean deciding =
                    rules.name()
                                    .matches(
                                            ".*(Rule|Limit|Policy|Tariff|Threshold|Price|Setting|Quota)s?")
                            && rules.parents().isEmpty();
            if (edits.isEmpty()
                    || decides.isEmpty()
                    || !deciding
                    || edits.get().equals(decides.get())) {
                continue;
            }
            UseCase use = decides.get();
            double calm = Math.max(1, sight.peak(use) / sight.mean(use));
            out.add(
                    Note.of(this, rules.name(), rules.id(), edits.get().id(), use.id())
                            .warns()
                            .weighs(Harm.PROMISE, sight.peak(use) / 5, sight.rateStated(use))
                            .says(
                                    "“"
                                            + edits.get().name()
                                            + "” changes "
                                            + Say.plural(rules.name())
                                            + " "
                                            + Say.n(sight.perDay(edits.get()))
                                            + " times a day, and each change decides the next "
                                            + Say.rate(sight.peak(use))
                                            + " of “"
                                            + use.name()
                                            + "” at the peak. "
                                            + (calm >= 4
                                                    ? "A limit that was right on an ordinary evening meets "
                                                            + Say.n(calm)
                                                            + " times as much on the busiest day."
                                                    : "No release checks it."),
                                    "A version with author and time; before it holds it is run over the last busiest day and refused if it would decline more than 2 % otherwise (assumed); when the share refused triples, a second analyst is called and decides."));
        }
        return out;
    }
}
