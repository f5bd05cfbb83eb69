package org.groundplan.architect.practice.privacy;

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
import org.groundplan.model.Entity;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;

/** A part is deleted, and a copy of it stays in the whole. */
final class PartOutlived implements Practice {
    private static final Card CARD =
            new Card(
                    "priv.copy-keeps-longer",
                    Card.Level.RULES,
                    "A part is deleted, and a copy of it stays in the whole.",
                    "a part is kept for less long than what it belongs to, and mail or an import brings the whole",
                    "bytes that stay = raw size × time",
                    "RFC 5322 and 2045 (a mail holds its attachments, base64 makes them 1.37 times as large), 2008, 1996",
                    "the whole is kept without it");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        boolean mail =
                sight.partners().stream()
                                .anyMatch(p ->
                                        sight.purpose(p, "e-?mail|mail|smtp")
                                                && !p.direction().equals("out"))
                        || sight.acts().stream()
                                .anyMatch(u ->
                                        u.actor() != null
                                                && u.actor()
                                                        .toLowerCase(Locale.ROOT)
                                                        .contains("mail")
                                                && sight.changes(u));
        for (Entity part : sight.entities()) {
            Optional<Entity> whole =
                    part.partOf() == null ? Optional.empty() : sight.entity(part.partOf());
            double kept = sight.kept(part);
            double longer = whole.map(w -> up(sight, w)).orElse(0.0);
            boolean file = part.fields().stream().anyMatch(f -> f.type() == FieldType.FILE);
            if (!mail || !file || whole.isEmpty() || kept <= 0 || longer > 0 && longer <= kept) {
                continue;
            }
            double size =
                    Math.max(sight.value("quantity:" + Names.slug(part.name()) + ".size"), 100_000);
            double day = sight.comes(part) * Sight.DAY;
            out.add(
                    Note.of(this, part.name(), part.id(), part.id(), whole.get().id())
                            .warns()
                            .weighs(Harm.LIFE_AND_LAW, Math.max(1, day / 1000), false)
                            .says(
                                    Names.sentence(Say.plural(part.name()))
                                            + " go after "
                                            + Say.time(kept)
                                            + " and "
                                            + Say.plural(whole.get().name())
                                            + " stay "
                                            + (longer > 0 ? Say.time(longer) : "longer")
                                            + ". A mail as it came holds its files inside, a third larger: kept raw it breaks the promise"
                                            + (day >= 1
                                                    ? ", "
                                                            + Say.bytes(day * size * 1.37)
                                                            + " more each day"
                                                    : "")
                                            + "; pictures in the text are files, too.",
                                    "The raw mail goes after 30 days; a file's end is computed from the day of its "
                                            + Say.words(whole.get().name())
                                            + ", and a line says that there was one."));
        }
        return out;
    }

    private static double up(Sight sight, Entity entity) {
        double own = sight.kept(entity);
        return own > 0
                ? own
                : entity.partOf() == null
                        ? 0
                        : sight.entity(entity.partOf()).map(sight::kept).orElse(0.0);
    }
}
