package org.groundplan.architect.boundaries;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.groundplan.architect.boundaries.Likeness.Pair;
import org.groundplan.model.Actor;
import org.groundplan.model.Affinity;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Entity;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;

/** Aggregates that go together, and why; what no use case touches follows a name or a reference. */
final class Grouping {
    /**
     * Entities of a module to be.
     *
     * @param roots of its aggregates
     */
    record Group(Set<String> roots, List<String> owns) {
        Group {
            roots = Set.copyOf(roots);
            owns = List.copyOf(owns);
        }
    }

    private final Design design;
    private final Uses uses;
    private final Map<String, List<String>> members;
    private final Likeness.Partition partition;
    private final List<Set<String>> groups = new ArrayList<>();
    private final List<Group> grouped;
    private final List<Affinity> affinities;
    private final Map<String, Group> holder = new HashMap<>();
    private final Map<String, Set<String>> neighbours = new HashMap<>();

    /** Why something goes with what it depends on. */
    private final Map<String, String> placed = new TreeMap<>();

    private final Set<String> named = new TreeSet<>();
    private final Set<String> referred = new TreeSet<>();
    private final Set<String> looked = new TreeSet<>();

    private Grouping(Design design, Uses uses, Collection<String> taken) {
        this.design = design;
        this.uses = uses;
        this.members = uses.aggregatesByRoot();
        Set<String> alone = new TreeSet<>(Set.of(Effect.Emit.MESSAGE));
        members.forEach((root, all) -> {
            if (taken.containsAll(all)) {
                alone.add(root);
            }
        });
        this.partition =
                Likeness.partition(
                        members.keySet().stream().filter(r -> !dependent(r)).toList(),
                        uses.uses(),
                        uses.factors(),
                        alone);
        partition.groups().forEach(g -> groups.add(new TreeSet<>(g)));
        dependents();
        untouched();
        members.replaceAll((_, all) -> all.stream().filter(e -> !taken.contains(e)).toList());
        groups.forEach(g -> g.removeIf(r -> owned(r).isEmpty()));
        groups.removeIf(Set::isEmpty);
        this.grouped = groups.stream().map(this::group).toList();
        this.affinities = pairs();
        for (Group group : grouped) {
            group.roots().forEach(r -> holder.put(r, group));
        }
        for (Affinity a : affinities) {
            neighbours.computeIfAbsent(a.a(), _ -> new TreeSet<>()).add(a.b());
            neighbours.computeIfAbsent(a.b(), _ -> new TreeSet<>()).add(a.a());
        }
    }

    /**
     * @param taken entities that somebody put into a module already
     */
    static Grouping of(Design design, Collection<String> taken) {
        return new Grouping(design, Uses.of(design), taken);
    }

    /** Aggregates among the entities of a module, the root of each first. */
    List<List<String>> aggregates(List<String> owns) {
        Map<String, List<String>> result = new TreeMap<>();
        for (String entity : owns) {
            result.computeIfAbsent(uses.rootOf(entity), _ -> new ArrayList<>()).add(entity);
        }
        result.forEach((root, all) -> {
            if (all.remove(root)) {
                all.addFirst(root);
            }
        });
        return List.copyOf(result.values());
    }

    List<Group> groups() {
        return grouped;
    }

    private Group group(Set<String> roots) {
        return new Group(roots, roots.stream().flatMap(r -> owned(r).stream()).sorted().toList());
    }

    private List<String> owned(String root) {
        return members.getOrDefault(root, List.of());
    }

    /** Whether it goes with another that is there to go with. */
    private boolean dependent(String root) {
        Uses.Dependent dependent = uses.dependentsByRoot().get(root);
        return dependent != null
                && members.containsKey(dependent.on())
                && !uses.dependentsByRoot().containsKey(dependent.on());
    }

