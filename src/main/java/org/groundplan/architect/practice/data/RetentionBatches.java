package org.groundplan.architect.practice.data;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Finding;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Rule;
import org.groundplan.model.Table;

/**
 * As many rows are deleted each night as are written each day. Above a million, dropping a
 * partition is cheaper than deleting rows, whose space only comes back by vacuum (PostgreSQL
 * manual, “Table Partitioning”).
 */
final class RetentionBatches implements Practice {
    private static final double MANY = 1_000_000;

    private static final Card CARD =
            new Card(
                    "retention.batches",
                    Card.Level.ARITHMETIC,
                    "Deleting by rows becomes a workload of its own.",
                    "more than a million rows a night pass their time",
                    "rows a day = new rows a day in the long run",
                    "PostgreSQL documentation, 5.12 table partitioning, 2026; the limit is ours",
                    "the table is partitioned by that time");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        Design design = sight.design();
        List<Element> result = new ArrayList<>();
        for (Entity entity : design.all(Entity.class)) {
            String slug = Names.slug(entity.name());
            boolean stated =
                    design.findQuantity("quantity:" + slug + ".keep")
                            .filter(q -> q.origin().kind() == Origin.Kind.STATED)
                            .isPresent();
            double days = Say.value(design, "quantity:" + slug + ".keep") / 86_400;
            double rows = Say.value(design, "quantity:" + slug + ".rows");
            boolean kept =
                    design.all(Rule.AppendOnly.class).stream()
                            .anyMatch(r ->
                                    r.entity().equals(entity.name())
                                            || design.entity(r.entity())
                                                    .parents()
                                                    .contains(entity.name()));
            if (stated && !kept && days > 0 && rows / days > MANY) {
                result.add(finding(design, entity, rows / days));
            }
        }
        return result;
    }

    private Element finding(Design design, Entity entity, double daily) {
        String rows = Names.plural(Names.words(entity.name()));
        String table = Names.snake(entity.name());
        List<String> referring =
                design.all(Table.class).stream()
                        .filter(t ->
                                t.foreignKeys().stream()
                                        .anyMatch(k -> k.references().equals(table)))
                        .map(t -> Names.plural(Names.words(t.entity())))
                        .toList();
        return Say.finding(
                id(),
                entity.name(),
                Finding.Severity.WARNING,
                78,
                entity.id(),
                Names.sentence(Say.n(daily))
                        + " "
                        + rows
                        + " have to be deleted each night, as many as are written in a day; in batches of 1,000 that is "
                        + Say.n(daily / 1000)
                        + " statements, and the space comes back only when vacuum has been by.",
                "Partition "
                        + rows
                        + " by day and drop a day instead: one statement; days are made a week ahead, with an alarm, since one that is missing stops every insert. "
                        + (referring.isEmpty()
                                ? "Nothing refers to them, so only their key has to take the instant in."
                                : Names.sentence(Say.list(referring))
                                        + " refer to them and would have to carry the day, too."),
                List.of(entity.id(), "quantity:" + Names.slug(entity.name()) + ".keep"));
    }
}
