package org.groundplan.architect.practice.devices;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Known;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;

/** Insert in blocks: one commit for each reading wastes the database. */
final class Batches implements Practice {
    private static final Card CARD =
            new Card(
                    "iot.ingest-batch",
                    Card.Level.RULES,
                    "Insert in blocks: one commit for each reading wastes the database.",
                    "readings come at 100 a second or more",
                    "single: rate × 2 ms; in batches of 500",
                    "PostgreSQL documentation, 14.4 populating a database, 2026; 2 ms a commit is our assumption",
                    "each reading must be confirmed by itself");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Fleet f : Fleet.all(sight)) {
            if (f.rate() < 100) {
                continue;
            }
            double fresh =
                    sight.acts().stream()
                            .filter(u -> u.reads().contains(f.entity()))
                            .mapToDouble(u -> sight.value("quantity:" + u.slug() + ".freshness"))
                            .filter(v -> v > 0)
                            .min()
                            .orElse(0);
            double wait = fresh > 0 ? Math.min(1, Math.max(0.1, (fresh - f.every()) / 5)) : 1;
            out.add(
                    Note.of(this, f.use().slug(), f.use().id(), f.use().id())
                            .weighs(Harm.COST, f.rate() / 100, true)
                            .says(
                                    Say.n(f.rate())
                                            + " "
                                            + Say.plural(f.entity())
                                            + " a second one by one are "
                                            + Say.n(f.rate() * Known.COMMIT)
                                            + " connections doing nothing but waiting for the disk (2 ms a commit, assumed); gathered for "
                                            + Say.time(wait)
                                            + " they are "
                                            + Say.n(1 / wait)
                                            + (wait < 1 ? " commits a second" : " commit a second")
                                            + " of "
                                            + Say.n(f.rate() * wait)
                                            + " rows.",
                                    "One statement with many rows per instance and "
                                            + Say.time(wait)
                                            + "; that time comes off the freshness"
                                            + (fresh > 0 ? " of " + Say.time(fresh) : "")
                                            + "; what waits in memory is lost with the instance, and devices send it again."));
        }
        return out;
    }
}