    private void dependents() {
        for (String root : members.keySet()) {
            Uses.Dependent dependent = uses.dependentsByRoot().get(root);
            if (dependent != null && dependent(root)) {
                holding(dependent.on()).add(root);
                placed.put(
                        root,
                        "“"
                                + design.useCase(dependent.useCase()).name()
                                + "” is all that touches "
                                + root
                                + ", which belongs to "
                                + Names.article(Names.words(dependent.on())));
            }
        }
    }

    /** What no use case touches goes where its name or what it refers to is. */
    private void untouched() {
        Set<String> touched = new TreeSet<>();
        for (String root : members.keySet()) {
            List<Likeness.Use> touching = uses.touching(root);
            boolean lookup =
                    touching.size() == 1
                            && touching.getFirst().touched().getOrDefault(root, 1.0) < Uses.CHANGES
                            && holding(root).size() == 1;
            if (!touching.isEmpty() && !lookup) {
                touched.add(root);
            }
        }
        for (String root : members.keySet()) {
            if (!touched.contains(root) && !root.equals(Effect.Emit.MESSAGE)) {
                home(root);
            }
        }
    }

    private void home(String root) {
        Set<String> whole =
                members.keySet().stream()
                        .filter(o -> Names.words(root).startsWith(Names.words(o) + " "))
                        .max(Comparator.comparingInt(String::length))
                        .map(this::holding)
                        .orElse(Set.of());
        if (!whole.isEmpty()) {
            move(root, whole);
            named.add(root);
            return;
        }
        Map<String, Integer> votes = new TreeMap<>();
        for (String entity : owned(root)) {
            design.entity(entity)
                    .parents()
                    .forEach(p -> votes.merge(uses.rootOf(p), 1, Integer::sum));
            design.all(Entity.class).stream()
                    .filter(e -> e.parents().contains(entity))
                    .forEach(e -> votes.merge(uses.rootOf(e.name()), 1, Integer::sum));
        }
        Map<Set<String>, Integer> homes = new HashMap<>();
        votes.forEach((other, n) -> {
            if (!other.equals(root) && members.containsKey(other)) {
                homes.merge(holding(other), n, Integer::sum);
            }
        });
        int most = homes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<Set<String>> best =
                homes.entrySet().stream()
                        .filter(e -> e.getValue() == most && most > 0)
                        .map(Map.Entry::getKey)
                        .toList();
        Set<String> largest =
                best.stream()
                        .max(
                                Comparator.comparingInt(Grouping.this::entities)
                                        .thenComparing(
                                                g -> g.iterator().next(),
                                                Comparator.reverseOrder()))
                        .orElse(Set.of());
        // People of whom several speak alike are accounts, and belong to none of them.
        boolean person =
                best.size() > 1
                        && owned(root).stream().anyMatch(e -> design.find(Actor.id(e)).isPresent());
        if (!largest.isEmpty() && !person) {
            move(root, largest);
            referred.add(root);
            return;
        }
        if (votes.isEmpty()) {
            nearest(root);
        }
    }

    /** What one use case looks up, and nothing refers to, goes with what it is looked up with. */
    private void nearest(String root) {
        Set<String> near = Set.of();
        double most = 0;
        for (Set<String> group : groups) {
            double likeness = group.contains(root) ? 0 : partition.between(Set.of(root), group);
            if (likeness > most) {
                most = likeness;
                near = group;
            }
        }
        if (!near.isEmpty()) {
            move(root, near);
            looked.add(root);
        }
    }

    private int entities(Set<String> group) {
        return group.stream().mapToInt(r -> owned(r).size()).sum();
    }

    private Set<String> holding(String root) {
        return groups.stream().filter(g -> g.contains(root)).findFirst().orElse(Set.of());
    }

    private void move(String root, Set<String> to) {
        Set<String> from = holding(root);
        if (from.equals(to)) {
            return;
        }
        groups.removeIf(g -> g.equals(from));
        to.addAll(from);
    }

