package org.groundplan.architect.practice.devices;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Actor;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.UseCase;

/** What must go on when the line is cut has to be where it happens. */
final class OnItsOwn implements Practice {
    private static final Card CARD =
            new Card(
                    "ha.local-autonomy",
                    Card.Level.RULES,
                    "What must go on when the line is cut has to be where it happens.",
                    "devices or people may be offline, and they steer or record something there",
                    "hours a year = 1 − line's availability",
                    "our judgement; 99.5 % of a business line (44 h a year) is our assumption",
                    "nothing happens there meanwhile");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        Optional<Fleet> fleet = Fleet.all(sight).stream().filter(f -> f.offline() > 0).findFirst();
        Optional<UseCase> steers =
                sight.uses().stream()
                        .filter(u ->
                                u.name()
                                                .toLowerCase(Locale.ROOT)
                                                .matches(
                                                        ".*\\b(set|switch|command|steer|control|open|close|target|compare|valve|vent)\\w*\\b.*")
                                        && sight.changes(u))
                        .min(
                                Comparator.comparing((UseCase u) ->
                                                sight.actor(u)
                                                        .filter(a -> a.kind() == Actor.Kind.DEVICE)
                                                        .isPresent())
                                        .thenComparing(UseCase::id));
        if (fleet.isEmpty() || steers.isEmpty()) {
            return List.of();
        }
        return List.of(
                Note.of(
                                this,
                                fleet.get().use().slug(),
                                steers.get().id(),
                                steers.get().id(),
                                fleet.get().use().id())
                        .warns()
                        .weighs(Harm.LIFE_AND_LAW, Math.max(2, fleet.get().offline() / 600), true)
                        .says(
                                "The line may be away for "
                                        + Say.time(fleet.get().offline())
                                        + ", and “"
                                        + steers.get().name()
                                        + "” is decided here: for that long nothing is steered, whatever happens there.",
                                "The last plan and the limits lie at the gateway, which goes on with them by itself for as long as the line may be away; it reports afterwards what it did and by which version of the plan."));
    }
}
