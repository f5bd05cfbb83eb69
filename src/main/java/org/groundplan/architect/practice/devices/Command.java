package org.groundplan.architect.practice.devices;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Actor;
import org.groundplan.model.Card;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Rule;
import org.groundplan.model.TimeRule;
import org.groundplan.model.UseCase;

/** A command to a device needs an end, a number and a state “not known whether done”. */
final class Command implements Practice {
    private static final Card CARD =
            new Card(
                    "iot.command",
                    Card.Level.RULES,
                    "A command to a device needs an end, a number and a state “not known whether done”.",
                    "a command goes to devices, or a sentence says once or not at all",
                    "latest useful moment; unknown = commands × time away",
                    "OASIS MQTT 5.0, 4.3 (delivery) and 3.3.2.3.3 (message expiry), 2019",
                    "doing it twice has no effect");

    @Override
    public Card card() {
        return CARD;
    }

    private static final Pattern ONCE =
            Pattern.compile(
                    "once or not at all|at most once|exactly once|carried out once|never (?:be )?(?:executed|carried out|done) twice",
                    Pattern.CASE_INSENSITIVE);

    @Override
    public List<Element> look(Sight sight) {
        boolean devices =
                sight.design().all(Actor.class).stream()
                        .anyMatch(a -> a.kind() == Actor.Kind.DEVICE);
        Optional<UseCase> sends =
                sight.uses().stream()
                        .filter(u ->
                                u.name()
                                                .toLowerCase(Locale.ROOT)
                                                .matches(
                                                        ".*\\b(command|switch|open|close|set|dose|steer|control|vent|lock|unlock)\\w*\\b.*")
                                        && u.effects().stream()
                                                .anyMatch(e ->
                                                        e instanceof Effect.Insert i
                                                                && i.entity()
                                                                        .matches(
                                                                                ".*(Command|Order|Action|Instruction|Switch).*")))
                        .findFirst();
        if (!devices || sends.isEmpty()) {
            return List.of();
        }
        Optional<Rule> said = sight.sentence(ONCE);
        String entity =
                sends.get().effects().stream()
                        .filter(e -> e instanceof Effect.Insert)
                        .map(Effect::entity)
                        .findFirst()
                        .orElseThrow();
        boolean expires =
                sight.design().all(TimeRule.Lapse.class).stream()
                        .anyMatch(r -> r.entity().equals(entity));
        double away = Fleet.all(sight).stream().mapToDouble(Fleet::offline).max().orElse(0);
        double waiting = away * sight.mean(sends.get());
        return Note.of(
                        this,
                        entity,
                        sends.get().id(),
                        sends.get().id(),
                        said.map(Rule::id).orElse(sends.get().id()))
                .warns()
                .weighs(Harm.LIFE_AND_LAW, expires ? 1 : 10, true)
                .asks(
                        (said.isPresent()
                                        ? sight.quote(said.get())
                                        : "“" + sends.get().name() + "”")
                                + ": when the answer is lost, nobody knows whether it was done"
                                + (away > 0
                                        ? ", and a line that is away "
                                                + Say.time(away)
                                                + " delivers "
                                                + (waiting >= 2
                                                        ? "some of the "
                                                                + Say.about(waiting)
                                                                + " of that time when they are"
                                                        : "it when it is")
                                                + " no longer wanted"
                                        : "")
                                + "."
                                + (expires
                                        ? ""
                                        : " No rule says when " + Say.one(entity) + " ends."),
                        "Each has a number that the device keeps and does once, a moment after which it is refused there, and four states: sent, done, refused, not known; “not known” is shown and resolved by reading the state back, never by sending again.",
                        "Until when is " + Say.one(entity) + " still right to carry out?",
                        entity,
                        "for ever, as the brief stands");
    }
}
