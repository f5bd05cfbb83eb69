package org.groundplan.architect.practice.tenant;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Known;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Rule;
import org.groundplan.model.UseCase;

/** One tenant's bulk must not delay another tenant's click. */
final class FairQueue implements Practice {
    private static final Card CARD =
            new Card(
                    "tenant.fair-queue",
                    Card.Level.PARTNERS,
                    "One tenant's bulk must not delay another tenant's click.",
                    "tenants, and a sentence or use case about bulk, import or not slowing others",
                    "first in, first out: wait = rows / rate; in turn: a few batches",
                    "Yanacek, Fairness in multi-tenant systems, AWS Builders' Library, 2021; 2,000 rows a second are our assumption",
                    "each tenant has machines of its own");

    @Override
    public Card card() {
        return CARD;
    }

    private static final Pattern BULK =
            Pattern.compile(
                    "\\b(bulk|imports?|migrat\\w+|slow(?:s|ing)? (?:down )?(?:the )?others?|noisy)\\b",
                    Pattern.CASE_INSENSITIVE);

    @Override
    public List<Element> look(Sight sight) {
        Optional<String> tenant = sight.tenant();
        Optional<Rule> said = sight.sentence(BULK);
        Optional<UseCase> act =
                sight.acts().stream().filter(u -> BULK.matcher(u.name()).find()).findFirst();
        if (tenant.isEmpty() || said.isEmpty() && act.isEmpty()) {
            return List.of();
        }
        Entity big =
                sight.entities().stream()
                        .filter(e -> sight.comes(e) > 0)
                        .max(Comparator.comparingDouble(sight::rows).thenComparing(Entity::id))
                        .orElse(null);
        if (big == null) {
            return List.of();
        }
        double share = sight.largestShare();
        boolean known = share > 0;
        double part = known ? share : 0.05;
        double year = part * Math.min(sight.rows(big), sight.comes(big) * Sight.YEAR);
        double wait = year / Known.SINGLE_INSERTS;
        if (wait < 60) {
            return List.of();
        }
        return List.of(
                Note.of(
                                this,
                                "bulk",
                                said.map(Rule::id).orElse(act.map(UseCase::id).orElse("system")),
                                said.map(Rule::id).orElse(act.map(UseCase::id).orElse("system")))
                        .warns()
                        .weighs(Harm.PROMISE, wait / 60, known)
                        .says(
                                (said.isPresent()
                                                ? sight.quote(said.get()) + ": a"
                                                : "“" + act.get().name() + "”: a")
                                        + " year of the largest "
                                        + Say.words(tenant.get())
                                        + (known ? "" : " (5 %, assumed)")
                                        + " is "
                                        + Say.about(year)
                                        + " "
                                        + Say.plural(big.name())
                                        + ", and one by one (2,000/s, assumed) "
                                        + Say.time(wait)
                                        + " of work. In one queue everybody else waits as long; in turns, a second or two.",
                                "A lane of its own for bulk work, at most a quarter of the connections; workers take in turn from each "
                                        + Say.words(tenant.get())
                                        + "; it stops by itself while the p95 of what people do is over its promise."));
    }
}