    /** Why these are together, and how near the next ones came. */
    String why(Group group, Function<List<String>, String> name) {
        if (group.owns().contains(Effect.Emit.MESSAGE)) {
            return "every use case that something follows leaves its message here, in its own transaction.";
        }
        List<String> parts = new ArrayList<>();
        for (String root : new TreeSet<>(group.roots())) {
            List<String> with = owned(root).stream().filter(e -> !e.equals(root)).toList();
            if (!with.isEmpty() && owned(root).contains(root)) {
                parts.add(root + " with its " + String.join(", ", with) + " changes as one");
            }
        }
        bond(group).ifPresent(parts::add);
        group.roots().stream()
                .sorted()
                .map(placed::get)
                .forEach(p -> {
                    if (p != null) {
                        parts.add(p);
                    }
                });
        untouched(group, named, "goes by name", "go by their names").ifPresent(parts::add);
        untouched(
                        group,
                        referred,
                        "stands where its references lead",
                        "stand where their references lead")
                .ifPresent(parts::add);
        untouched(
                        group,
                        looked,
                        "goes with what it is looked up with",
                        "go with what they are looked up with")
                .ifPresent(parts::add);
        if (parts.isEmpty()) {
            parts.add(alone(group));
        }
        Group near = nearest(group);
        if (near != null) {
            parts.add(
                    "nearest are "
                            + name.apply(near.owns())
                            + " with a likeness of "
                            + print(between(group, near))
                            + ", and "
                            + print(Likeness.ENOUGH)
                            + " would join them");
        }
        return Names.sentence(String.join("; ", parts)) + ".";
    }

    private static java.util.Optional<String> untouched(
            Group group, Set<String> which, String one, String several) {
        List<String> roots = group.roots().stream().filter(which::contains).sorted().toList();
        return roots.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(
                        String.join(" and ", roots)
                                + ", which hardly any use case touches, "
                                + (roots.size() == 1 ? one : several));
    }

    /** One aggregate by itself: who uses it, or who only names it. */
    private String alone(Group group) {
        String root = group.roots().iterator().next();
        List<Likeness.Use> touching = uses.touching(root);
        List<String> users =
                touching.stream()
                        .sorted(
                                Comparator.comparingDouble((Likeness.Use u) ->
                                                -u.touched().getOrDefault(root, 0.0))
                                        .thenComparing(Likeness.Use::name))
                        .map(u -> "“" + design.useCase(u.name()).name() + "”")
                        .toList();
        if (users.isEmpty()) {
            List<String> referrers =
                    design.all(Entity.class).stream()
                            .filter(e -> e.parents().contains(root))
                            .map(Entity::name)
                            .toList();
            return "no use case of this brief touches "
                    + root
                    + (referrers.isEmpty()
                            ? ""
                            : "; "
                                    + String.join(" and ", referrers)
                                    + (referrers.size() == 1 ? " refers to it" : " refer to it"));
        }
        int more = users.size() - 2;
        return users.stream().limit(2).collect(Collectors.joining(" and "))
                + (more > 0 ? " and " + more + " more" : "")
                + (users.size() == 1 ? " is all that touches " : " touch ")
                + root
                + with(root, touching);
    }

