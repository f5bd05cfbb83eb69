package org.groundplan.architect.practice.team;

import java.util.List;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Finding;
import org.groundplan.model.Names;
import org.groundplan.model.Numbers;
import org.groundplan.model.Team;

/**
 * Too few people for a rota: what that means for availability, said as a number and not as a risk.
 */
final class OrgHands implements Practice {
    private static final Card CARD =
            new Card(
                    "org.no-on-call",
                    Card.Level.ARITHMETIC,
                    "With fewer than four people nobody is on call.",
                    "fewer than four engineers and operators",
                    "outages a year × time until somebody is back",
                    "Google, SRE Workbook, chapter 8, 2018 (size of a rota); four is our lower bound",
                    "somebody else answers at night");

    @Override
    public Card card() {
        return CARD;
    }

    private static String busiest(Sight sight) {
        return sight.acts().stream()
                .filter(sight::changes)
                .filter(u ->
                        sight.design()
                                .find(
                                        org.groundplan.model.Actor.class,
                                        org.groundplan.model.Actor.id(String.valueOf(u.actor())))
                                .filter(a -> a.signsIn(sight.design()))
                                .isPresent())
                .max(
                        java.util.Comparator.comparingDouble(sight::peak)
                                .thenComparing(org.groundplan.model.UseCase::id))
                .map(org.groundplan.model.UseCase::name)
                .orElse("all");
    }

    @Override
    public List<Element> look(Sight sight) {
        Design design = sight.design();
        double people =
                design.all(Team.class).stream()
                        .mapToDouble(t ->
                                Say.value(
                                                design,
                                                "quantity:team."
                                                        + Names.slug(t.name())
                                                        + ".engineers")
                                        + Say.value(
                                                design,
                                                "quantity:team."
                                                        + Names.slug(t.name())
                                                        + ".operations"))
                        .sum();
        if (people == 0 || people >= 4) {
            return List.of();
        }
        String share =
                design.findQuantity("quantity:system.expected-availability")
                        .map(q -> Numbers.percent(q.value().round(new java.math.MathContext(4))))
                        .orElse("");
        String stated =
                design.findQuantity("quantity:system.availability")
                        .map(q -> Numbers.percent(q.value()))
                        .orElse("");
        String promise =
                stated.isEmpty()
                        ? "With "
                                + Say.print(design, "quantity:k.outages")
                                + " outages a year and "
                                + Say.print(design, "quantity:k.back")
                                + " until somebody is back, a month with one of them is "
                                + share
                                + "; to be back within minutes takes a rota of four."
                        : stated
                                + " was asked for, "
                                + Say.time(
                                        (1
                                                        - design.quantity(
                                                                        "quantity:system.availability")
                                                                .value()
                                                                .doubleValue())
                                                * 2_592_000)
                                + " of a month: what breaks in the evening and waits ten hours for the morning (assumed) takes "
                                + Say.n(
                                        36_000
                                                / ((1
                                                                - design.quantity(
                                                                                "quantity:system.availability")
                                                                        .value()
                                                                        .doubleValue())
                                                        * 2_592_000))
                                + " months of that, and a rota needs at least four people.";
        return List.of(
                Say.finding(
                        id(),
                        "team",
                        stated.isEmpty() ? Finding.Severity.ADVICE : Finding.Severity.WARNING,
                        stated.isEmpty() ? 72 : 80,
                        design.all(Team.class).getFirst().id(),
                        Say.n(people)
                                + (people == 1
                                        ? " person looks"
                                        : people < 1 ? " of a person's time looks" : " people look")
                                + " after it, so nobody is on call. "
                                + promise,
                        "Agree the hours in which somebody answers, those of “"
                                + busiest(sight)
                                + "” first; a second person has the keys and has restored a backup once.",
                        List.of(design.all(Team.class).getFirst().id())));
    }
}
