package org.groundplan.brief.prose;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules about when: deadlines, what lapses, what stands in the way. */
@SuppressWarnings(
        "ReferenceEquality") // the very phrase, clause or sentence, not one that looks like it
final class Guards {
    private static final Pattern ELSE =
            Pattern.compile(
                    "(?i)\\b(?:or|otherwise|or else)\\b,?\\s+(?:else\\s+)?(?:it|they|the [\\p{L} -]+|this)\\s+(?:is|are|gets?|will be)\\s+(?:automatically\\s+)?(\\p{L}+ed|withdrawn|sent back|closed)\\b");
    private static final Pattern LAPSE =
            Pattern.compile(
                    "(?i)\\b(?:lapses?|expires?|runs out|is released|are released|is cancell?ed|are cancell?ed|is closed|is withdrawn|is returned|times out)\\b");
    private static final Pattern BEFORE =
            Pattern.compile(
                    "(?i)\\b(?:until|up to|no later than|at least|only)\\s+(\\d+|\\p{L}+)\\s+(minutes?|hours?|days?|weeks?)\\s+before\\s+(?:the\\s+|an?\\s+|it\\s+|its\\s+|their\\s+)?([\\p{L} -]{3,30}?)\\s+(starts?|begins?|opens?|departs?|start|leaves?)\\b");

    private final Understanding u;
    private final Things things;
    private final Uses uses;
    private final RuleDraft draft;

    Guards(Understanding understanding, Things things, Uses uses, RuleDraft draft) {
        this.u = understanding;
        this.things = things;
        this.uses = uses;
        this.draft = draft;
    }

    /** {@code accepts the order within three minutes or it is cancelled}. */
    boolean within(Demands.Demand d) {
        Matcher m = ELSE.matcher(d.text());
        Figure term =
                draft.figures(d).stream()
                        .filter(f -> f.time() && f.role() == Figure.Role.TERM)
                        .findFirst()
                        .orElse(null);
        Use use = uses.changing(d.told().sentence()).findFirst().orElse(null);
        if (!m.find() || term == null || use == null || use.main == null) {
            return false;
        }
        String state = m.group(1).toLowerCase(Locale.ROOT);
        if (!use.main.states.isEmpty() && !use.main.states.contains(state)) {
            use.main.states.add(state);
        }
        u.placed.add(term);
        draft.formal(
                use.name + " within " + term.amount() + " else " + state, RuleDraft.said(d, 75));
        return true;
    }

    boolean lapse(Demands.Demand d) {
        Matcher m = LAPSE.matcher(d.text());
        Figure term = draft.figures(d).stream().filter(Figure::time).findFirst().orElse(null);
        Thing thing = things.of(draft.subject(d));
        if (!m.find()
                || term == null
                || thing == null
                || !d.text().matches("(?is).*\\bafter\\b.*")
                || d.text().matches("(?is).*\\b(?:wrong|failed|inactiv|attempt).*")) {
            return false;
        }
        Matcher unless =
                Pattern.compile(
                                "(?i)\\bunless (?:it (?:is|has been) |they (?:are|have been) )?(\\p{L}+(?:ed|aid|ent|old))\\b")
                        .matcher(d.text());
        String spared = unless.find() ? " unless " + unless.group(1).toLowerCase(Locale.ROOT) : "";
        String word = m.group().toLowerCase(Locale.ROOT).replaceFirst("^(?:is|are) ", "");
        String to = word.matches("lapses?|expires?|runs out|times out") ? "expired" : word;
        if (!thing.states.isEmpty() && !thing.states.contains(to)) {
            thing.states.add(to);
        }
        u.placed.add(term);
        draft.formal(
                thing.name
                        + (to.equals("expired") ? " expires after " : " is " + to + " after ")
                        + term.amount()
                        + spared,
                RuleDraft.said(d, 78));
        return true;
    }

