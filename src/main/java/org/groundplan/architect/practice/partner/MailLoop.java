package org.groundplan.architect.practice.partner;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.Integration;
import org.groundplan.model.UseCase;

/** An answer to every mail is a loop with every other machine that answers. */
final class MailLoop implements Practice {
    private static final Card CARD =
            new Card(
                    "notify.mail-loop",
                    Card.Level.RULES,
                    "An answer to every mail is a loop with every other machine that answers.",
                    "mail from anybody is answered by itself",
                    "86,400 s / 2 s a turn = 43,200 a day from one partner",
                    "RFC 3834, Recommendations for Automatic Responses to Electronic Mail, 2004; 2 s is our assumption",
                    "only people who signed in write");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Integration partner : sight.partners()) {
            if (!sight.purpose(partner, "e-?mails?|mail|smtp")) {
                continue;
            }
            Optional<UseCase> answers =
                    sight.callers(partner).stream()
                            .filter(u ->
                                    u.name()
                                                    .toLowerCase(Locale.ROOT)
                                                    .matches(
                                                            ".*\\b(receive|write|incoming|inbound|take in|get)\\b.*(e-?mail|mail).*")
                                            || u.actor() != null
                                                    && u.actor()
                                                            .toLowerCase(Locale.ROOT)
                                                            .contains("mail"))
                            .findFirst();
            if (answers.isEmpty()) {
                continue;
            }
            double day = sight.perDay(answers.get());
            out.add(
                    Note.of(
                                    this,
                                    answers.get().slug(),
                                    answers.get().id(),
                                    answers.get().id(),
                                    partner.id())
                            .warns()
                            .weighs(Harm.LIFE_AND_LAW, 10, true)
                            .says(
                                    "“"
                                            + answers.get().name()
                                            + "” answers a mail from anybody. A machine that answers too, two seconds later (assumed), makes 43,200 a day by itself"
                                            + (day >= 1
                                                    ? ", "
                                                            + Say.percent(43_200 / day)
                                                            + " of the "
                                                            + Say.about(day)
                                                            + " there are"
                                                    : "")
                                            + "; and whoever forges a sender lets this system write to a stranger.",
                                    "No answer to what says Auto-Submitted, Precedence or a list, or comes from nobody; at most three a day to one address; none before the sender is proved (SPF, DKIM); the answer never quotes the mail."));
        }
        return out;
    }
}
