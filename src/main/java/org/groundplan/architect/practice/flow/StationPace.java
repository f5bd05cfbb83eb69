package org.groundplan.architect.practice.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.architect.workload.WorkloadStep;
import org.groundplan.model.Card;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Finding;
import org.groundplan.model.Names;
import org.groundplan.model.UseCase;

/**
 * Where people work the system for others, their hands set the pace: seconds between two of their
 * acts at the peak, per place, says how many of them are needed and how little the server has to
 * do.
 */
final class StationPace implements Practice {
    private static final Card CARD =
            new Card(
                    "load.human-station",
                    Card.Level.ARITHMETIC,
                    "Hands set the pace: seconds between two acts at the peak.",
                    "people operate the system for others",
                    "seconds = people × 3600 / acts in the hour",
                    "Little, Operations Research 9(3), 1961",
                    "they work in bulk");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        Design design = sight.design();
        Map<String, List<UseCase>> byActor =
                design.all(UseCase.class).stream()
                        .filter(u ->
                                design.find(
                                                        org.groundplan.model.Integration.class,
                                                        org.groundplan.model.Integration.id(
                                                                String.valueOf(u.actor())))
                                                .isEmpty()
                                        && u.schedule() == null
                                        && u.actor() != null
                                        && WorkloadStep.operates(design, u)
                                        && u.effects().stream().anyMatch(Effect::writes))
                        .collect(
                                Collectors.groupingBy(
                                        u -> String.valueOf(u.actor()),
                                        TreeMap::new,
                                        Collectors.toList()));
        List<Element> result = new ArrayList<>();
        byActor.forEach(
                (actor, operated) -> station(design, actor, operated).ifPresent(result::add));
        return result;
    }

    private Optional<Element> station(Design design, String who, List<UseCase> operated) {
        double peak =
                operated.stream()
                        .mapToDouble(u -> Say.value(design, "quantity:" + u.slug() + ".rate-peak"))
                        .sum();
        Optional<Entity> places = places(design, operated);
        double count =
                places.map(p -> Say.value(design, "quantity:" + Names.slug(p.name()) + ".rows"))
                        .orElse(1.0);
        double there = Say.value(design, "quantity:actor." + Names.slug(who) + ".count");
        boolean enough = there >= Math.ceil(20 * peak) && there > 1;
        if (peak * 3600 / count < 30 || enough) {
            return Optional.empty();
        }
        String actor = Names.words(who);
        String where =
                places.map(p ->
                                " at each of "
                                        + Say.n(count)
                                        + " "
                                        + Names.plural(Names.words(p.name())))
                        .orElse("");
        double each = count / peak;
        List<String> from =
                new ArrayList<>(
                        operated.stream().map(u -> "quantity:" + u.slug() + ".rate-peak").toList());
        places.ifPresent(p -> from.add("quantity:" + Names.slug(p.name()) + ".rows"));
        String names =
                String.join(" and ", operated.stream().map(u -> "“" + u.name() + "”").toList());
        double busy = Math.ceil(20 / each);
        return Optional.of(
                Say.finding(
                        id(),
                        operated.getFirst().slug(),
                        Finding.Severity.WARNING,
                        75,
                        operated.getFirst().id(),
                        names
                                + (operated.size() == 1 ? " comes to " : " come to ")
                                + Say.n(peak * 3600)
                                + " in the busiest hour, one every "
                                + Say.n(each)
                                + " seconds"
                                + where
                                + ": if one takes 20 seconds in "
                                + Names.article(actor)
                                + "'s hands, "
                                + Say.n(20 / each)
                                + " of them are busy all the time, so "
                                + Say.n(busy)
                                + (count > 1 ? " are needed in each" : " are needed")
                                + ".",
                        busy > 12
                                ? "That is no work for hands: take it from a file or a call of the other side."
                                : "Make that screen one field and one key, and decide what is done by hand while the network is away.",
                        from));
    }

    /** The smallest counted entity that what is operated belongs to. */
    private static Optional<Entity> places(Design design, List<UseCase> operated) {
        return design.all(Entity.class).stream()
                .filter(e -> operated.stream().allMatch(u -> belongs(design, u, e)))
                .filter(e ->
                        e.parents().isEmpty()
                                && design.find("quantity:" + Names.slug(e.name()) + ".count")
                                        .isPresent())
                .filter(e ->
                        Say.value(design, "quantity:" + Names.slug(e.name()) + ".rows") <= 500
                                && Say.value(design, "quantity:" + Names.slug(e.name()) + ".rows")
                                        >= 1)
                .min(
                        Comparator.comparingDouble((Entity e) ->
                                        Say.value(
                                                design,
                                                "quantity:" + Names.slug(e.name()) + ".rows"))
                                .thenComparing(Entity::id));
    }

    private static boolean belongs(Design design, UseCase useCase, Entity place) {
        return useCase.effects().stream()
                .filter(Effect::writes)
                .anyMatch(e -> design.up(e.entity(), place.name()).size() > 1);
    }
}
