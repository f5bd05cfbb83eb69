package org.groundplan.architect.practice.conflict;

import java.util.List;
import java.util.Optional;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Conflict;
import org.groundplan.model.Constraint;
import org.groundplan.model.Element;

/** Data stays in each place – and the other place is the standby. */
final class TwoHomes implements Practice {
    private static final Card CARD =
            new Card(
                    "conf.residency-vs-standby",
                    Card.Level.CONFLICT,
                    "Data stays in each place – and the other place is the standby.",
                    "data of several places must each stay there, with a promise of 99.9 % or more, or an rto",
                    "places in which a copy may lie = 1 each",
                    "GDPR chapter V, 2016; Azure documentation, paired regions of one geography, 2024",
                    "a second region lies in the same place");

    @Override
    public Card card() {
        return CARD;
    }

    /** The field that says where somebody's data lives: its words are the places. */
    private static Optional<String> decided(Sight sight, List<String> places) {
        List<String> wanted =
                places.stream().map(p -> p.toLowerCase(java.util.Locale.ROOT)).sorted().toList();
        return sight.entities().stream()
                .flatMap(e ->
                        e.fields().stream()
                                .filter(f ->
                                        f.values().stream()
                                                .map(v -> v.toLowerCase(java.util.Locale.ROOT))
                                                .sorted()
                                                .toList()
                                                .equals(wanted))
                                .map(f -> e.name() + "." + f.name()))
                .findFirst();
    }

    @Override
    public List<Element> look(Sight sight) {
        Optional<Constraint> stays = sight.constraint("residency");
        double promise = sight.value("quantity:system.availability");
        boolean asked = promise >= 0.999 || sight.has("quantity:system.rto");
        if (stays.isEmpty() || stays.get().values().size() < 2 || !asked) {
            return List.of();
        }
        List<String> places = stays.get().values();
        String id = promise > 0 ? "quantity:system.availability" : "quantity:system.rto";
        return Note.of(this, "places", stays.get().id(), stays.get().id())
                .weighs(Harm.LIFE_AND_LAW, places.size(), true)
                .conflicts(
                        "each of " + Say.list(places) + " at home, and a standby",
                        List.of(sight.quote(stays.get()), sight.quote(id)),
                        "With data of "
                                + Say.list(places)
                                + " each at home, "
                                + places.getFirst()
                                + " cannot be the standby of "
                                + places.get(1)
                                + ", and nothing can be shared: no database for all, no directory of all sign-ins, no edge that ends TLS elsewhere. "
                                + Say.n(places.size())
                                + " copies of the whole system, each with a standby of its own.",
                        List.of(
                                new Conflict.Option(
                                        "a copy of the system per place, a second zone in each; the name of the place stands in the address",
                                        Say.n(places.size())
                                                + " times the machines, one release to "
                                                + Say.n(places.size())
                                                + " places"),
                                new Conflict.Option(
                                        "a second region in each place as well",
                                        "half as many machines more in each"),
                                new Conflict.Option(
                                        "only what the law names stays, the rest is shared",
                                        "somebody has to draw that line for every field")),
                        0,
                        decided(sight, places)
                                        .map(f ->
                                                "The place follows "
                                                        + f
                                                        + ": may it change for a customer who has data already?")
                                        .orElse(
                                                "Does the place follow the customer who pays, or the people its data is about?")
                                + " And is losing a whole region inside the promise?");
    }
}
