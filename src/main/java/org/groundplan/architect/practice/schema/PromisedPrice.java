package org.groundplan.architect.practice.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.UseCase;

/** What was ordered keeps the price it was promised. */
final class PromisedPrice implements Practice {
    private static final Card CARD =
            new Card(
                    "schema.effective-price",
                    Card.Level.RULES,
                    "What was ordered keeps the price it was promised.",
                    "a line with a quantity refers to something with a price that people edit, and has none of its own",
                    "orders that change with an edit",
                    "our judgement",
                    "the bill is made with today's price on purpose");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Entity line : sight.entities()) {
            boolean own = line.fields().stream().anyMatch(f -> f.type() == FieldType.MONEY);
            boolean quantity =
                    line.fields().stream()
                                    .anyMatch(f ->
                                            f.name()
                                                    .matches(
                                                            "(?i)(quantity|amount|count|number|seats|nights|hours|pieces).*"))
                            || line.partOf() != null;
            for (String parent : line.belongsTo()) {
                Optional<Entity> priced =
                        sight.entity(parent)
                                .filter(p ->
                                        p.fields().stream()
                                                .anyMatch(f ->
                                                        f.type() == FieldType.MONEY
                                                                && f.name()
                                                                        .matches(
                                                                                "(?i).*(price|fee|rate|cost|tariff).*")));
                Optional<UseCase> edit =
                        priced.flatMap(p ->
                                sight.acts().stream()
                                        .filter(u ->
                                                u.effects().stream()
                                                        .anyMatch(e ->
                                                                e instanceof Effect.Update up
                                                                        && up.entity()
                                                                                .equals(p.name())))
                                        .findFirst());
                boolean made =
                        sight.uses().stream()
                                .anyMatch(u ->
                                        u.effects().stream()
                                                .anyMatch(e ->
                                                        e instanceof Effect.Insert i
                                                                && i.entity().equals(line.name())));
                if (own || !quantity || priced.isEmpty() || !made || edit.isEmpty()) {
                    continue;
                }
                double day = sight.comes(line) * Sight.DAY;
                out.add(
                        Note.of(this, line.name(), line.id(), line.id(), priced.get().id())
                                .warns()
                                .weighs(Harm.MONEY, Math.max(1, day / 100), false)
                                .says(
                                        Names.sentence(Say.one(line.name()))
                                                + " refers to "
                                                + Say.one(parent)
                                                + " and has no price of its own: “"
                                                + edit.get().name()
                                                + "” changes what was already ordered"
                                                + (day >= 1
                                                        ? ", "
                                                                + Say.about(day)
                                                                + " "
                                                                + Say.plural(line.name())
                                                                + " a day"
                                                        : "")
                                                + ".",
                                        "Name, price and tax are copied into the line when it is made; the price shown is honoured for a stated time."));
            }
        }
        return out;
    }
}
