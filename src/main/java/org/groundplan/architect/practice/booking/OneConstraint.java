package org.groundplan.architect.practice.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.Rule;
import org.groundplan.model.UseCase;

/** No double booking is one constraint, not a check in code. */
final class OneConstraint implements Practice {
    private static final Card CARD =
            new Card(
                    "book.exclusion",
                    Card.Level.RULES,
                    "No double booking is one constraint, not a check in code.",
                    "a rule against overlap",
                    "twenty at once, one succeeds",
                    "PostgreSQL documentation, 8.17.10 constraints on ranges, 2026",
                    "the resource is split over stores");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Rule.NoOverlap rule : sight.design().all(Rule.NoOverlap.class)) {
            Optional<UseCase> maker =
                    sight.acts().stream().filter(u -> sight.inserts(u, rule.entity())).findFirst();
            double month = maker.map(sight::perMonth).orElse(0.0);
            out.add(
                    Note.of(this, rule.entity(), rule.id(), rule.id())
                            .built()
                            .weighs(Harm.CONVENIENCE, month / 10_000, true)
                            .says(
                                    sight.quote(rule)
                                            + " is one exclusion constraint over a half-open range"
                                            + (month >= 1
                                                    ? " and holds for all "
                                                            + Say.about(month)
                                                            + " a month"
                                                    : "")
                                            + ", also for what is written past the application; of two at once the second gets 409 and the next free times."
                                            + (rule.per().isEmpty()
                                                    ? ""
                                                    : " What "
                                                            + Say.one(rule.per().getFirst())
                                                            + " needs before and after (way, cleaning) is not in it unless the range has it."),
                                    "Attacked below."));
        }
        return out;
    }
}
