package org.groundplan.architect.boundaries;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.groundplan.model.Affinity;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Finding;
import org.groundplan.model.Module;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Team;
import org.groundplan.model.UseCase;

/**
 * Modules: aggregates are never cut; those that the same use cases touch go together. What somebody
 * decided wins.
 */
public final class ModuleStep {
    private final Design design;
    private final Map<String, List<UseCase>> about = new HashMap<>();
    private final Map<String, List<UseCase>> touching = new HashMap<>();

    private ModuleStep(Design design) {
        this.design = design;
    }

    public static Design apply(Design design) {
        ModuleStep step = new ModuleStep(design);
        step.index();
        return design.with(step.modules());
    }

    /** Which use cases are about an entity, and which touch it at all. */
    private void index() {
        for (UseCase useCase : design.all(UseCase.class)) {
            String subject =
                    useCase.effects().stream()
                            .filter(e -> e.writes())
                            .map(e -> e.entity())
                            .findFirst()
                            .orElse(useCase.reads().isEmpty() ? "" : useCase.reads().getFirst());
            about.computeIfAbsent(subject, _ -> new ArrayList<>()).add(useCase);
            Set<String> touched = new TreeSet<>(useCase.reads());
            touched.addAll(useCase.writes());
            touched.forEach(e -> touching.computeIfAbsent(e, _ -> new ArrayList<>()).add(useCase));
        }
    }

    private List<Element> modules() {
        List<Element> result = new ArrayList<>();
        Set<String> taken = new TreeSet<>();
        design.all(Module.class).forEach(m -> taken.addAll(m.owns()));
        Grouping grouping = Grouping.of(design, taken);
        for (Module authored : design.all(Module.class)) {
            result.add(
                    new Module(
                            authored.id(),
                            authored.name(),
                            authored.owns(),
                            grouping.aggregates(authored.owns()),
                            useCases(authored.owns()),
                            authored.team(),
                            authored.origin()));
        }
        cuts(taken, result);
        against(grouping.affinities(), result);
        result.addAll(grouping.affinities());
        for (Grouping.Group group : grouping.groups()) {
            String main = main(group.owns());
            result.add(
                    new Module(
                            id(main, result),
                            Names.plural(Names.words(main)),
                            group.owns(),
                            grouping.aggregates(group.owns()),
                            useCases(group.owns()),
                            team(main, group.owns()),
                            Origin.derived(
                                    "boundaries",
                                    grouping.why(group, this::name),
                                    group.owns().stream().map(Entity::id).toList())));
        }
        return result;
    }

    /** What a group of entities will be called. */
    private String name(List<String> owned) {
        return Names.plural(Names.words(main(owned)));
    }

    /**
     * The only team, or the one whose name speaks of what the module owns; empty when none does.
     */
    private String team(String main, List<String> owned) {
        List<Team> teams = design.all(Team.class);
        if (teams.size() == 1) {
            return teams.getFirst().name();
        }
        List<String> actors =
                owned.stream()
                        .flatMap(o -> about.getOrDefault(o, List.of()).stream())
                        .map(UseCase::actor)
                        .filter(java.util.Objects::nonNull)
                        .toList();
        return teams.stream()
                .filter(t ->
                        speaks(t.name(), main)
                                || owned.stream().anyMatch(o -> speaks(t.name(), o))
                                || actors.stream().anyMatch(a -> speaks(t.name(), a)))
                .min(
                        Comparator.comparing((Team t) -> !speaks(t.name(), main))
                                .thenComparing(
                                        t -> owned.stream().noneMatch(o -> speaks(t.name(), o)))
                                .thenComparing(Team::id))
                .map(Team::name)
                .orElse("");
    }

    /** {@code ordering} and {@code Order}, {@code courier logistics} and {@code Courier}. */
    private static boolean speaks(String team, String entity) {
        String noun = Names.words(entity);
        return List.of(Names.words(team).split(" ")).stream()
                .anyMatch(w ->
                        noun.length() >= 4
                                && (w.startsWith(noun) || w.length() >= 4 && noun.startsWith(w)));
    }

    /** An authored module may have the name that a derived one would get. */
    private static String id(String main, List<Element> there) {
        String id = "module:" + Names.slug(main);
        return there.stream().anyMatch(e -> e.id().equals(id)) ? id + "-rest" : id;
    }

