package org.groundplan.architect.practice.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.TimeRule;

/** An appointment is a local time at a place, not an instant. */
final class LocalTime implements Practice {
    private static final Card CARD =
            new Card(
                    "book.local-time",
                    Card.Level.RULES,
                    "An appointment is a local time at a place, not an instant.",
                    "people book or cancel by a future time of something",
                    "two days a year have 23 or 25 hours; time-zone data change 3 to 10 times a year",
                    "IANA time zone database, releases, 2024; java.time documentation",
                    "machines agree among themselves");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Entity entity : sight.entities()) {
            List<String> times =
                    entity.fields().stream()
                            .filter(f ->
                                    f.type() == FieldType.INSTANT
                                            && f.name()
                                                    .matches(
                                                            "(?i)(starts?|begins?|from|opens?|departs?|due|pick ?up).*"))
                            .map(Field::name)
                            .toList();
            boolean booked =
                    sight.design().all(Rule.NoOverlap.class).stream()
                                    .anyMatch(r -> r.entity().equals(entity.name()))
                            || sight.design().all(TimeRule.Deadline.class).stream()
                                    .anyMatch(r ->
                                            r.entity().equals(entity.name())
                                                    && times.contains(r.field()));
            boolean zone =
                    entity.fields().stream().anyMatch(f -> f.type() == FieldType.TIMEZONE)
                            || parentZone(sight, entity);
            if (times.isEmpty() || !booked || zone) {
                continue;
            }
            double day = sight.comes(entity) * Sight.DAY;
            Optional<TimeRule.Deadline> deadline =
                    sight.design().all(TimeRule.Deadline.class).stream()
                            .filter(r -> r.entity().equals(entity.name()))
                            .findFirst();
            out.add(
                    Note.of(this, entity.name(), entity.id(), entity.id())
                            .weighs(Harm.PROMISE, Math.max(1, day / 100), false)
                            .says(
                                    Names.sentence(Names.words(times.getFirst()))
                                            + " of "
                                            + Say.one(entity.name())
                                            + " is kept as an instant, and people mean a clock on a wall. When the rules of a time zone change, or on the two days with 23 and 25 hours"
                                            + (day >= 1
                                                    ? " ("
                                                            + Say.about(day)
                                                            + " "
                                                            + Say.plural(entity.name())
                                                            + " fall on each)"
                                                    : "")
                                            + ", what was booked moves by an hour"
                                            + (deadline.isPresent()
                                                    ? ", and “"
                                                            + deadline.get().useCase()
                                                            + "” ends an hour early or late."
                                                    : "."),
                                    "Keep local time and zone of the place, and the instant derived from both; test both change-over days."));
        }
        return out;
    }

    private static boolean parentZone(Sight sight, Entity entity) {
        return entity.parents().stream()
                .flatMap(p -> sight.entity(p).stream())
                .anyMatch(p -> p.fields().stream().anyMatch(f -> f.type() == FieldType.TIMEZONE));
    }
}
