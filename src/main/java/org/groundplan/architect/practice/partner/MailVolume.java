package org.groundplan.architect.practice.partner;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.Integration;
import org.groundplan.model.UseCase;

/** So many messages through a pipe of so many take their time. */
final class MailVolume implements Practice {
    private static final Card CARD =
            new Card(
                    "notify.provider-rate",
                    Card.Level.PARTNERS,
                    "So many messages through a pipe of so many take their time.",
                    "mails or messages at the peak are more than new accounts may send",
                    "a minute at the peak = rate × 60",
                    "Azure Communication Services documentation, e-mail quotas: 30 a minute until raised, 2025; Amazon SES documentation: 14 a second is usual after approval, 2025",
                    "the agreed quota is higher");

    @Override
    public Card card() {
        return CARD;
    }

    private static final double USUAL = 14;

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Integration partner : sight.partners()) {
            List<UseCase> callers = sight.callers(partner);
            double peak = callers.stream().mapToDouble(sight::peak).sum();
            if (!sight.purpose(partner, "e-?mails?|mail|smtp")
                    || sight.has(sight.slug(partner) + ".limit")
                    || peak < USUAL
                    || callers.stream().noneMatch(sight::rateStated)) {
                continue;
            }
            boolean azure =
                    sight.words("runsOn").stream().anyMatch(w -> w.equalsIgnoreCase("azure"));
            out.addAll(
                    Note.of(this, partner.name(), partner.id(), partner.id())
                            .warns()
                            .weighs(Harm.PROMISE, peak * 60 / 30, true)
                            .asks(
                                    Say.quoted(callers)
                                            + " send "
                                            + Say.n(peak * 60)
                                            + " mails a minute at the peak. "
                                            + (azure
                                                    ? "Azure's own service begins at 30 a minute, "
                                                            + Say.about(peak * 60 / 30)
                                                            + " times less, and its machines may not open port 25."
                                                    : "A usual quota is 14 a second; this is "
                                                            + Say.about(peak / USUAL)
                                                            + " times that.")
                                            + " A new sender that starts at that pace is taken for spam.",
                                    "The quota is asked for in the first week, the pace raised over weeks; bounces and complaints are read; sending is one small interface, so that the provider can change.",
                                    "How many mails a minute has " + partner.name() + " agreed to?",
                                    partner.id(),
                                    azure
                                            ? "30 a minute, so most mails of the peak wait until more is granted"
                                            : "14 a second, so mails of the peak wait until more is granted"));
        }
        return out;
    }
}
