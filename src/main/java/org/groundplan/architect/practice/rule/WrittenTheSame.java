package org.groundplan.architect.practice.rule;

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
import org.groundplan.model.Rule;

/** Two spellings of one address are two rows. */
final class WrittenTheSame implements Practice {
    private static final Card CARD =
            new Card(
                    "inv.unique-normal-form",
                    Card.Level.RULES,
                    "Two spellings of one address are two rows.",
                    "a unique rule on an e-mail address, a phone number or a number plate",
                    "pairs hidden = rows × 2 %",
                    "RFC 5321, 2.3.11 (the part before the @ is case-sensitive by the letter), 2008; E.164 for numbers; 2 % is our assumption",
                    "another system hands in one spelling only");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Rule.Unique rule : sight.design().all(Rule.Unique.class)) {
            Optional<Entity> entity = sight.entity(rule.entity());
            for (String name : rule.fields()) {
                Optional<Field> field = entity.flatMap(e -> e.field(name));
                if (field.isEmpty()
                        || !(field.get().type() == FieldType.EMAIL
                                || field.get().type() == FieldType.PHONE
                                || name.matches("(?i).*(plate|vat|iban|phone|mobile).*"))) {
                    continue;
                }
                double rows = sight.rows(entity.orElseThrow());
                boolean mail = field.get().type() == FieldType.EMAIL;
                out.add(
                        Note.of(this, rule.entity() + " " + name, rule.id(), rule.id())
                                .weighs(Harm.HARD_RULE, rows / 10_000, false)
                                .says(
                                        sight.quote(rule)
                                                + " compares letters: "
                                                + (mail
                                                        ? "“Anna” and “anna” before the @"
                                                        : "+49 170 123 and 0170 123")
                                                + " are two. In "
                                                + Say.n(rows)
                                                + " "
                                                + Say.plural(rule.entity())
                                                + " about "
                                                + Say.about(rows * 0.02)
                                                + " hide that way (2 %, assumed).",
                                        "A second column with the plain form ("
                                                + (mail
                                                        ? "lower case, no spaces"
                                                        : "international, digits only")
                                                + ") carries the unique index; what was typed is kept for showing."));
            }
        }
        return out;
    }
}
