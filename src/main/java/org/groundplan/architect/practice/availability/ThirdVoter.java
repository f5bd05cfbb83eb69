package org.groundplan.architect.practice.availability;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Known;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Component;
import org.groundplan.model.Element;
import org.groundplan.model.Origin;

/** Two places cannot decide by majority which one lives. */
final class ThirdVoter implements Practice {
    private static final Card CARD =
            new Card(
                    "ha.third-voter",
                    Card.Level.RULES,
                    "Two places cannot decide by majority which one lives.",
                    "two sites, and being back sooner than a person can be woken",
                    "majority of n = n/2 + 1: two of two, two of three",
                    "Ongaro and Ousterhout, In Search of an Understandable Consensus Algorithm, 2014; a person takes 15 min to a keyboard: our assumption",
                    "the provider's storage or load balancer decides, and is named");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        double rto = sight.value("quantity:system.rto");
        boolean automatic = sight.takesOverByItself();
        if (sight.sites() != 2 || !automatic || hasThird(sight)) {
            return List.of();
        }
        List<Element> out = new ArrayList<>();
        out.add(
                new Component(
                        "component:third-voter",
                        "third voter",
                        "breaks the tie when two sites cannot reach one another; holds no data",
                        "etcd, one small machine at a third place",
                        Origin.derived(
                                "practice " + id(),
                                "Two sites are no majority.",
                                List.of("quantity:system.rto"))));
        out.add(
                Note.of(this, "sites", "component:third-voter", "quantity:system.rto")
                        .built()
                        .weighs(Harm.PROMISE, rto > 0 ? Known.PAGE * 4 / rto : 4, true)
                        .says(
                                "Two places, and back "
                                        + (rto > 0 ? "within " + Say.time(rto) : "by itself")
                                        + ": when only the line between them is cut, each sees the other as dead. A majority of two is two, so neither may take over; if both do, two histories of the same rows have to be merged by hand.",
                                "A third voter without data stands in the list of components, at a third place (about 10 EUR a month, assumed; not among the files). First the set that may be promoted is narrowed, then the one that confirms."));
        return out;
    }

    private static boolean hasThird(Sight sight) {
        return sight.design().all(Component.class).stream()
                .anyMatch(c ->
                        (c.name() + " " + c.role())
                                .toLowerCase(Locale.ROOT)
                                .matches(
                                        ".*\\b(witness|arbiter|third|voter|quorum|tie-?breaker)\\b.*"));
    }
}
