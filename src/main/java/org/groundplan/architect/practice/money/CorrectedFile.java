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
import org.groundplan.model.Card;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.FieldType;
import org.groundplan.model.Rule;
import org.groundplan.model.UseCase;

/** The corrected file pays everybody a second time. */
final class CorrectedFile implements Practice {
    private static final Card CARD =
            new Card(
                    "money.corrected-file",
                    Card.Level.RULES,
                    "The corrected file pays everybody a second time.",
                    "many rows that carry money come in one file or list, and no rule tells a repeat from a new one",
                    "rows paid twice = rows of the file − corrected ones",
                    "our judgement; EPC, SEPA Credit Transfer guidelines (duplicate checks), 2023",
                    "each line carries a reference that is unique for ever");

    @Override
    public Card card() {
        return CARD;
    }

    private static final Pattern FILE =
            Pattern.compile(
                    "\\b(file|upload|import|payroll|batch|bulk)\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (UseCase use : sight.acts()) {
            for (Effect effect : use.effects()) {
                Optional<Entity> lines =
                        effect instanceof Effect.Insert i && i.many()
                                ? sight.entity(i.entity())
                                : Optional.empty();
                if (lines.isEmpty()
                        || !FILE.matcher(use.name()).find()
                        || !money(lines.get())
                        || unique(sight, lines.get())) {
                    continue;
                }
                double items = sight.value("quantity:" + use.slug() + ".items");
                boolean stated = items > 0;
                double many = stated ? items : 1000;
                String one = Say.plural(lines.get().name());
                out.add(
                        Note.of(this, use.slug(), use.id(), use.id())
                                .warns()
                                .weighs(Harm.MONEY, many / 100, stated)
                                .says(
                                        "A file of “"
                                                + use.name()
                                                + "” with "
                                                + Say.n(many)
                                                + " "
                                                + one
                                                + (stated ? "" : " (assumed)")
                                                + " and ten mistakes comes again, corrected: its bytes are new, its key is new, and "
                                                + Say.n(many - 10)
                                                + " "
                                                + one
                                                + " are paid twice.",
                                        "A look-alike guard: the same payer, period, receiver and amount within a month is held back and shown; "
                                                + one
                                                + " carry a reference that is unique per payer."));
            }
        }
        return out;
    }

    private static boolean money(Entity entity) {
        return entity.fields().stream().anyMatch(f -> f.type() == FieldType.MONEY);
    }

    private static boolean unique(Sight sight, Entity entity) {
        return sight.design().all(Rule.Unique.class).stream()
                .anyMatch(
                        r -> r.entity().equals(entity.name()) || entity.name().equals(r.entity()));
    }
}
