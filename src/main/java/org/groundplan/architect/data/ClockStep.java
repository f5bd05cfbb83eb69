package org.groundplan.architect.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.Names;
import org.groundplan.model.Numbers;
import org.groundplan.model.Origin;
import org.groundplan.model.Rule;
import org.groundplan.model.TimeRule;
import org.groundplan.model.Unit;
import org.groundplan.model.UseCase;

/**
 * What lapses is moved on by a job: each such rule gets its states and a use case of the clock. The
 * job comes by ten times within the time allowed, so nothing waits more than a tenth longer.
 */
public final class ClockStep {
    private static final List<Integer> PERIODS = List.of(86_400, 3600, 900, 300, 60, 15, 5, 1);

    private final Design design;
    private final List<Element> added = new ArrayList<>();

    private ClockStep(Design design) {
        this.design = design;
    }

    public static Design apply(Design design) {
        ClockStep step = new ClockStep(design);
        design.all(TimeRule.Lapse.class).forEach(step::lapse);
        return design.with(step.added);
    }

    /** The rule a use case of the clock carries out. */
    static Optional<TimeRule.Lapse> sweeps(Design design, UseCase useCase) {
        return useCase.origin().from().stream()
                .flatMap(id -> design.find(TimeRule.Lapse.class, id).stream())
                .filter(_ -> useCase.origin().step().equals("clock"))
                .findFirst();
    }

    /** Whether some rule needs to know since when a row has been in its state. */
    static boolean waits(Design design, Entity entity) {
        return design.all(TimeRule.Lapse.class).stream()
                .anyMatch(r ->
                        r.entity().equals(entity.name())
                                && entity.states().isPresent()
                                && !r.from().equals(List.of(initial(design, entity))));
    }

    private static String initial(Design design, Entity entity) {
        List<String> words = entity.states().map(Field::values).orElse(List.of());
        return moves(design, entity)
                .map(r -> r.initial(words))
                .orElse(words.isEmpty() ? "" : words.getFirst());
    }

    private static Optional<Rule.Transitions> moves(Design design, Entity entity) {
        return design.all(Rule.Transitions.class).stream()
                .filter(r -> r.entity().equals(entity.name()))
                .findFirst();
    }

    private void lapse(TimeRule.Lapse rule) {
        Optional<UseCase> before =
                design.all(UseCase.class).stream()
                        .filter(u -> u.name().equals(rule.useCase()))
                        .findFirst();
        String name = rule.entity().isEmpty() ? target(before).orElse("") : rule.entity();
        if (name.isEmpty()) {
            unresolved(rule, "no entity of “" + rule.useCase() + "” has a state.");
            return;
        }
        Entity entity = design.entity(name);
        List<String> words = entity.states().map(Field::values).orElse(List.of());
        String to = match(words, rule.to()).orElseGet(() -> onlyOther(rule, entity, words));
        List<String> from =
                to.isEmpty() ? waiting(rule, entity, words) : from(rule, entity, words, to, before);
        if (!to.isEmpty() && from.isEmpty()) {
            unresolved(rule, "no state of " + name + " leads to " + to + ".");
            return;
        }
        TimeRule.Lapse resolved = rule.resolved(name, from, to);
        added.add(resolved);
        String many = Names.plural(Names.words(name));
        String after = " after " + Numbers.print(rule.seconds(), Unit.SECOND);
        String job =
                to.isEmpty()
                        ? "remove lapsed " + many + after
                        : "move " + many + " to " + to + after;
        Effect effect =
                to.isEmpty()
                        ? new Effect.Delete(name)
                        : new Effect.Transition(
                                name,
                                entity.states().map(Field::name).orElse("status"),
                                from,
                                to,
                                false,
                                "");
        added.add(
                new UseCase(
                        UseCase.id(job),
                        job,
                        UseCase.Kind.COMMAND,
                        null,
                        List.of(),
                        List.of(name),
                        List.of(),
                        null,
                        "every " + Numbers.print(period(rule.seconds()), Unit.SECOND),
                        List.of(),
                        null,
                        List.of(effect),
                        Origin.derived(
                                "clock",
                                "“" + rule.text() + "”: nobody does it, so the clock has to.",
                                List.of(rule.id()))));
    }

