package org.groundplan.architect.practice.money;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Actor;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.FieldType;
import org.groundplan.model.Integration;
import org.groundplan.model.Rule;

/** The cheapest control of card data is never to see the number. */
final class CardNumbers implements Practice {
    private static final Card CARD =
            new Card(
                    "money.pci-scope",
                    Card.Level.RULES,
                    "The cheapest control of card data is never to see the number.",
                    "a sentence keeps card data away, or a partner takes cards, and people type free text",
                    "text fields that people write",
                    "PCI DSS 4.0.1, SAQ A eligibility, 2024",
                    "no payment by card");

    @Override
    public Card card() {
        return CARD;
    }

    private static final Pattern CARD_DATA =
            Pattern.compile("card (?:data|number|details)", Pattern.CASE_INSENSITIVE);

    @Override
    public List<Element> look(Sight sight) {
        Optional<Rule> said = sight.sentence(CARD_DATA);
        Optional<Integration> pays =
                sight.partners().stream()
                        .filter(p -> sight.pays(p) && !sight.purpose(p, "payout|bank|banking"))
                        .findFirst();
        if (said.isEmpty() || pays.isEmpty()) {
            return List.of();
        }
        List<String> typed = new ArrayList<>();
        for (Entity entity : sight.entities()) {
            boolean byPeople =
                    sight.acts().stream()
                            .anyMatch(u ->
                                    sight.inserts(u, entity.name())
                                            && sight.actor(u)
                                                    .filter(a -> a.kind() == Actor.Kind.PERSON)
                                                    .isPresent());
            for (Field field : entity.fields()) {
                if (byPeople
                        && field.type() == FieldType.TEXT
                        && field.name()
                                .matches(
                                        "(?i).*(comment|reason|note|text|remark|message|description|body).*")) {
                    typed.add(entity.name() + "." + field.name());
                }
            }
        }
        double month = sight.callers(pays.get()).stream().mapToDouble(sight::perMonth).sum();
        return List.of(
                Note.of(this, "cards", said.get().id(), said.get().id(), pays.get().id())
                        .warns()
                        .weighs(Harm.LIFE_AND_LAW, Math.max(1, typed.size()), true)
                        .says(
                                sight.quote(said.get())
                                        + ": "
                                        + Say.about(month)
                                        + " payments a month pass by as tokens of "
                                        + pays.get().name()
                                        + ", and the number still gets in where people type: "
                                        + (typed.isEmpty()
                                                ? "searches, logs and support mails."
                                                : Say.some(typed)
                                                        + ", and from there into logs and backups."),
                                "The page of "
                                        + pays.get().name()
                                        + " takes the number, in its own frame; what looks like a card number (13 to 19 digits that add up) is refused in free text and blacked out in logs."));
    }
}
