package org.groundplan.architect.practice.availability;

import java.util.Comparator;
import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Known;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Names;
import org.groundplan.model.Trait;

/** Restoring takes as long as the data is large, and the promise has to cover it. */
final class RestoreTime implements Practice {
    private static final Card CARD =
            new Card(
                    "dr.restore-time",
                    Card.Level.ARITHMETIC,
                    "Restoring takes as long as the data is large, and the promise has to cover it.",
                    "data at the horizon / restore rate is more than the rto, or more than four hours",
                    "seconds = bytes / 100 MB/s",
                    "our assumption of 100 MB/s; Google, SRE Book, chapter 26 (data integrity), 2016",
                    "a standby or a snapshot brings it back, and no mistake has to be undone");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        double bytes = sight.value("quantity:system.bytes");
        double seconds = bytes / Known.RESTORE;
        double rto = sight.value("quantity:system.rto");
        boolean tooLong = rto > 0 && seconds > rto;
        if (!tooLong && (rto > 0 || seconds < 4 * 3600)) {
            return List.of();
        }
        Entity largest =
                sight.entities().stream()
                        .max(Comparator.comparingDouble(sight::bytes).thenComparing(Entity::id))
                        .orElseThrow();
        return List.of(
                Note.of(this, "database", "system", "quantity:system.bytes", "quantity:system.rto")
                        .weighs(Harm.PROMISE, rto > 0 ? seconds / rto : seconds / 14_400, false)
                        .says(
                                kept(sight, largest)
                                        + " the database has "
                                        + Say.bytes(bytes)
                                        + " ("
                                        + Say.plural(largest.name())
                                        + " "
                                        + Say.bytes(sight.bytes(largest))
                                        + "): restoring it takes "
                                        + Say.time(seconds)
                                        + " at an assumed 100 MB/s"
                                        + (tooLong
                                                ? ", and it should be back within "
                                                        + Say.time(rto)
                                                        + "."
                                                : "."),
                                "A standby covers a lost machine; it copies a wrong deletion just as fast. Keep what is old in parts that are restored later, so that the rest is back first."));
    }

    private static String kept(Sight sight, Entity largest) {
        String id = "quantity:" + Names.slug(largest.name()) + ".keep";
        return sight.said(id)
                ? "With " + Say.plural(largest.name()) + " kept " + Say.time(sight.value(id))
                : sight.has(id)
                        ? "After "
                                + Say.time(sight.value(id))
                                + (Trait.of(sight.design(), largest.id(), "kept").isPresent()
                                        ? " of keeping every "
                                                + Say.words(largest.name())
                                                + " for ever"
                                                + (sight.has("quantity:system.growth")
                                                        ? ", at today's rate,"
                                                        : "")
                                        : " (assumed: nobody said how long "
                                                + Say.plural(largest.name())
                                                + " are kept)")
                        : "As it stands";
    }
}
