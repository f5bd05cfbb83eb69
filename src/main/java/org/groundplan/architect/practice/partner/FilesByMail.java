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
import org.groundplan.model.Entity;
import org.groundplan.model.Names;

/** A file in a mail is a third larger than the file. */
final class FilesByMail implements Practice {
    private static final Card CARD =
            new Card(
                    "file.mail-encoding",
                    Card.Level.ARITHMETIC,
                    "A file in a mail is a third larger than the file.",
                    "files with a stated largest size, or an attachment, go by mail",
                    "size × 78 / 57 = 1.37",
                    "RFC 2045, 6.8 (base64: 57 bytes make a line of 76 letters and its end), 1996",
                    "only links are sent");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        boolean mail =
                sight.partners().stream().anyMatch(p -> sight.purpose(p, "e-?mails?|mail|smtp"));
        List<Element> out = new ArrayList<>();
        for (Entity entity : sight.entities()) {
            double limit = sight.value("quantity:" + Names.slug(entity.name()) + ".size-limit");
            if (!mail || limit < 5e6) {
                continue;
            }
            out.add(
                    Note.of(
                                    this,
                                    entity.name(),
                                    entity.id(),
                                    "quantity:" + Names.slug(entity.name()) + ".size-limit")
                            .warns()
                            .weighs(Harm.PROMISE, limit * 1.37 / 25e6 * 3, true)
                            .says(
                                    Names.sentence(Say.one(entity.name()))
                                            + " of "
                                            + Say.bytes(limit)
                                            + " is "
                                            + Say.bytes(limit * 78 / 57)
                                            + " in a mail; many mail servers end at 10 to 25 MB of that, so about "
                                            + Say.bytes(18e6)
                                            + " of file is the most that arrives (assumed).",
                                    "Take in up to "
                                            + Say.bytes(limit * 78 / 57 * 1.15)
                                            + "; send what is above 7 MB as a link that ends; browsers upload straight to the file store."));
        }
        return out;
    }
}
