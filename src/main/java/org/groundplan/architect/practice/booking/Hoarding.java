package org.groundplan.architect.practice.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Scarce;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.Rule;
import org.groundplan.model.TimeRule;
import org.groundplan.model.UseCase;

/** Free holds let one script empty the calendar. */
final class Hoarding implements Practice {
    private static final Card CARD =
            new Card(
                    "book.hold-hoarding",
                    Card.Level.RULES,
                    "Free holds let one script empty the calendar.",
                    "holds cost nothing, what is held is scarce, and no rule limits holds per person",
                    "accounts needed = things / holds per person",
                    "OWASP, Automated Threats: denial of inventory (OAT-021), 2018",
                    "each hold is paid or checked by a person");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (TimeRule.Lapse rule : sight.design().all(TimeRule.Lapse.class)) {
            Optional<UseCase> maker =
                    sight.acts().stream()
                            .filter(u ->
                                    sight.inserts(u, rule.entity())
                                            && u.actor() != null
                                            && sight.count(u.actor()) >= 1000)
                            .findFirst();
            double things = maker.map(u -> Scarce.of(sight, u)).orElse(0.0);
            boolean limited =
                    sight.design().all(Rule.AtMost.class).stream()
                            .anyMatch(r ->
                                    r.entity().equals(rule.entity())
                                            && maker.isPresent()
                                            && r.per().contains(maker.get().actor()));
            if (maker.isEmpty()
                    || things < 20
                    || limited
                    || rule.seconds().doubleValue() > Sight.DAY) {
                continue;
            }
            out.addAll(
                    Note.of(this, rule.entity(), rule.id(), rule.id(), maker.get().id())
                            .warns()
                            .weighs(Harm.MONEY, sight.count(maker.get().actor()) / things, true)
                            .asks(
                                    "Nothing limits how many "
                                            + Say.plural(rule.entity())
                                            + " one "
                                            + Say.words(String.valueOf(maker.get().actor()))
                                            + " holds: "
                                            + Say.n(things)
                                            + " held again every "
                                            + Say.time(rule.seconds().doubleValue())
                                            + " by one script are sold out to everybody and paid by nobody.",
                                    "A limit per account, checked in the statement that holds; a proof of being human before the first hold; shorter holds when little is left.",
                                    "How many "
                                            + Say.plural(rule.entity())
                                            + " may one "
                                            + Say.words(String.valueOf(maker.get().actor()))
                                            + " hold at once?",
                                    rule.id(),
                                    "no limit, as the brief stands"));
        }
        return out;
    }
}