    private static BigDecimal period(BigDecimal seconds) {
        BigDecimal tenth = seconds.movePointLeft(1);
        return PERIODS.stream()
                .map(BigDecimal::valueOf)
                .filter(p -> p.compareTo(tenth) <= 0)
                .findFirst()
                .orElse(BigDecimal.ONE);
    }

    private Optional<String> target(Optional<UseCase> useCase) {
        return useCase.flatMap(u ->
                u.effects().stream()
                        .filter(Effect::writes)
                        .map(Effect::entity)
                        .filter(e -> design.entity(e).states().isPresent())
                        .findFirst());
    }

    private List<String> from(
            TimeRule.Lapse rule,
            Entity entity,
            List<String> words,
            String to,
            Optional<UseCase> before) {
        Optional<Effect.Transition> move =
                before.flatMap(u ->
                        u.effects().stream()
                                .filter(e ->
                                        e instanceof Effect.Transition t
                                                && t.entity().equals(entity.name()))
                                .map(Effect.Transition.class::cast)
                                .findFirst());
        Optional<Rule.Transitions> moves = moves(design, entity);
        List<String> leading =
                moves.map(r -> r.sources(to)).orElseGet(() -> List.of(initial(design, entity)));
        if (move.isPresent()) {
            return move.get().from().stream().filter(leading::contains).toList();
        }
        List<String> ended = ended(rule, words);
        return leading.stream().filter(s -> !ended.contains(s) && !s.equals(to)).toList();
    }

    private static List<String> ended(TimeRule.Lapse rule, List<String> words) {
        return rule.unless().stream().flatMap(u -> match(words, u).stream()).toList();
    }

    /**
     * The states in which a row waits that has no state for having lapsed: those from which it gets
     * to what ends the waiting, or the first. Nothing else is ever taken away.
     */
    private List<String> waiting(TimeRule.Lapse rule, Entity entity, List<String> words) {
        if (words.isEmpty()) {
            return List.of();
        }
        List<String> ended = ended(rule, words);
        List<String> sources =
                moves(design, entity)
                        .map(r ->
                                ended.stream()
                                        .flatMap(e -> r.sources(e).stream())
                                        .filter(s -> !ended.contains(s))
                                        .distinct()
                                        .toList())
                        .orElse(List.of());
        return sources.isEmpty() ? List.of(initial(design, entity)) : sources;
    }

    /** Where such a row can go besides: the state it lapses into, when there is just one. */
    private String onlyOther(TimeRule.Lapse rule, Entity entity, List<String> words) {
        List<String> ended = ended(rule, words);
        List<String> waiting = waiting(rule, entity, words);
        List<String> others =
                moves(design, entity)
                        .map(r ->
                                waiting.stream()
                                        .flatMap(w -> r.moves().getOrDefault(w, List.of()).stream())
                                        .filter(s -> !ended.contains(s) && !waiting.contains(s))
                                        .distinct()
                                        .toList())
                        .orElse(List.of());
        return others.size() == 1 && !ended.isEmpty() ? others.getFirst() : "";
    }

    /** {@code expires} means {@code expired}, {@code accepted} may be written {@code accept}. */
    private static Optional<String> match(List<String> words, String wanted) {
        String w = wanted.toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(s -> s.equalsIgnoreCase(wanted))
                .findFirst()
                .or(() ->
                        words.stream()
                                .filter(s -> {
                                    String state = s.toLowerCase(Locale.ROOT);
                                    int same = 0;
                                    while (same < Math.min(state.length(), w.length())
                                            && state.charAt(same) == w.charAt(same)) {
                                        same++;
                                    }
                                    return same >= 4 && same >= w.length() - 2;
                                })
                                .findFirst());
    }

    private void unresolved(TimeRule.Lapse rule, String why) {
        added.add(
                Workbench.unenforced(
                        rule,
                        "has nothing to act on: " + why,
                        "Name the states under entities, and the moves under rules."));
    }
}
