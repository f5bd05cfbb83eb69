package org.groundplan.architect.boundaries;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Finding;
import org.groundplan.model.Module;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Rule;
import org.groundplan.model.Team;
import org.groundplan.model.UseCase;

/**
 * Modules: entities that change in one transaction, or that one rule relates, are never cut. What
 * is only read goes with the module that refers to it most, or stands by itself when it has its own
 * readers.
 */
public final class ModuleStep {
    private final Design design;
    private final Map<String, List<UseCase>> about = new HashMap<>();
    private final Map<String, List<UseCase>> touching = new HashMap<>();
    private final Map<String, Integer> children = new HashMap<>();
    private final Map<String, String> group = new TreeMap<>();

    private ModuleStep(Design design) {
        this.design = design;
    }

    public static Design apply(Design design) {
        ModuleStep step = new ModuleStep(design);
        design.all(Entity.class).forEach(e -> step.group.put(e.name(), e.name()));
        step.index();
        step.together();
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
        for (Entity entity : design.all(Entity.class)) {
            entity.parents().forEach(p -> children.merge(p, 1, Integer::sum));
        }
    }

    private String root(String entity) {
        String at = entity;
        while (!at.equals(group.getOrDefault(at, at))) {
            at = group.getOrDefault(at, at);
        }
        return at;
    }

    private void join(String a, String b) {
        String first = root(a);
        String second = root(b);
        if (!first.equals(second) && group.containsKey(first) && group.containsKey(second)) {
            String low = first.compareTo(second) < 0 ? first : second;
            group.put(low.equals(first) ? second : first, low);
        }
    }

    private void together() {
        for (UseCase useCase : design.all(UseCase.class)) {
            List<String> written =
                    useCase.effects().stream()
                            .filter(e -> e.writes())
                            .map(e -> e.entity())
                            .distinct()
                            .toList();
            for (int i = 1; i < written.size(); i++) {
                join(written.getFirst(), written.get(i));
            }
        }
        for (Rule rule : design.all(Rule.class)) {
            if (rule instanceof Rule.OnlyWhen guard) {
                design.all(UseCase.class).stream()
                        .filter(u -> u.name().equals(guard.useCase()))
                        .flatMap(u -> u.effects().stream())
                        .filter(e -> e.writes())
                        .forEach(e -> join(e.entity(), guard.entity()));
            }
        }
        for (Entity entity : design.all(Entity.class)) {
            if (entity.partOf() != null) {
                join(entity.name(), entity.partOf());
            }
            // A record of having told somebody lives with what it tells of.
            boolean leaf = entity.parents().size() == 1 && !children.containsKey(entity.name());
            if (leaf) {
                join(entity.name(), entity.parents().getFirst());
            }
        }
        reference();
    }

    /** Data that no use case writes: its parts belong together, people apart from things. */
    private void reference() {
        Set<String> written = new TreeSet<>();
        design.all(UseCase.class)
                .forEach(u ->
                        u.effects().stream()
                                .filter(e -> e.writes())
                                .forEach(e -> written.add(e.entity())));
        for (Entity entity : design.all(Entity.class)) {
            if (!written.contains(entity.name())) {
                entity.parents().stream()
                        .filter(p -> !written.contains(p) && personal(p) == personal(entity.name()))
                        .forEach(p -> join(entity.name(), p));
            }
        }
    }

    private boolean personal(String entity) {
        return design.entity(entity).data().isPersonal();
    }

    private List<Element> modules() {
        Map<String, List<String>> members = new TreeMap<>();
        List<Element> result = new ArrayList<>();
        Set<String> taken = new TreeSet<>();
        for (Module authored : design.all(Module.class)) {
            taken.addAll(authored.owns());
            result.add(
                    new Module(
                            authored.id(),
                            authored.name(),
                            authored.owns(),
                            useCases(authored.owns()),
                            authored.team(),
                            authored.origin()));
        }
        cuts(taken, result);
        group.keySet().stream()
                .filter(e -> !taken.contains(e))
                .forEach(e -> members.computeIfAbsent(root(e), _ -> new ArrayList<>()).add(e));
        for (List<String> owned : members.values()) {
            String main = main(owned);
            List<String> useCases = useCases(owned);
            String why = owned.size() == 1 ? alone(main) : reason(owned);
            result.add(
                    new Module(
                            id(main, result),
                            Names.plural(Names.words(main)),
                            owned,
                            useCases,
                            team(main, owned),
                            Origin.derived(
                                    "boundaries", why, owned.stream().map(Entity::id).toList())));
        }
        return result;
    }

    /**
     * The only team, or the one whose name speaks of what the module owns; empty when none does.
     */
    private String team(String main, List<String> owned) {
        List<Team> teams = design.all(Team.class);
        if (teams.size() == 1) {
            return teams.getFirst().name();
        }
        return teams.stream()
                .filter(t ->
                        speaks(t.name(), main) || owned.stream().anyMatch(o -> speaks(t.name(), o)))
                .min(
                        Comparator.comparing((Team t) -> !speaks(t.name(), main))
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

    /** An entity that no transaction changes together with another. */
    private String alone(String entity) {
        if (entity.equals(Effect.Emit.MESSAGE)) {
            return "every use case that something follows leaves its message here, in its own transaction.";
        }
        List<String> writers =
                design.all(UseCase.class).stream()
                        .filter(u ->
                                u.effects().stream()
                                        .anyMatch(e -> e.writes() && e.entity().equals(entity)))
                        .map(u -> "“" + u.name() + "”")
                        .toList();
        List<String> referrers =
                design.all(Entity.class).stream()
                        .filter(e -> e.parents().contains(entity))
                        .map(Entity::name)
                        .toList();
        if (writers.isEmpty()) {
            return "no use case of this brief writes it"
                    + (referrers.isEmpty()
                            ? "."
                            : "; "
                                    + String.join(", ", referrers)
                                    + " refer"
                                    + (referrers.size() == 1 ? "s" : "")
                                    + " to it.");
        }
        return writers.stream().limit(2).collect(Collectors.joining(" and "))
                + (writers.size() > 2 ? " and " + (writers.size() - 2) + " more" : "")
                + (writers.size() == 1 ? " changes it" : " change it")
                + " and nothing else in the same transaction, and no rule relates it to other rows.";
    }

    private String reason(List<String> owned) {
        Set<String> because = new LinkedHashSet<>();
        Set<UseCase> near = new java.util.LinkedHashSet<>();
        owned.forEach(o -> near.addAll(about.getOrDefault(o, List.of())));
        for (UseCase useCase : near) {
            long written =
                    useCase.effects().stream()
                            .filter(e -> e.writes())
                            .map(e -> e.entity())
                            .distinct()
                            .filter(owned::contains)
                            .count();
            if (written > 1) {
                because.add(
                        "“"
                                + useCase.name()
                                + "” changes "
                                + useCase.effects().stream()
                                        .filter(e -> e.writes())
                                        .map(e -> e.entity())
                                        .distinct()
                                        .collect(Collectors.joining(" and "))
                                + " in one transaction");
            }
        }
        for (Rule.OnlyWhen rule : design.all(Rule.OnlyWhen.class)) {
            if (owned.contains(rule.entity())) {
                because.add("“" + rule.text() + "” relates them");
            }
        }
        return because.isEmpty()
                ? String.join(", ", owned)
                        + " are one thing and its parts; no use case of this brief writes them on their own."
                : because.stream().limit(2).collect(Collectors.joining("; ")) + ".";
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