    boolean deadline(Demands.Demand d) {
        Matcher m = BEFORE.matcher(d.text());
        Use use = uses.changing(d.told().sentence()).findFirst().orElse(null);
        if (!m.find() || use == null || use.main == null) {
            return false;
        }
        Thing thing = things.named(Lexicon.wordnet().base(true, m.group(3).strip()));
        String field =
                (m.group(4).startsWith("open")
                                ? "opens"
                                : m.group(4).matches("depart.*|leave.*") ? "departs" : "starts")
                        + "At";
        if (thing == null || thing != use.main && !use.main.belongsTo.contains(thing.name)) {
            return false;
        }
        if (!thing.fields.isEmpty() || !thing.states.isEmpty()) {
            thing.fields.putIfAbsent(field, "instant");
        }
        draft.figures(d).stream().filter(Figure::time).forEach(u.placed::add);
        draft.formal(
                use.name
                        + " only until "
                        + m.group(1)
                        + " "
                        + m.group(2)
                        + " before "
                        + thing.name
                        + "."
                        + field,
                RuleDraft.said(d, 72));
        return true;
    }

    /** {@code extend them, unless someone else has reserved the item}. */
    boolean unless(Demands.Demand d) {
        for (Story.Deed s : u.story.deeds()) {
            Part.Act act = s.clause().act();
            if (s.sentence() != d.told().sentence()
                    || act == null
                    || !s.clause().lead().equals("unless")) {
                continue;
            }
            Thing guard = things.named(Lexicon.wordnet().nounOf(act.verb()));
            Use use =
                    uses.changing(d.told().sentence())
                            .filter(x -> x.main != null)
                            .reduce((a, b) -> b)
                            .orElse(null);
            if (guard == null || use == null || use.main == null) {
                continue;
            }
            Thing guarded = use.main;
            List<String> same =
                    things.things().stream()
                            .filter(t ->
                                    guard.belongsTo.contains(t.name)
                                            && guarded.belongsTo.contains(t.name)
                                            && !things.person(t))
                            .map(t -> t.name)
                            .toList();
            String whom =
                    things.things().stream()
                            .filter(t ->
                                    guard.belongsTo.contains(t.name)
                                            && guarded.belongsTo.contains(t.name)
                                            && things.person(t))
                            .map(t -> t.name)
                            .findFirst()
                            .orElse("");
            boolean other =
                    d.text()
                            .matches(
                                    "(?is).*\\bunless (?:someone|somebody|anyone) else\\b.*|.*\\bunless another\\b.*");
            if (!same.isEmpty()) {
                draft.formal(
                        use.name
                                + " only when no "
                                + guard.name
                                + " of same "
                                + String.join(" and ", same)
                                + (other && !whom.isEmpty() ? " by another " + whom : ""),
                        RuleDraft.said(d, 74));
                return true;
            }
        }
        return false;
    }

    /** {@code reserve an item that is on loan}. */
    void guards() {
        for (Use use : uses.all.values()) {
            if (VerbKinds.reads(use.verb) || use.main == null) {
                continue;
            }
            for (Story.Deed s : u.story.deeds()) {
                Clause c = s.clause();
                boolean that =
                        s.sentence() == use.said.sentence()
                                && c.lead().equals("that")
                                && c.act() != null
                                && c.act().verb().equals("be")
                                && !c.with().isEmpty()
                                && s.subject() != null;
                Thing state =
                        that && c.with().getFirst().preposition().matches("on|in|under")
                                ? things.of(c.with().getFirst().phrase())
                                : null;
                Thing of = that ? things.of(s.subject()) : null;
                if (state == null
                        || of == null
                        || !state.belongsTo.contains(of.name)
                        || !use.main.belongsTo.contains(of.name)) {
                    continue;
                }
                String is = state.states.isEmpty() ? "" : " is " + state.states.getFirst();
                draft.formal(
                        use.name + " only when a " + state.name + " of same " + of.name + is,
                        Said.of(s.sentence(), 70));
            }
        }
    }
}
