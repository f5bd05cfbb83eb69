package org.groundplan.architect.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.Integration;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Question;
import org.groundplan.model.Rule;
import org.groundplan.model.SumRule;
import org.groundplan.model.UseCase;

/**
 * What each use case does to data: from its verb, the rules and the fields, unless the brief says
 * so.
 */
public final class EffectStep {
    private final Design design;
    private final List<Element> added = new ArrayList<>();

    private EffectStep(Design design) {
        this.design = design;
    }

    public static Design apply(Design design) {
        EffectStep step = new EffectStep(design);
        design.all(UseCase.class).forEach(step::useCase);
        return design.with(step.added);
    }

    private void useCase(UseCase useCase) {
        UseCase.Kind kind = useCase.kind() == null ? kind(useCase) : useCase.kind();
        List<Effect> effects = new ArrayList<>();
        useCase.effects().forEach(e -> effects.add(completed(e)));
        boolean authored = !effects.isEmpty();
        if (!authored) {
            useCase.writes().forEach(entity -> effects.add(written(useCase, entity)));
        }
        effects.replaceAll(e -> refined(e, effects, authored));
        useCase.reads().stream()
                .filter(r ->
                        effects.stream()
                                .noneMatch(
                                        e -> e.entity().equals(r) && !(e instanceof Effect.Call)))
                .forEach(r -> effects.add(new Effect.Read(r)));
        if (kind == UseCase.Kind.NOTIFY
                && effects.stream().noneMatch(Effect.Call.class::isInstance)) {
            mail().ifPresent(mail -> effects.add(new Effect.Call(mail)));
        }
        added.add(useCase.with(kind, effects));
    }

    /** Both sides of a posting, and the parts of a new row as a list. */
    private Effect refined(Effect effect, List<Effect> all, boolean authored) {
        String name = effect.entity();
        boolean makes = effect instanceof Effect.Insert || effect instanceof Effect.Append;
        if (!makes || effect instanceof Effect.Append a && a.posts()) {
            return effect;
        }
        Entity entity = design.entity(name);
        Optional<SumRule> balance = AlsoStatements.balance(design, name);
        Optional<String> between =
                balance.flatMap(b ->
                        entity.parents().stream()
                                .filter(p -> !p.equals(b.per()) && !entity.maybe().contains(p))
                                .findFirst());
        if (balance.isPresent() && between.isPresent()) {
            return new Effect.Append(name, balance.get().field(), between.get());
        }
        String owner = entity.partOf();
        boolean part =
                !authored
                        && owner != null
                        && all.stream()
                                .anyMatch(e ->
                                        e instanceof Effect.Insert && e.entity().equals(owner));
        return part ? new Effect.Insert(name, true) : effect;
    }

    private Optional<String> mail() {
        List<Integration> all = design.all(Integration.class);
        return all.stream()
                .filter(i -> i.purpose().matches("(?i)e-?mail|sms|push|notif.*"))
                .findFirst()
                .or(() -> all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty())
                .map(Integration::name);
    }

    private static String verb(UseCase useCase) {
        // a name of figures only has no verb
        return Names.words(useCase.name()).split("[^\\p{L}]+", 2)[0];
    }

    private UseCase.Kind kind(UseCase useCase) {
        String verb = verb(useCase);
        boolean writes =
                !useCase.writes().isEmpty() || useCase.effects().stream().anyMatch(Effect::writes);
        if (useCase.schedule() != null && Verbs.NOTIFY.contains(verb)) {
            return UseCase.Kind.NOTIFY;
        }
        if (writes) {
            if (Verbs.DELETE.contains(verb)) {
                return UseCase.Kind.DELETE;
            }
            return Verbs.UPDATE.contains(verb) ? UseCase.Kind.UPDATE : UseCase.Kind.COMMAND;
        }
        if (Verbs.NOTIFY.contains(verb)) {
            return UseCase.Kind.NOTIFY;
        }
        if (Verbs.SEARCH.contains(verb)) {
            return UseCase.Kind.SEARCH;
        }
        if (Verbs.REPORT.contains(verb)
                || useCase.name()
                        .matches(
                                "(?i).*\\b(how often|how many|how much|statistics|per year|last year)\\b.*")) {
            return UseCase.Kind.REPORT;
        }
        if (verb.equals("export")) {
            return UseCase.Kind.EXPORT;
        }
        return Verbs.READ.contains(verb) ? UseCase.Kind.LIST : UseCase.Kind.READ;
    }

    private Effect completed(Effect effect) {
        if (effect instanceof Effect.Transition t && t.field().isEmpty()) {
            String field = design.entity(t.entity()).states().map(Field::name).orElse("status");
            return new Effect.Transition(
                    t.entity(), field, t.from(), t.to(), t.oldest(), t.sameAs());
        }
        return effect;
    }

