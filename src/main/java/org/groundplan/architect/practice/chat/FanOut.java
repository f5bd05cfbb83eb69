package org.groundplan.architect.practice.chat;

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
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Names;
import org.groundplan.model.UseCase;

/** One message is as many deliveries as there are people who see it. */
final class FanOut implements Practice {
    private static final Card CARD =
            new Card(
                    "chat.fanout-choice",
                    Card.Level.ARITHMETIC,
                    "One message is as many deliveries as there are people who see it.",
                    "one act reaches many people, by a stated number or by members of a place",
                    "deliveries a second = rate × people reached",
                    "Silberstein and others, Feeding Frenzy, SIGMOD 2010; Little, 1961",
                    "they fetch it when they look");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (UseCase use : sight.acts()) {
            double fan = sight.value("quantity:" + use.slug() + ".fanout");
            if (fan < 20 || !sight.changes(use)) {
                continue;
            }
            double peak = sight.peak(use);
            Optional<Entity> belonging = largest(sight, use);
            double members = belonging.map(sight::largest).orElse(0.0);
            double online =
                    belonging
                            .map(e -> sight.value("quantity:" + Names.slug(e.name()) + ".online"))
                            .orElse(0.0);
            double most = online > 0 ? online : members;
            double within =
                    sight.latency(use).map(l -> l.limit().value().doubleValue()).orElse(1.0);
            out.add(
                    Note.of(
                                    this,
                                    use.slug(),
                                    use.id(),
                                    use.id(),
                                    "quantity:" + use.slug() + ".fanout")
                            .warns()
                            .weighs(Harm.MONEY, peak * fan / 100, sight.rateStated(use))
                            .says(
                                    "“"
                                            + use.name()
                                            + "” is "
                                            + Say.rate(peak)
                                            + " at the peak and reaches "
                                            + Say.n(fan)
                                            + " people each: "
                                            + Say.n(peak * fan)
                                            + " deliveries a second, "
                                            + Say.n(fan)
                                            + " times the writes."
                                            + (belonging.isPresent() && most > fan
                                                    ? " In the largest "
                                                            + Say.words(place(belonging.get(), use))
                                                            + " ("
                                                            + Say.n(members)
                                                            + " people) one of them reaches "
                                                            + Say.n(most)
                                                            + (online > 0 ? " who are there" : "")
                                                            + ", and within "
                                                            + Say.time(within)
                                                            + " that alone is "
                                                            + Say.rate(most / within)
                                                            + "."
                                                    : ""),
                                    "Written once per place and not once per person; each connection knows the places it shows, and what is handed on is “something new in this place, up to number n”. Above "
                                            + Say.n(Math.max(1000, fan * 50))
                                            + " people in one place (fifty times the mean) the text itself goes out, five times a second for all that came in between: told and left to fetch, each of them would be a request more."));
        }
        return out;
    }

    /** What people belong to by such rows: of a membership the community. */
    private static String place(Entity entity, UseCase use) {
        return entity.parents().stream()
                .filter(p -> !p.equals(use.actor()))
                .findFirst()
                .orElse(entity.name());
    }

    /** Of the rows by which people belong to a place of what it makes, the most for one place. */
    private static Optional<Entity> largest(Sight sight, UseCase use) {
        List<String> made =
                use.effects().stream()
                        .filter(Effect::writes)
                        .map(Effect::entity)
                        .filter(e -> sight.entity(e).isPresent())
                        .toList();
        return sight.entities().stream()
                .filter(e -> sight.largest(e) > 0)
                .filter(e ->
                        made.stream().anyMatch(m -> !sight.design().up(m, place(e, use)).isEmpty()))
                .max(Comparator.comparingDouble(sight::largest).thenComparing(Entity::id));
    }
}