    /** What somebody put into one module although its uses are those of another. */
    private void against(List<Affinity> affinities, List<Element> result) {
        for (Module authored : design.all(Module.class)) {
            for (String entity : authored.owns()) {
                List<Affinity> mine =
                        affinities.stream()
                                .filter(a -> a.a().equals(entity) || a.b().equals(entity))
                                .toList();
                double inside =
                        mine.stream()
                                .filter(a -> authored.owns().contains(other(a, entity)))
                                .mapToDouble(Affinity::likeness)
                                .max()
                                .orElse(0);
                mine.stream()
                        .filter(a -> !authored.owns().contains(other(a, entity)))
                        .max(
                                Comparator.comparingDouble(Affinity::likeness)
                                        .thenComparing(Affinity::id, Comparator.reverseOrder()))
                        .filter(a -> a.likeness() >= 2 * Likeness.ENOUGH)
                        .filter(a -> a.likeness() > 2 * inside)
                        .ifPresent(a -> result.add(against(authored, entity, a, inside)));
            }
        }
    }

    private static String other(Affinity affinity, String entity) {
        return affinity.a().equals(entity) ? affinity.b() : affinity.a();
    }

    private static Finding against(Module authored, String entity, Affinity near, double inside) {
        String why =
                "“"
                        + authored.name()
                        + "” owns "
                        + entity
                        + ", as the brief says, but “"
                        + near.shared().getFirst()
                        + "”"
                        + (near.shared().size() > 1
                                ? " and " + (near.shared().size() - 1) + " more use"
                                : " uses")
                        + " it together with "
                        + other(near, entity)
                        + ": likeness "
                        + Grouping.print(near.likeness())
                        + ", and "
                        + Grouping.print(inside)
                        + " to what it stands with.";
        return new Finding(
                "finding:boundary-against-" + Names.slug(entity),
                "boundary.against-use",
                Finding.Severity.ADVICE,
                55,
                authored.id(),
                why,
                "Keep it if a team or a law is the reason; else move " + entity + ".",
                Origin.derived("boundaries", why, List.of(near.id(), authored.id())));
    }

    /** What somebody cut apart although one transaction needs it together. */
    private void cuts(Set<String> authored, List<Element> result) {
        for (UseCase useCase : design.all(UseCase.class)) {
            Set<String> owners = new TreeSet<>();
            for (var effect : useCase.effects()) {
                if (effect.writes()) {
                    owners.add(
                            design.all(Module.class).stream()
                                    .filter(m -> m.owns().contains(effect.entity()))
                                    .map(Module::name)
                                    .findFirst()
                                    .orElse("the rest"));
                }
            }
            if (owners.size() > 1 && !authored.isEmpty()) {
                String why =
                        "“"
                                + useCase.name()
                                + "” changes data of "
                                + String.join(" and ", owners)
                                + " in one transaction, which the brief cuts apart.";
                result.add(
                        new Finding(
                                "finding:boundary-cuts-" + useCase.slug(),
                                "boundary.cuts-transaction",
                                Finding.Severity.WARNING,
                                75,
                                useCase.id(),
                                why,
                                "Keep the modules in one process and one database, or let one of the two follow by an event.",
                                Origin.derived("boundaries", why, List.of(useCase.id()))));
            }
        }
    }

    /** The entity that most others of the group, or most use cases, are about. */
    private String main(List<String> owned) {
        Map<String, Long> weight = new HashMap<>();
        for (String entity : owned) {
            long uses = touching.getOrDefault(entity, List.of()).size();
            long parts =
                    owned.size() == 1
                            ? 0
                            : owned.stream()
                                    .filter(o -> design.entity(o).parents().contains(entity))
                                    .count();
            weight.put(entity, uses * 2 + parts);
        }
        return owned.stream()
                .max(
                        Comparator.comparing((String e) -> weight.getOrDefault(e, 0L))
                                .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    private List<String> useCases(List<String> owned) {
        return owned.stream()
                .flatMap(o -> about.getOrDefault(o, List.of()).stream())
                .sorted(Comparator.comparing(UseCase::id))
                .map(UseCase::name)
                .toList();
    }
}
