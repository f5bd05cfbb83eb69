package org.groundplan.architect.practice.devices;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.UseCase;

/** When the line returns, the old must not delay the new. */
final class ComesLate implements Practice {
    private static final Card CARD =
            new Card(
                    "iot.backfill",
                    Card.Level.PARTNERS,
                    "When the line returns, the old must not delay the new.",
                    "devices or gateways may be offline for a stated time",
                    "backlog = devices × time / interval; drain = backlog / spare rate",
                    "Akidau and others, The Dataflow Model, VLDB 2015",
                    "what is old is thrown away");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (Fleet f : Fleet.all(sight)) {
            double away = f.offline();
            double senders =
                    Math.max(
                            1,
                            String.valueOf(f.use().actor()).equals(f.who())
                                    ? 1
                                    : sight.count(f.use().actor()));
            double backlog = away > 0 ? f.many() / senders * f.perReport() * away / f.every() : 0;
            if (backlog < 1000) {
                continue;
            }
            Optional<UseCase> alarm =
                    sight.uses().stream()
                            .filter(u ->
                                    u.name()
                                            .toLowerCase(Locale.ROOT)
                                            .matches("(?:raise|call|alarm|alert|warn|notify)\\b.*"))
                            .findFirst();
            double drain = backlog / Math.max(1, f.rate() / senders);
            out.add(
                    Note.of(this, f.use().slug(), f.use().id(), f.use().id())
                            .warns()
                            .weighs(Harm.PROMISE, backlog / 100_000, true)
                            .says(
                                    "After "
                                            + Say.time(away)
                                            + " without a line "
                                            + (senders > 1
                                                    ? "one "
                                                            + Say.words(
                                                                    String.valueOf(f.use().actor()))
                                                            + " brings "
                                                    : "")
                                            + Say.n(backlog)
                                            + " "
                                            + Say.plural(f.entity())
                                            + (senders > 1 ? "" : " come")
                                            + " at once; with room for twice its usual "
                                            + Say.rate(f.rate() / senders)
                                            + " that takes "
                                            + Say.time(drain)
                                            + ", and in one line the newest is that old all the while."
                                            + (alarm.isPresent()
                                                    ? " “"
                                                            + alarm.get().name()
                                                            + "” then speaks of yesterday."
                                                    : "")
                                            + " A day's figures may change until "
                                            + Say.time(away + drain)
                                            + " later.",
                                    "Two lanes: the newest first, the past behind it; time is the device's, with the arrival beside it; what was computed for a time is computed again; alarms look at values younger than a few minutes only."));
        }
        return out;
    }
}
