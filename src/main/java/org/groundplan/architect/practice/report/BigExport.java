package org.groundplan.architect.practice.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Known;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Names;
import org.groundplan.model.UseCase;

/** If the file takes longer than a request may live, it is a job. */
final class BigExport implements Practice {
    private static final Card CARD =
            new Card(
                    "rep.async-export",
                    Card.Level.RULES,
                    "If the file takes longer than a request may live, it is a job.",
                    "an export or download of more than 100,000 rows",
                    "seconds = rows / 50,000; memory = rows × bytes",
                    "our assumption of 50,000 rows a second; AWS documentation, Application Load Balancer idle timeout 60 s, 2025",
                    "streamed, and nobody minds starting again");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (UseCase use : sight.acts()) {
            boolean export =
                    use.kind() == UseCase.Kind.EXPORT
                            || use.name()
                                    .toLowerCase(Locale.ROOT)
                                    .matches("(?:export|download)\\b.*");
            Entity entity =
                    use.reads().stream()
                            .flatMap(r -> sight.entity(r).stream())
                            .max(Comparator.comparingDouble(sight::rows).thenComparing(Entity::id))
                            .orElse(null);
            if (!export || entity == null) {
                continue;
            }
            boolean season =
                    use.by().stream().anyMatch(b -> b.matches(".*\\b(season|year)\\b.*"))
                            || use.name().matches(".*\\b(season|year)\\b.*");
            double rows =
                    season
                            ? Math.min(
                                    sight.rows(entity),
                                    sight.comes(entity)
                                            * Sight.YEAR
                                            / ((use.by() + use.name()).contains("season") ? 2 : 1))
                            : sight.rows(entity);
            double parts =
                    use.by().stream()
                            .mapToDouble(b -> sight.count(Names.pascal(b)))
                            .max()
                            .orElse(0);
            rows = parts > 1 ? rows / parts : rows;
            if (rows < 100_000) {
                continue;
            }
            double size = Math.max(60, sight.bytes(entity) / Math.max(1, sight.rows(entity)));
            double seconds = rows / Known.BATCHED_INSERTS;
            out.add(
                    Note.of(this, use.slug(), use.id(), use.id())
                            .warns()
                            .weighs(
                                    Harm.PROMISE,
                                    seconds / 30,
                                    sight.writers(entity).stream().anyMatch(sight::rateStated))
                            .says(
                                    "“"
                                            + use.name()
                                            + "” is up to "
                                            + Say.n(rows)
                                            + " "
                                            + Say.plural(entity.name())
                                            + ", about "
                                            + Say.bytes(rows * size * 0.7)
                                            + " as text and "
                                            + Say.time(seconds)
                                            + " at 50,000 rows a second (assumed)"
                                            + (seconds > 60
                                                    ? ": the edge ends a request after a minute, and a program that builds it in memory ends with it."
                                                    : "."),
                                    "202 with a place to look; written in pieces to the file store with a link that ends after a day; one at a time per person, at a pace that leaves the rest alone."));
        }
        return out;
    }
}
