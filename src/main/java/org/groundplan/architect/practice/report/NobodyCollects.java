package org.groundplan.architect.practice.report;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.UseCase;

/** A figure is asked for that nobody collects. */
final class NobodyCollects implements Practice {
    private static final Card CARD =
            new Card(
                    "rep.nobody-collects",
                    Card.Level.RULES,
                    "A figure is asked for that nobody collects.",
                    "a field that no use case fills on something that reports or lists read",
                    "rows that stay empty",
                    "our judgement",
                    "another system writes it");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Entity entity : sight.entities()) {
            List<UseCase> makers =
                    sight.uses().stream()
                            .filter(u ->
                                    sight.inserts(u, entity.name())
                                            || u.effects().stream()
                                                    .anyMatch(e ->
                                                            e instanceof Effect.Insert i
                                                                    && i.entity()
                                                                            .equals(entity.name())))
                            .toList();
            if (makers.isEmpty() || sight.readers(entity).isEmpty()) {
                continue;
            }
            List<String> empty =
                    entity.fields().stream()
                            .filter(f ->
                                    f.optional()
                                            && f.type() != FieldType.TEXT
                                            && f.type() != FieldType.ENUM
                                            && f.type() != FieldType.FILE)
                            .filter(f -> sight.uses().stream().noneMatch(u -> fills(u, entity, f)))
                            .map(Field::name)
                            .toList();
            List<String> judged =
                    empty.stream()
                            .filter(f ->
                                    f.matches(
                                            "(?i).*(stars?|score|rating|satisfaction|grade|mark|result|answer).*"))
                            .toList();
            if (judged.isEmpty()) {
                continue;
            }
            UseCase reader =
                    sight.readers(entity).stream()
                            .filter(u -> u.kind() == UseCase.Kind.REPORT)
                            .findFirst()
                            .orElse(sight.readers(entity).getFirst());
            double day = sight.comes(entity) * Sight.DAY;
            out.addAll(
                    Note.of(this, entity.name(), entity.id(), entity.id(), reader.id())
                            .warns()
                            .weighs(Harm.PROMISE, Math.max(1, day / 1000), true)
                            .asks(
                                    "“"
                                            + reader.name()
                                            + "” reads "
                                            + Say.plural(entity.name())
                                            + ", and no use case ever fills "
                                            + Say.list(judged.stream().map(Names::words).toList())
                                            + ": that part of the figure stays empty. Asking for it is a message for each"
                                            + (day >= 1
                                                    ? ", up to " + Say.about(day) + " a day more"
                                                    : "")
                                            + ", and a link in it that a mail scanner opens must not count as an answer.",
                                    "Left empty. Asked for, it needs a use case with a page of its own where the answer is sent, not opened.",
                                    "Who gives the "
                                            + Names.words(judged.getFirst())
                                            + " of "
                                            + Say.one(entity.name())
                                            + ", and when are they asked?",
                                    entity.id(),
                                    "nobody, as the brief stands"));
        }
        return out;
    }

    private static boolean fills(UseCase use, Entity entity, Field field) {
        return use.effects().stream()
                .anyMatch(e ->
                        e instanceof Effect.Update u
                                        && u.entity().equals(entity.name())
                                        && (u.fields().isEmpty()
                                                || u.fields().contains(field.name()))
                                || e instanceof Effect.Adjust a
                                        && a.entity().equals(entity.name())
                                        && a.field().equals(field.name()));
    }
}
