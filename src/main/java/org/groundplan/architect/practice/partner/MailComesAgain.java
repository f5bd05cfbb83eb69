package org.groundplan.architect.practice.partner;

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
import org.groundplan.model.UseCase;

/** A mail server that was told “later” keeps the mail for days. */
final class MailComesAgain implements Practice {
    private static final Card CARD =
            new Card(
                    "intg.smtp-is-a-queue",
                    Card.Level.RULES,
                    "A mail server that was told “later” keeps the mail for days.",
                    "mail comes in and becomes rows",
                    "senders try for four to five days",
                    "RFC 5321, 4.5.4.1 (retry for at least 4–5 days), 2008",
                    "a provider takes the mail and calls us once");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        Optional<UseCase> comes =
                sight.acts().stream()
                        .filter(u ->
                                sight.changes(u)
                                        && u.name()
                                                .toLowerCase(Locale.ROOT)
                                                .matches(
                                                        ".*\\b(receive|incoming|inbound|take in|write)\\b.*\\b(e-?mail|mail)s?\\b.*"))
                        .findFirst();
        if (comes.isEmpty()) {
            return List.of();
        }
        UseCase use = comes.get();
        return List.of(
                Note.of(this, use.slug(), use.id(), use.id())
                        .weighs(Harm.PROMISE, Math.max(1, sight.peak(use)), sight.rateStated(use))
                        .says(
                                "“"
                                        + use.name()
                                        + "” at "
                                        + Say.rate(sight.peak(use))
                                        + " needs no broker in front: a sender that was answered 451 keeps the mail and tries for days. Said “250” before the row is written, the same mail is lost with the machine.",
                                "“250” only after the commit, else “451”; a mail that comes twice is known by its Message-ID; a change-over or a move to another machine then loses nothing."));
    }
}
