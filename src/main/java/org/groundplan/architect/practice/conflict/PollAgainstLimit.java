package org.groundplan.architect.practice.conflict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Conflict;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Integration;
import org.groundplan.model.UseCase;

/** Everything fresh every few minutes, so many calls a second. */
final class PollAgainstLimit implements Practice {
    private static final Card CARD =
            new Card(
                    "conf.freshness-vs-limit",
                    Card.Level.CONFLICT,
                    "Everything fresh every few minutes, so many calls a second.",
                    "each of many things is fetched from a partner with a limit, and a freshness is asked",
                    "calls = things / freshness; best age = things / limit",
                    "arithmetic",
                    "the partner tells what changed");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Integration partner : sight.partners()) {
            double limit = sight.value(sight.slug(partner) + ".limit");
            for (String name : partner.receives()) {
                Optional<Entity> entity = sight.entity(name);
                if (entity.isEmpty() || limit <= 0) {
                    continue;
                }
                double things = Math.max(sight.count(name), 0);
                Optional<UseCase> reader =
                        sight.readers(entity.get()).stream()
                                .filter(u -> sight.value("quantity:" + u.slug() + ".freshness") > 0)
                                .min(
                                        Comparator.comparingDouble((UseCase u) ->
                                                        sight.value(
                                                                "quantity:"
                                                                        + u.slug()
                                                                        + ".freshness"))
                                                .thenComparing(UseCase::id));
                if (reader.isEmpty() || things <= 0) {
                    continue;
                }
                double fresh = sight.value("quantity:" + reader.get().slug() + ".freshness");
                if (things / fresh <= limit) {
                    continue;
                }
                String many = Say.plural(name);
                out.addAll(
                        Note.of(
                                        this,
                                        partner.name() + " " + name,
                                        partner.id(),
                                        partner.id(),
                                        reader.get().id())
                                .weighs(Harm.PROMISE, things / fresh / limit * 3, true)
                                .conflicts(
                                        many
                                                + " at most "
                                                + Say.time(fresh)
                                                + " old at "
                                                + Say.rate(limit),
                                        List.of(
                                                sight.quote(
                                                        "quantity:"
                                                                + reader.get().slug()
                                                                + ".freshness"),
                                                sight.quote(partner)),
                                        Say.n(things)
                                                + " "
                                                + many
                                                + " every "
                                                + Say.time(fresh)
                                                + " are "
                                                + Say.rate(things / fresh)
                                                + "; "
                                                + partner.name()
                                                + " allows "
                                                + Say.rate(limit)
                                                + ", so the oldest is "
                                                + Say.time(things / limit)
                                                + " old.",
                                        List.of(
                                                new Conflict.Option(
                                                        "only those that somebody waits for, at most "
                                                                + Say.n(limit * fresh),
                                                        "the rest is up to "
                                                                + Say.time(things / limit)
                                                                + " old"),
                                                new Conflict.Option(
                                                        partner.name() + " tells what changed",
                                                        "their release"),
                                                new Conflict.Option("a higher limit", "its price")),
                                        0,
                                        "Which of the "
                                                + Say.n(things)
                                                + " "
                                                + many
                                                + " must be "
                                                + Say.time(fresh)
                                                + " fresh?"));
            }
        }
        return out;
    }
}
