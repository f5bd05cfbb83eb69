package org.groundplan.brief.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rules that bound something: so many at most, one only, never below, never changed, not more than.
 */
@SuppressWarnings(
        "ReferenceEquality") // the very phrase, clause or sentence, not one that looks like it
final class Bounds {
    private final Understanding u;
    private final Things things;
    private final RuleDraft draft;

    Bounds(Understanding understanding, Things things, RuleDraft draft) {
        this.u = understanding;
        this.things = things;
        this.draft = draft;
    }

    /** {@code a member may have at most ten items}, {@code no more than 40 photos per claim}. */
    boolean quota(Demands.Demand d) {
        for (Figure f : draft.figures(d)) {
            if (f.role() != Figure.Role.LIMIT
                    || !f.bound().equals("most")
                    || f.phrase() == null
                    || f.value().scale() > 0
                    || f.value().signum() <= 0
                    || f.value().doubleValue() > 1e6) {
                continue;
            }
            Thing counted = things.of(f.phrase());
            Thing per = f.per().isEmpty() ? null : things.named(f.per());
            Thing subject = things.of(draft.subject(d));
            if (counted == null
                    || things.person(counted)
                            && (subject == null || !things.person(subject))
                            && (subject == null || link(subject, counted) == null)) {
                continue;
            }
            boolean now =
                    d.text()
                            .matches(
                                    "(?is).*\\b(?:at a time|at once|at the same time|at any time|currently|simultaneously)\\b.*");
            if (subject != null && subject != counted && f.value().intValue() == 1 && now) {
                Thing link = link(subject, counted);
                if (link != null) {
                    state(link);
                    draft.formal(
                            "at most 1 "
                                    + link.name
                                    + " per "
                                    + subject.name
                                    + " when status = "
                                    + link.states.getFirst(),
                            RuleDraft.said(d, 75));
                    u.placed.add(f);
                    return true;
                }
            }
            List<String> of = new ArrayList<>();
            Thing main = counted;
            if (subject != null && subject != counted) {
                if (!counted.belongsTo.contains(subject.name)) {
                    Thing link = link(subject, counted);
                    if (link != null) {
                        main = link;
                    } else {
                        things.tie(counted, subject, RuleDraft.said(d, 60));
                    }
                }
                of.add(subject.name);
            }
            if (per != null && per != counted && per != subject) {
                things.tie(main, per, RuleDraft.said(d, 60));
                of.add(per.name);
            } else if (f.per().matches("day|week|month|year")) {
                of.add(f.per());
            }
            if (of.isEmpty()) {
                continue;
            }
            String running =
                    !now && main.states.size() != 2
                            ? ""
                            : main.states.stream()
                                    .filter(w ->
                                            w.matches(
                                                    "open|active|current|running|valid|out|booked|held|live"))
                                    .findFirst()
                                    .orElse("");
            String when = running.isEmpty() ? "" : " when status = " + running;
            // "at a time" without a state that says so would count for ever
            boolean unsure = now && running.isEmpty();
            draft.formal(
                    "at most "
                            + f.number()
                            + " "
                            + main.name
                            + " per "
                            + String.join(" per ", of)
                            + when,
                    RuleDraft.said(d, unsure ? 50 : main == counted ? 80 : 68));
            u.placed.add(f);
            return true;
        }
        return false;
    }

    private static void state(Thing link) {
        if (link.states.isEmpty()) {
            link.states.addAll(List.of("open", "ended"));
        }
    }

    private @Nullable Thing link(Thing a, Thing b) {
        List<Thing> links =
                things.things().stream()
                        .filter(t -> t.belongsTo.contains(a.name) && t.belongsTo.contains(b.name))
                        .toList();
        return links.stream()
                .filter(t -> !t.states.isEmpty())
                .findFirst()
                .orElse(links.isEmpty() ? null : links.getFirst());
    }

    boolean below(Demands.Demand d) {
        if (!d.text()
                .matches(
                        "(?is).*\\b(?:below zero|negative|below 0|under zero|into the red|overdrawn)\\b.*")) {
            return false;
        }
        Thing thing = things.of(draft.subject(d));
        String field =
                u.text.sentences().stream()
                                .anyMatch(
                                        s -> s.text().toLowerCase(Locale.ROOT).contains("balance"))
                        ? "balance"
                        : "available";
        if (thing == null) {
            return false;
        }
        if (thing.words.equals(field)) {
            return false;
        }
        if (!thing.fields.isEmpty() || !thing.states.isEmpty()) {
            thing.fields.putIfAbsent(field, field.equals("balance") ? "money" : "integer");
        }
        draft.figures(d).forEach(u.placed::add);
        draft.formal(thing.name + "." + field + " never below 0", RuleDraft.said(d, 82));
        return true;
    }

