package org.groundplan.architect.practice.money;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Known;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.Integration;
import org.groundplan.model.Rule;
import org.groundplan.model.UseCase;

/** A payment without an answer is neither paid nor unpaid. */
final class TimeoutIsUnknown implements Practice {
    private static final Card CARD =
            new Card(
                    "money.timeout-is-unknown",
                    Card.Level.PARTNERS,
                    "A payment without an answer is neither paid nor unpaid.",
                    "use cases call a partner that moves money",
                    "unknown a day = calls × 0.2 %",
                    "Helland, Life beyond Distributed Transactions, 2007; 0.2 % of calls without an answer is our assumption",
                    "the partner answers only by a file that is compared anyway");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Integration partner : sight.partners()) {
            List<UseCase> callers = sight.callers(partner);
            double day = callers.stream().mapToDouble(sight::perDay).sum();
            if (!sight.pays(partner) || day * Known.LOST < 0.05) {
                continue;
            }
            boolean known = callers.stream().anyMatch(sight::rateStated);
            Optional<String> lookup = sight.trait(partner, "lookup");
            String unknown = Say.about(day * Known.LOST);
            Optional<Rule> said = sight.sentence(TWICE);
            String message =
                    said.map(r -> sight.quote(r) + ": ").orElse("")
                            + Say.quoted(callers)
                            + (callers.size() == 1 ? " asks " : " ask ")
                            + partner.name()
                            + " "
                            + Say.about(day)
                            + " times a day; with 0.2 % of the answers lost (assumed) it is not known "
                            + unknown
                            + " times a day whether money moved. Asked again with a new key, "
                            + partner.name()
                            + " moves it twice; given up, it may have moved once.";
            String advice =
                    "An attempt is a row before the call, with a reference of ours and a state “not known” that only a look-up by that reference, a notice or the settlement file ends; what is still open after a day goes to a person.";
            Note note =
                    Note.of(
                                    this,
                                    partner.name(),
                                    partner.id(),
                                    partner.id(),
                                    said.map(Rule::id).orElse(partner.id()))
                            .warns()
                            .weighs(Harm.MONEY, day * Known.LOST, known);
            if (lookup.isPresent()) {
                out.add(
                        note.says(
                                message,
                                lookup.get().equals("yes")
                                        ? advice
                                        : advice.replace(
                                                "a look-up by that reference, a notice",
                                                "a notice")));
            } else {
                out.addAll(
                        note.asks(
                                message,
                                advice,
                                "Can "
                                        + partner.name()
                                        + " be asked by our own reference what became of a call, and for how long?",
                                partner.id(),
                                "it can, for a day"));
            }
        }
        return out;
    }

    private static final Pattern TWICE =
            Pattern.compile(
                    "(?:charged|paid|debited|moved?s?|move the money|booked|sent)\\b.{0,20}\\b(?:twice|once)\\b|\\btwice\\b.{0,20}\\b(?:charged|paid)",
                    Pattern.CASE_INSENSITIVE);
}
