package org.groundplan.architect.practice.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.architect.practice.devices.Fleet;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.UseCase;

/** A live position shows more than the way to one's own door. */
final class LivePosition implements Practice {
    private static final Card CARD =
            new Card(
                    "priv.live-position",
                    Card.Level.RULES,
                    "A live position shows more than the way to one's own door.",
                    "somebody may see where another person is",
                    "positions shown = reads a day",
                    "GDPR Art. 5(1)(c), 2016",
                    "the person carries nothing for anybody else");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Entity entity : sight.entities()) {
            boolean point =
                    entity.fields().stream().anyMatch(f -> f.type() == FieldType.POINT)
                            && Fleet.all(sight).stream()
                                    .anyMatch(f -> f.person() && f.entity().equals(entity.name()));
            Optional<String> whose =
                    entity.parents().stream()
                            .filter(p ->
                                    sight.acts().stream()
                                            .anyMatch(u ->
                                                    p.equals(u.actor())
                                                            && sight.inserts(u, entity.name())))
                            .findFirst();
            Optional<UseCase> watcher =
                    sight.acts().stream()
                            .filter(u ->
                                    sight.reads(u, entity.name())
                                            && sight.onlyReads(u)
                                            && u.actor() != null
                                            && whose.isPresent()
                                            && !u.actor().equals(whose.get())
                                            && !Names.words(u.actor())
                                                    .matches(
                                                            ".*(support|admin|dispatch|operator).*"))
                            .findFirst();
            if (!point || watcher.isEmpty()) {
                continue;
            }
            UseCase use = watcher.get();
            out.addAll(
                    Note.of(this, entity.name(), entity.id(), use.id(), entity.id())
                            .warns()
                            .weighs(
                                    Harm.LIFE_AND_LAW,
                                    Math.max(1, sight.perDay(use) / 100_000),
                                    sight.rateStated(use))
                            .asks(
                                    "“"
                                            + use.name()
                                            + "” shows "
                                            + Say.one(String.valueOf(use.actor()))
                                            + " where "
                                            + Say.one(whose.orElseThrow())
                                            + " is, "
                                            + Say.about(sight.perDay(use))
                                            + " times a day. On the way to somebody else first, the exact dot is a stranger's door; before and after, it is the "
                                            + Say.words(whose.orElseThrow())
                                            + "'s own life.",
                                    "Shown only from pick-up to hand-over, only to the one it is for, and to 500 m while another stop comes first.",
                                    "From when to when may "
                                            + Say.one(String.valueOf(use.actor()))
                                            + " see the exact position, and may "
                                            + Say.one(whose.orElseThrow())
                                            + " be on the way for two at once?",
                                    use.id(),
                                    "from pick-up to hand-over; coarse while another stop comes first"));
        }
        return out;
    }
}
