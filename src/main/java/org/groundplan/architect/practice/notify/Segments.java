package org.groundplan.architect.practice.notify;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.architect.practice.cost.Paid;
import org.groundplan.model.Card;
import org.groundplan.model.Element;

/** One special letter halves the text message. */
final class Segments implements Practice {
    private static final Card CARD =
            new Card(
                    "notify.sms-segments",
                    Card.Level.ARITHMETIC,
                    "One special letter halves the text message.",
                    "messages go by SMS and each is paid",
                    "160 letters, or 153 a part; 70 or 67 with one letter outside GSM 03.38",
                    "3GPP TS 23.038 and 23.040, 2022",
                    "the price covers parts");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Paid p : Paid.all(sight)) {
            if (!p.sms() || p.perMonth() < 1000) {
                continue;
            }
            out.add(
                    Note.of(this, p.partner().name(), p.partner().id(), p.partner().id())
                            .weighs(Harm.COST, p.perMonth() * p.price() / 100, true)
                            .says(
                                    Say.n(p.perMonth())
                                            + " text messages a month at "
                                            + Say.n(p.price())
                                            + " EUR are "
                                            + Say.euro(p.perMonth() * p.price())
                                            + " if each has one part. A name with “ł” or a smiley turns 150 letters into three parts: "
                                            + Say.euro(3 * p.perMonth() * p.price())
                                            + ".",
                                    "Texts are made of the letters of GSM 03.38, names are rewritten for it, and the number of parts is counted before sending, with a limit a day."));
        }
        return out;
    }
}