    private Effect written(UseCase useCase, String name) {
        String verb = verb(useCase);
        Entity entity = design.entity(name);
        Optional<Effect> move = move(verb, entity);
        if (move.isPresent()) {
            return move.get();
        }
        if (Verbs.DELETE.contains(verb)) {
            return new Effect.Delete(name);
        }
        boolean changes = Verbs.UPDATE.contains(verb) && !Verbs.sameStem(verb, name);
        if (changes && !changed(useCase, entity).isEmpty()) {
            return new Effect.Update(name, changed(useCase, entity));
        }
        if (Verbs.CREATE.contains(verb) || Verbs.sameStem(verb, name)) {
            return new Effect.Insert(name);
        }
        boolean others =
                design.all(UseCase.class).stream()
                        .filter(u -> !u.id().equals(useCase.id()) && u.writes().contains(name))
                        .anyMatch(u ->
                                Verbs.CREATE.contains(verb(u)) || Verbs.sameStem(verb(u), name));
        Effect guess =
                others && !changed(useCase, entity).isEmpty()
                        ? new Effect.Update(name, changed(useCase, entity))
                        : new Effect.Insert(name);
        boolean onlyWay =
                guess instanceof Effect.Insert
                        && (entity.states().isEmpty()
                                || design.all(UseCase.class).stream()
                                        .noneMatch(u ->
                                                !u.id().equals(useCase.id())
                                                        && u.writes().contains(name)));
        if (onlyWay) {
            return guess; // nothing else makes one
        }
        added.add(
                new Question(
                        "question:effect-of-" + useCase.slug() + "-on-" + Names.slug(name),
                        "What does “"
                                + useCase.name()
                                + "” do to "
                                + Names.article(Names.words(name))
                                + ": make a new one, change one, or move its state?",
                        "The verb does not tell. Errors, tests and attacks follow from the answer.",
                        List.of(useCase.id()),
                        guess.describe(),
                        Origin.derived(
                                "effects",
                                "“" + verb + "” is no verb of making, changing or deleting.",
                                List.of(useCase.id()))));
        return guess;
    }

    private Optional<Effect> move(String verb, Entity entity) {
        Optional<Field> states = entity.states();
        if (states.isEmpty()) {
            return Optional.empty();
        }
        List<String> hits =
                states.get().values().stream().filter(v -> Verbs.leadsTo(verb, v)).toList();
        if (hits.size() != 1
                || Verbs.CREATE.contains(verb)
                        && isInitial(entity, states.get(), hits.getFirst())) {
            return Optional.empty();
        }
        String to = hits.getFirst();
        List<String> from =
                design.all(Rule.Transitions.class).stream()
                        .filter(t ->
                                t.entity().equals(entity.name())
                                        && t.field().equals(states.get().name()))
                        .flatMap(t -> t.sources(to).stream())
                        .toList();
        boolean ruled =
                design.all(Rule.Transitions.class).stream()
                        .anyMatch(t -> t.entity().equals(entity.name()));
        String first = states.get().values().getFirst();
        if (!ruled && !cycle(states.get(), to)) {
            return Optional.empty();
        }
        if (from.isEmpty() && !ruled && !to.equals(first)) {
            return Optional.of(
                    new Effect.Transition(
                            entity.name(), states.get().name(), List.of(first), to, false, ""));
        }
        return from.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Effect.Transition(
                                entity.name(), states.get().name(), from, to, false, ""));
    }

    /**
     * Whether the values follow one another in a row's life: a kind or a purpose, such as {@code
     * payment}, stays.
     */
    private static boolean cycle(Field field, String to) {
        return field.name().matches("(?i).*(status|state|stage|phase|progress)")
                || Verbs.participle(to);
    }

    /** "Open a ticket" makes one that is open; it does not move one back. */
    private boolean isInitial(Entity entity, Field states, String state) {
        return design.all(Rule.Transitions.class).stream()
                .anyMatch(r ->
                        r.entity().equals(entity.name())
                                && r.initial(states.values()).equals(state));
    }

    /** Fields a change is about: those its name mentions, else all but the state. */
    private static List<String> changed(UseCase useCase, Entity entity) {
        List<Field> fields = entity.fields();
        if (Verbs.EXTEND.contains(verb(useCase))) {
            List<String> due = fields.stream().filter(FieldRoles::isDue).map(Field::name).toList();
            if (!due.isEmpty()) {
                return due;
            }
        }
        String said = plain(useCase.name());
        List<String> named =
                fields.stream()
                        .map(Field::name)
                        .filter(f -> said.contains(plain(Names.words(f))))
                        .toList();
        if (!named.isEmpty()) {
            return named;
        }
        String states = entity.states().map(Field::name).orElse("");
        return fields.stream()
                .filter(f -> !f.name().equals(states) && !FieldRoles.isRecorded(f))
                .map(Field::name)
                .toList();
    }

    /** Lower-case words between spaces: {@code e-mail} is {@code email}. */
    private static String plain(String words) {
        return " "
                + words.toLowerCase(Locale.ROOT)
                        .replace("-", "")
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip()
                + " ";
    }
}
