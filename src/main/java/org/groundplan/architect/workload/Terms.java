package org.groundplan.architect.workload;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.groundplan.architect.data.FieldRoles;
import org.groundplan.model.Design;
import org.groundplan.model.Effects;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Expr;
import org.groundplan.model.Field;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.Rule;
import org.groundplan.model.Unit;

/** How long until something is due, and how long a row stays in states that are not final. */
final class Terms {
    private Design design;

    private Terms(Design design) {
        this.design = design;
    }

    static Design of(Design design) {
        Terms terms = new Terms(design);
        terms.all();
        return terms.design;
    }

    private void add(Element element) {
        design = design.with(element);
    }

    private static String id(String entity, Field field) {
        return "quantity:" + Names.slug(entity) + "." + Names.slug(field.name()) + ".term";
    }

    private void all() {
        for (Entity entity : design.all(Entity.class)) {
            for (Field field : entity.fields()) {
                if (FieldRoles.isDue(field)) {
                    String id = id(entity.name(), field);
                    design =
                            Assumed.unlessStated(
                                    design,
                                    id,
                                    entity.id(),
                                    "term",
                                    "",
                                    BigDecimal.valueOf(28L * 86_400),
                                    Unit.SECOND,
                                    "28 days",
                                    "How long until "
                                            + Names.article(Names.words(entity.name()))
                                            + " is due",
                                    "Open "
                                            + Names.plural(Names.words(entity.name()))
                                            + " and what follows from them change in proportion.");
                }
            }
        }
        for (Rule.Transitions rule : design.all(Rule.Transitions.class)) {
            if (!Effects.made(design, rule.entity())) {
                continue; // what is there from the beginning is not open for a while
            }
            String id = "quantity:" + Names.slug(rule.entity()) + ".open-time";
            Optional<Quantity> term =
                    design.entity(rule.entity()).fields().stream()
                            .map(f -> id(rule.entity(), f))
                            .flatMap(i -> design.findQuantity(i).stream())
                            .findFirst();
            if (term.isPresent()) {
                add(
                        Quantity.of(
                                id,
                                Entity.id(rule.entity()),
                                "duration",
                                "open",
                                Expr.ref(term.get()),
                                Origin.assumed(
                                        "workload",
                                        "A "
                                                + Names.words(rule.entity())
                                                + " stays open until it is due.",
                                        List.of(rule.id()))));
            } else {
                design =
                        Assumed.unlessStated(
                                design,
                                id,
                                Entity.id(rule.entity()),
                                "duration",
                                "open",
                                BigDecimal.valueOf(14L * 86_400),
                                Unit.SECOND,
                                "14 days",
                                "How long "
                                        + Names.article(Names.words(rule.entity()))
                                        + " stays open",
                                "The number of open "
                                        + Names.plural(Names.words(rule.entity()))
                                        + " changes in proportion.");
            }
        }
    }
}
