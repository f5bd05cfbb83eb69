package org.groundplan.architect.practice.conflict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Conflict;
import org.groundplan.model.Element;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.UseCase;

/** Works without a network – and never twice. */
final class OfflineHardRule implements Practice {
    private static final Card CARD =
            new Card(
                    "conf.offline-vs-hard-rule",
                    Card.Level.CONFLICT,
                    "Works without a network – and never twice.",
                    "people act offline under a rule that bounds or forbids a second one",
                    "sold twice = a × b / places",
                    "O'Neil, The Escrow Transactional Method, TODS 1986",
                    "one device for each thing");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (UseCase use : sight.acts()) {
            double away = sight.offline(use);
            Optional<Rule> hard =
                    sight.design().all(Rule.class).stream()
                            .filter(r ->
                                    r instanceof Rule.Unique
                                            || r instanceof Rule.AtMost
                                            || r instanceof Rule.NoOverlap
                                            || r instanceof Rule.NeverBelow)
                            .filter(r ->
                                    sight.inserts(use, r.subject())
                                            || r instanceof Rule.NeverBelow
                                                    && sight.writes(use, r.subject()))
                            .findFirst();
            if (away < 60 || hard.isEmpty()) {
                continue;
            }
            double each = Math.max(1, sight.mean(use) * away);
            out.addAll(
                    Note.of(this, use.slug(), use.id(), use.id(), hard.get().id())
                            .weighs(Harm.HARD_RULE, each, true)
                            .conflicts(
                                    "“"
                                            + use.name()
                                            + "” without a network, and "
                                            + Names.words(hard.get().subject())
                                            + " never twice",
                                    List.of(sight.quote(use), sight.quote(hard.get())),
                                    "For "
                                            + Say.time(away)
                                            + " nobody can ask the others; about "
                                            + Say.about(each)
                                            + " of “"
                                            + use.name()
                                            + "” happen meanwhile, and two devices can do the same one.",
                                    List.of(
                                            new Conflict.Option(
                                                    "each device gets its own part beforehand",
                                                    "some parts run out while others have plenty"),
                                            new Conflict.Option(
                                                    "accepted as provisional, and settled when the line is back",
                                                    "somebody apologises, with a rule for who keeps it"),
                                            new Conflict.Option(
                                                    "refused without a network",
                                                    "it does not work for " + Say.time(away))),
                                    1,
                                    "Without a network: shall “"
                                            + use.name()
                                            + "” be refused, be provisional, or only reach into a part of its own?"));
        }
        return out;
    }
}