    boolean append(Demands.Demand d) {
        Matcher m =
                Pattern.compile(
                                "(?i)\\b(?:nobody|no one|no-one) (?:can |may |ever |has |could )*(?:change[sd]?|alter(?:s|ed)?|edit(?:s|ed)?|tamper(?:s|ed)? with|modif(?:y|ies|ied)) (?:an? |the |any )?([\\p{L} ]{3,25}?)(?: afterwards| later| once|$|[.,])|([\\p{L} -]{3,30}?) (?:is|are|shall be|must be) (?:append[- ]only|immutable|never (?:changed|altered|edited)|written once)")
                        .matcher(d.text());
        if (!m.find()) {
            return false;
        }
        String words =
                (m.group(1) == null ? m.group(2) : m.group(1))
                        .replaceFirst("(?i)^.*\\b(?:the|an?|every|each|all) ", "")
                        .strip();
        Thing thing = things.named(Lexicon.wordnet().base(true, words));
        if (thing == null) {
            thing = things.named(words.toLowerCase(Locale.ROOT));
        }
        if (thing == null) {
            return false;
        }
        boolean proof =
                d.told()
                        .sentence()
                        .text()
                        .matches("(?is).*\\b(?:prove|provable|proof|tamper[- ]evident)\\b.*");
        draft.formal(
                thing.name + " is append only" + (proof ? ", an auditor can prove it" : ""),
                RuleDraft.said(d, 85));
        return true;
    }

    /** {@code must be delivered by one courier only}. */
    boolean single(Demands.Demand d) {
        for (Story.Deed s : u.story.deeds()) {
            Part.Act act = s.clause().act();
            if (s.sentence() != d.told().sentence()
                    || act == null
                    || !act.passive()
                    || s.subject() == null) {
                continue;
            }
            Thing subject = things.of(s.subject());
            Thing event = things.named(Lexicon.wordnet().nounOf(act.verb()));
            boolean one =
                    d.text()
                                    .matches(
                                            "(?is).*\\b(?:by|to|in|on) (?:only |exactly )?one [\\p{L} -]+(?: only| at a time)?\\b.*")
                            && d.text().matches("(?is).*\\b(?:only|exactly|at a time)\\b.*");
            if (one && subject != null && event != null && event != subject && !act.negated()) {
                things.tie(event, subject, RuleDraft.said(d, 70));
                draft.figures(d).forEach(u.placed::add);
                draft.formal(
                        "at most 1 " + event.name + " per " + subject.name, RuleDraft.said(d, 66));
                return true;
            }
        }
        return false;
    }

    boolean unique(Demands.Demand d) {
        Matcher m =
                Pattern.compile(
                                "(?i)\\bno two ([\\p{L} -]{3,25}?)s? (?:may |can |must |ever )?(?:have|share|carry|get) the same ([\\p{L} -]{3,25})|\\b(?:an?|the|each|every) ([\\p{L}-]{3,25})(?:'s)? ([\\p{L} -]{3,25}?) (?:is|must be|shall be) unique")
                        .matcher(d.text());
        if (!m.find()) {
            return false;
        }
        Thing thing =
                things.named(
                        Lexicon.wordnet().base(true, m.group(1) == null ? m.group(3) : m.group(1)));
        String field = Things.lower(Things.camel(m.group(1) == null ? m.group(4) : m.group(2)));
        if (thing == null || !field.matches("\\p{L}[\\p{L}\\p{N}]{1,30}")) {
            return false;
        }
        if (!thing.fields.isEmpty() || !thing.states.isEmpty()) {
            thing.fields.putIfAbsent(field, Uses.type(field));
        }
        draft.formal("unique " + thing.name + "." + field, RuleDraft.said(d, 80));
        return true;
    }

    /**
     * {@code a refund never exceeds what was paid}; {@code the payments on a claim never exceed its
     * limit}.
     */
    boolean exceeds(Demands.Demand d) {
        if (!d.text()
                .matches(
                        "(?is).*\\b(?:never|not|cannot)\\b.*\\b(?:exceeds?|be (?:more|higher|larger) than)\\b.*")) {
            return false;
        }
        Matcher sum =
                Pattern.compile(
                                "(?i)\\b(?:sum|total) of (?:the |all )?([\\p{L}]+) (?:on|of|for|per) (?:an?|the|one|each) ([\\p{L}]+)\\b.*?\\bexceeds? (?:the |its )?([\\p{L} ]{3,30}?)(?: less\\b|[.,]|$)")
                        .matcher(d.text());
        if (sum.find()) {
            Thing part = things.named(Lexicon.wordnet().base(true, sum.group(1)));
            Thing whole = things.named(sum.group(2));
            String bound = Things.lower(Things.camel(sum.group(3)));
            if (part != null
                    && whole != null
                    && part != whole
                    && !d.text().matches("(?is).*\\bless (?:the|its)\\b.*")) {
                amount(part, whole, bound, d);
                return true;
            }
            return false;
        }
        Thing part = things.of(draft.subject(d));
        boolean paid =
                d.text()
                        .matches(
                                "(?is).*\\bexceeds? (?:what (?:was|has been|is) paid|the (?:amount|sum|price) (?:that was )?paid|the payment)\\b.*");
        Thing whole =
                part == null
                        ? null
                        : things.things().stream()
                                .filter(t -> part.belongsTo.contains(t.name) && !things.person(t))
                                .findFirst()
                                .orElse(null);
        if (part == null || whole == null || !paid) {
            return false;
        }
        amount(part, whole, "paid", d);
        return true;
    }

    private void amount(Thing part, Thing whole, String bound, Demands.Demand d) {
        things.tie(part, whole, RuleDraft.said(d, 75));
        part.fields.putIfAbsent("amount", "money");
        if (!whole.fields.isEmpty() || !whole.states.isEmpty()) {
            whole.fields.putIfAbsent(bound, "money");
        }
        draft.formal(
                "sum of "
                        + part.name
                        + ".amount per "
                        + whole.name
                        + " at most "
                        + whole.name
                        + "."
                        + bound,
                RuleDraft.said(d, 72));
    }
}