    /** What else the use cases of an aggregate touch, most often first. */
    private static String with(String root, List<Likeness.Use> touching) {
        Map<String, Integer> others = new TreeMap<>();
        touching.forEach(u ->
                u.touched().keySet().stream()
                        .filter(o -> !o.equals(root))
                        .forEach(o -> others.merge(o, 1, Integer::sum)));
        if (others.isEmpty()) {
            return ", and nothing else with it";
        }
        List<String> names =
                others.entrySet().stream()
                        .sorted(
                                Map.Entry.<String, Integer>comparingByValue()
                                        .reversed()
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .limit(2)
                        .map(Map.Entry::getKey)
                        .toList();
        return "; "
                + String.join(" and ", names)
                + (names.size() == 1 ? " is" : " are")
                + " touched mostly by others";
    }

    static String print(double likeness) {
        return String.format(Locale.ROOT, "%.2f", likeness);
    }

    /** The two of a group that most use cases share. */
    private java.util.Optional<String> bond(Group group) {
        Set<String> members = compared(group);
        if (members.size() < 2) {
            return java.util.Optional.empty();
        }
        return affinities().stream()
                .filter(a -> members.contains(a.a()) && members.contains(a.b()))
                .max(
                        Comparator.comparingDouble(Affinity::likeness)
                                .thenComparing(Affinity::id, Comparator.reverseOrder()))
                .map(a -> {
                    int more = a.shared().size() - 1;
                    return "“"
                            + a.shared().getFirst()
                            + "”"
                            + (more > 0 ? " and " + more + " more" : "")
                            + (more > 0 ? " touch " : " touches ")
                            + a.a()
                            + " and "
                            + a.b()
                            + " (likeness "
                            + print(a.likeness())
                            + ")";
                });
    }

    private @org.jspecify.annotations.Nullable Group nearest(Group group) {
        Set<String> near = new TreeSet<>();
        group.roots().forEach(r -> near.addAll(neighbours.getOrDefault(r, Set.of())));
        return near.stream()
                .map(holder::get)
                .filter(g -> g != null && !g.equals(group))
                .distinct()
                .filter(g -> between(group, g) > 0)
                .max(
                        Comparator.comparingDouble((Group g) -> between(group, g))
                                .thenComparing(g -> g.owns().getFirst(), Comparator.reverseOrder()))
                .orElse(null);
    }

    /** Mean likeness, without what was put where it stands for another reason. */
    private double between(Group one, Group other) {
        return partition.between(compared(one), compared(other));
    }

    private Set<String> compared(Group group) {
        Set<String> left = new TreeSet<>(group.roots());
        left.removeAll(placed.keySet());
        left.removeAll(named);
        left.removeAll(referred);
        left.removeAll(looked);
        return left.isEmpty() ? group.roots() : left;
    }

    /** Pairs of aggregates that some use case touches together. */
    List<Affinity> affinities() {
        return affinities;
    }

    private List<Affinity> pairs() {
        List<Affinity> result = new ArrayList<>();
        for (Map.Entry<Pair, Double> e : new TreeMap<>(partition.likeness()).entrySet()) {
            Pair pair = e.getKey();
            List<String> shared =
                    uses.touching(pair.a()).stream()
                            .filter(u -> u.touched().containsKey(pair.b()))
                            .sorted(
                                    Comparator.comparingDouble((Likeness.Use u) -> -share(u, pair))
                                            .thenComparing(Likeness.Use::name))
                            .map(Likeness.Use::name)
                            .toList();
            String against = uses.against().getOrDefault(pair, "");
            String names =
                    shared.stream()
                            .limit(3)
                            .map(id -> "“" + design.useCase(id).name() + "”")
                            .collect(Collectors.joining(", "));
            result.add(
                    new Affinity(
                            Affinity.id(pair.a(), pair.b()),
                            pair.a(),
                            pair.b(),
                            Math.round(e.getValue() * 1000) / 1000.0,
                            shared.stream().map(id -> design.useCase(id).name()).toList(),
                            against,
                            Origin.derived(
                                    "boundaries",
                                    names
                                            + (shared.size() > 3
                                                    ? " and " + (shared.size() - 3) + " more"
                                                    : "")
                                            + (shared.size() == 1 ? " touches" : " touch")
                                            + " both; cosine of who touches what, each use weighed by its rate and divided among what it touches"
                                            + (against.isEmpty()
                                                    ? "."
                                                    : "; less, because " + against + "."),
                                    shared)));
        }
        return result;
    }

    private static double share(Likeness.Use use, Pair pair) {
        return use.weight()
                * use.touched().getOrDefault(pair.a(), 0.0)
                * use.touched().getOrDefault(pair.b(), 0.0);
    }
}
