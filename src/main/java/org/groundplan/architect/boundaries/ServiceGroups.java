package org.groundplan.architect.boundaries;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.groundplan.model.Constraint;
import org.groundplan.model.Crossing;
import org.groundplan.model.Design;
import org.groundplan.model.Module;
import org.groundplan.model.Staff;

/**
 * Which modules run together when there are several services: what the brief says, else those that
 * share a rule, then those that are too little for a team, share a transaction or pass most.
 */
public final class ServiceGroups {
    public static final String MONOLITH = "modular monolith";
    public static final String APART = "modular monolith, its stream apart";
    public static final String FEW = "few services";
    public static final String MANY = "one service per module";

    /** Changes an engineer brings in a day, and the minutes each takes to be released (assumed). */
    private static final double CHANGES = 0.5;

    private static final double RELEASE = 15;
    private static final double DAY = 8 * 60.0;

    /** Of a working day, so that changes do not wait for one another for hours. */
    private static final double BUSY = 0.6;

    /** People for whom one line of releases is enough: 38.4. */
    public static final double ONE_LINE = BUSY * DAY / (RELEASE * CHANGES);

    /**
     * Modules that are deployed as one.
     *
     * @param name of the largest of them
     * @param modules ids, sorted
     */
    public record Group(String name, List<String> modules) {
        public Group {
            modules = List.copyOf(modules);
        }
    }

    private final Design design;
    private final List<Set<String>> groups = new ArrayList<>();

    private ServiceGroups(Design design) {
        this.design = design;
    }

    /** Share of a day that one line of releases is busy with the changes of so many. */
    public static double busy(double engineers) {
        return engineers * CHANGES * RELEASE / DAY;
    }

    /** Lines of releases that so many people need, two at least. */
    public static double lines(double engineers) {
        return Math.max(2, Math.ceil(engineers / ONE_LINE));
    }

    /** Names of use cases whose one transaction would span two of a few services. */
    public static List<String> cut(Design design) {
        List<Group> groups = of(design, FEW, "");
        Set<String> cut = new TreeSet<>();
        for (Crossing crossing : design.all(Crossing.class)) {
            boolean apart =
                    groups.stream()
                            .noneMatch(g ->
                                    g.modules().contains(crossing.from())
                                            && g.modules().contains(crossing.to()));
            crossing.spans().stream()
                    .filter(s -> apart && s.kind() == Crossing.Kind.TRANSACTION)
                    .forEach(s -> cut.add(design.useCase(s.subject()).name()));
        }
        return List.copyOf(cut);
    }

    /**
     * @param style as decided
     * @param stream entity that is appended most, empty when none is
     * @return one group when everything runs together
     */
    public static List<Group> of(Design design, String style, String stream) {
        ServiceGroups all = new ServiceGroups(design);
        if (all.authored()) {
            return all.named();
        }
        switch (style) {
            case MANY -> all.single();
            case APART -> all.apart(stream);
            case FEW -> {
                all.single();
                all.tie();
                all.join((int) lines(Staff.all(design)));
            }
            default -> {}
        }
        if (all.groups.isEmpty()) {
            Set<String> everything = new TreeSet<>();
            design.all(Module.class).forEach(m -> everything.add(m.id()));
            return List.of(new Group(design.name(), List.copyOf(everything)));
        }
        return all.named();
    }

    private void single() {
        design.all(Module.class).stream()
                .filter(m -> !m.technical())
                .forEach(m -> groups.add(new TreeSet<>(Set.of(m.id()))));
    }

    /** Services that the brief names, when they are not all there is; empty when it names none. */
    public static List<Constraint> named(Design design) {
        return new ServiceGroups(design).authored()
                ? design.all(Constraint.class).stream()
                        .filter(c -> c.id().startsWith(SERVICE))
                        .toList()
                : List.of();
    }

    private static final String SERVICE = "service:";

    /** What the brief calls services, and one for the rest; false when that makes one of all. */
    private boolean authored() {
        Set<String> placed = new HashSet<>();
        for (Constraint service : design.all(Constraint.class)) {
            if (service.id().startsWith(SERVICE)) {
                Set<String> modules = new TreeSet<>();
                design.all(Module.class).stream()
                        .filter(m -> service.values().contains(m.name()))
                        .forEach(m -> modules.add(m.id()));
                if (!modules.isEmpty()) {
                    groups.add(modules);
                    placed.addAll(modules);
                }
            }
        }
        if (!groups.isEmpty()) {
            Set<String> rest = new TreeSet<>();
            design.all(Module.class).stream()
                    .filter(m -> !m.technical() && !placed.contains(m.id()))
                    .forEach(m -> rest.add(m.id()));
            if (!rest.isEmpty()) {
                groups.add(rest);
            }
        }
        if (groups.size() < 2) {
            groups.clear();
        }
        return !groups.isEmpty();
    }

    private void apart(String stream) {
        Set<String> alone = new TreeSet<>();
        Set<String> rest = new TreeSet<>();
        for (Module module : design.all(Module.class)) {
            (module.owns().contains(stream) ? alone : rest).add(module.id());
        }
        if (!alone.isEmpty() && !rest.isEmpty()) {
            groups.add(alone);
            groups.add(rest);
        }
    }

    private Set<String> holding(String module) {
        return groups.stream().filter(g -> g.contains(module)).findFirst().orElse(Set.of());
    }

    private void merge(Set<String> one, Set<String> other) {
        if (!one.equals(other) && !one.isEmpty() && !other.isEmpty()) {
            groups.removeIf(g -> g.equals(other));
            one.addAll(other);
        }
    }

    /** What shares a rule is not cut. */
    private void tie() {
        for (Crossing crossing : design.all(Crossing.class)) {
            if (crossing.has(Crossing.Kind.RULE)) {
                merge(holding(crossing.from()), holding(crossing.to()));
            }
        }
    }

    /**
     * Joins those between which most passes, but not to more than one line of releases carries, as
     * long as there is a choice.
     */
    private void join(int wanted) {
        List<Set<String>> joined = new Ties(design, groups).joined(wanted);
        groups.clear();
        joined.forEach(g -> groups.add(new TreeSet<>(g)));
    }

    private int entities(Set<String> modules) {
        return modules.stream().mapToInt(m -> design.get(Module.class, m).owns().size()).sum();
    }

    /** Named by the module with most use cases; messages wait where most is changed. */
    private List<Group> named() {
        Set<String> largest =
                groups.stream()
                        .max(
                                Comparator.comparingInt((Set<String> g) -> entities(g))
                                        .thenComparing(
                                                g -> g.iterator().next(),
                                                Comparator.reverseOrder()))
                        .orElseThrow();
        design.all(Module.class).stream()
                .filter(m -> m.technical() && holding(m.id()).isEmpty())
                .forEach(m -> largest.add(m.id()));
        return groups.stream()
                .map(g -> new Group(name(g), List.copyOf(g)))
                .sorted(Comparator.comparing(Group::name))
                .toList();
    }

    private String name(Set<String> group) {
        return group.stream()
                .map(m -> design.get(Module.class, m))
                .filter(m -> !m.technical())
                .max(
                        Comparator.comparingInt((Module m) -> m.useCases().size())
                                .thenComparing(Module::id, Comparator.reverseOrder()))
                .map(Module::name)
                .orElse("messages");
    }
}
