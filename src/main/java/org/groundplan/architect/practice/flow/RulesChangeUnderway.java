package org.groundplan.architect.practice.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;

/** What takes longer than a release runs on rules that have changed meanwhile. */
final class RulesChangeUnderway implements Practice {
    private static final Card CARD =
            new Card(
                    "flow.version-of-running",
                    Card.Level.RULES,
                    "What takes longer than a release runs on rules that have changed meanwhile.",
                    "something with a life cycle is decided by people, with a stated time for one or an amount that needs a second person",
                    "under way = new a day × days open; versions = days open / days between releases",
                    "our judgement; two weeks between releases and the days open are assumptions where not stated",
                    "it is decided the day it comes");

    @Override
    public Card card() {
        return CARD;
    }

    private static final Pattern DECIDED =
            Pattern.compile(
                    "four[- ]eyes|second (?:person|clerk|signature)|two (?:people|persons|signatures)|(?:another|other) (?:person|clerk|user)|approv",
                    Pattern.CASE_INSENSITIVE);

    @Override
    public List<Element> look(Sight sight) {
        if (sight.anywhere(DECIDED).isEmpty()) {
            return List.of();
        }
        List<Element> out = new ArrayList<>();
        for (Rule.Transitions rule : sight.design().all(Rule.Transitions.class)) {
            Optional<Entity> entity = sight.entity(rule.entity());
            boolean byHand =
                    sight.acts().stream()
                            .anyMatch(u ->
                                    sight.has("quantity:" + u.slug() + ".takes")
                                            && sight.writes(u, rule.entity()));
            if (entity.isEmpty() || rule.moves().size() < 2 || !byHand) {
                continue;
            }
            String open = "quantity:" + Names.slug(rule.entity()) + ".open-time";
            double days = Math.max(1, sight.value(open) / Sight.DAY);
            double underway = sight.comes(entity.get()) * days * Sight.DAY;
            if (underway < 10) {
                continue;
            }
            out.add(
                    Note.of(this, rule.entity(), rule.id(), rule.id())
                            .weighs(Harm.EFFORT, underway / 100, sight.said(open))
                            .says(
                                    "About "
                                            + Say.about(underway)
                                            + " "
                                            + Say.plural(rule.entity())
                                            + " are under way at any time ("
                                            + Say.n(days)
                                            + " days each"
                                            + (sight.said(open) ? "" : ", assumed")
                                            + "). A new limit, form or step meets all of them half-way.",
                                    Names.sentence(Say.one(rule.entity()))
                                            + " keeps the version of the rules it began with; limits are rows with a time from which they hold, and the statement that decides reads the one of its "
                                            + Say.words(rule.entity())
                                            + "."));
        }
        return out;
    }
}
