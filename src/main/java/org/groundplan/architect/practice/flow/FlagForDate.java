package org.groundplan.architect.practice.flow;

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

/** A flag that stands for a date goes stale on that day. */
final class FlagForDate implements Practice {
    private static final Card CARD =
            new Card(
                    "rule.flag-for-date",
                    Card.Level.RULES,
                    "A flag that stands for a date goes stale on that day.",
                    "a guard asks for a yes-or-no field, and the same row has a date of birth or of expiry",
                    "rows that change a day = rows / (365 × years at stake)",
                    "arithmetic",
                    "the flag is computed from the date when it is read");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Rule.OnlyWhen rule : sight.design().all(Rule.OnlyWhen.class)) {
            Optional<Entity> entity = sight.entity(rule.entity());
            if (entity.isEmpty() || rule.when() == null) {
                continue;
            }
            Optional<Field> flag =
                    entity.get().fields().stream()
                            .filter(f ->
                                    f.type() == FieldType.BOOLEAN
                                            && (f.name().equals(rule.when().field())
                                                    || rule.when().values().contains(f.name())))
                            .findFirst();
            Optional<Field> date =
                    entity.get().fields().stream()
                            .filter(f ->
                                    f.type() == FieldType.DATE
                                            && f.name()
                                                    .matches(
                                                            "(?i).*(born|birth|expire|expiry|valid|until|ends?).*"))
                            .findFirst();
            if (flag.isEmpty() || date.isEmpty()) {
                continue;
            }
            double rows = Math.max(sight.count(entity.get().name()), 0);
            boolean birth = date.get().name().matches("(?i).*(born|birth).*");
            double day = rows / (Sight.YEAR / Sight.DAY) / 50;
            out.add(
                    Note.of(this, rule.entity() + " " + flag.get().name(), rule.id(), rule.id())
                            .warns()
                            .weighs(Harm.LIFE_AND_LAW, Math.max(1, day), rows > 0)
                            .says(
                                    sight.quote(rule)
                                            + " asks for the flag “"
                                            + Names.words(flag.get().name())
                                            + "”, and beside it stands “"
                                            + Names.words(date.get().name())
                                            + "”: the flag is wrong from the day the date passes until somebody renews it"
                                            + (birth && day >= 1
                                                    ? ", and of "
                                                            + Say.n(rows)
                                                            + " people about "
                                                            + Say.about(day)
                                                            + " have that birthday each day (one year of fifty, assumed)"
                                                    : "")
                                            + ".",
                                    "Keep the day from which it holds (missing means no) and compare it in the statement."));
        }
        return out;
    }
}
