package org.groundplan.architect.practice.report;

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

/** A promised time needs two instants, and one is not recorded. */
final class ClockStart implements Practice {
    private static final Card CARD =
            new Card(
                    "rep.clock-start",
                    Card.Level.RULES,
                    "A promised time needs two instants, and one is not recorded.",
                    "an entity holds promised durations, and nothing holds the instant at which one ends",
                    "promised durations without an instant",
                    "our judgement",
                    "it is read from the history of rows");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Entity promise : sight.entities()) {
            List<String> durations =
                    promise.fields().stream()
                            .filter(f ->
                                    f.type() == FieldType.DURATION
                                            && !f.name()
                                                    .matches(
                                                            "(?i).*(keep|retention|interval|offset).*"))
                            .map(Field::name)
                            .toList();
            if (durations.isEmpty()) {
                continue;
            }
            List<String> open =
                    durations.stream()
                            .filter(d -> !recorded(sight, promise, d))
                            .map(Names::words)
                            .toList();
            Optional<Entity> judged =
                    sight.entities().stream()
                            .filter(e ->
                                    e.states().isPresent()
                                            && e.fields().stream()
                                                    .anyMatch(f ->
                                                            f.name()
                                                                    .matches(
                                                                            "(?i)due.*|deadline.*")))
                            .findFirst();
            if (open.isEmpty() || judged.isEmpty()) {
                continue;
            }
            double day = sight.comes(judged.get()) * Sight.DAY;
            out.addAll(
                    Note.of(this, promise.name(), promise.id(), promise.id(), judged.get().id())
                            .warns()
                            .weighs(Harm.PROMISE, Math.max(1, day / 10_000), true)
                            .asks(
                                    Names.sentence(Say.one(promise.name()))
                                            + " promises "
                                            + Say.list(
                                                    durations.stream()
                                                            .map(d -> "“" + Names.words(d) + "”")
                                                            .toList())
                                            + ", and "
                                            + Say.one(judged.get().name())
                                            + " records no instant for "
                                            + Say.list(
                                                    open.stream().map(o -> "“" + o + "”").toList())
                                            + ": for "
                                            + Say.about(day)
                                            + " a day it cannot be said afterwards whether it was kept, and one number nobody froze cannot be computed again.",
                                    "The instant is written when it happens, with the office seconds that had passed; an answer by a machine does not count; what is open at the end of a week is counted then.",
                                    "From when does “"
                                            + open.getFirst()
                                            + "” count (when it was sent, or when it was taken in), in office hours or by the clock, and what ends it?",
                                    promise.id(),
                                    "from when it was taken in, in office hours, ended by the first answer of a person"));
        }
        return out;
    }

    /** Whether some instant shares a stem with the promise: solution and solvedAt. */
    private static boolean recorded(Sight sight, Entity promise, String duration) {
        for (String word : Names.words(duration).split(" ")) {
            String stem = word.length() > 4 ? word.substring(0, 4) : word;
            boolean there =
                    sight.entities().stream()
                            .filter(e -> !e.equals(promise))
                            .flatMap(e -> e.fields().stream())
                            .anyMatch(f ->
                                    (f.type() == FieldType.INSTANT || f.type() == FieldType.DATE)
                                            && Names.words(f.name()).contains(stem));
            if (there && !word.equals("first")) {
                return true;
            }
        }
        return false;
    }
}
