package org.groundplan.brief.prose;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How fast, how fresh, how often there: promises find their use case. */
@SuppressWarnings(
        "ReferenceEquality") // the very phrase, clause or sentence, not one that looks like it
final class Promises {
    private final Understanding u;
    private final Things things;
    private final Uses uses;

    Promises(Understanding understanding, Things things, Uses uses) {
        this.u = understanding;
        this.things = things;
        this.uses = uses;
    }

    void place() {
        for (Figure f : u.figures) {
            speed(f);
        }
    }

    private void speed(Figure f) {
        if (f.role() != Figure.Role.LATENCY
                        && f.role() != Figure.Role.FRESHNESS
                        && f.role() != Figure.Role.AVAILABILITY
                || f.role() == Figure.Role.LATENCY && !f.time()) {
            return;
        }
        Use use = about(f);
        if (use == null) {
            return;
        }
        String time =
                f.number()
                        + " "
                        + (f.unit().equals("millisecond")
                                ? "ms"
                                : f.unit().equals("second") ? "s" : f.unit());
        if (f.role() == Figure.Role.LATENCY && use.latency.isEmpty()) {
            use.latency = (f.percentile().isEmpty() ? "p95" : f.percentile()) + " " + time;
            use.timed = Said.of(f, f.percentile().isEmpty() ? 70 : 90);
            u.placed.add(f);
        } else if (f.role() == Figure.Role.FRESHNESS
                && use.freshness.isEmpty()
                && VerbKinds.reads(use.verb)) {
            use.freshness = time;
            use.aged = Said.of(f, 80);
            u.placed.add(f);
        } else if (f.role() == Figure.Role.AVAILABILITY
                && use.availability.isEmpty()
                && !f.time()
                && !f.subject().matches("system|availability|")) {
            use.availability = f.percent();
            use.available = Said.of(f, 80);
            u.placed.add(f);
        }
    }

    private @Nullable Thing mentioned(String words) {
        return things.things().stream()
                .filter(t -> words.contains(t.words))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Use about(Figure f) {
        Use here =
                uses.all.values().stream()
                        .filter(x -> x.said.sentence() == f.sentence())
                        .findFirst()
                        .orElse(null);
        String near = Roles.near(f).toLowerCase(Locale.ROOT);
        String head = Words.last(f.subject());
        for (Use x : uses.all.values()) {
            String verb = x.verb.replaceFirst(" .*", "");
            if (verb.matches("answer|respond|take|load|return|show|reply")) {
                continue; // that is said of the system
            }
            String noun = Rates.noun(x.verb);
            boolean verbSaid =
                    Pattern.compile(
                                    "\\b(?:"
                                            + Pattern.quote(verb)
                                            + "|"
                                            + Pattern.quote(verb.replaceFirst("e$", ""))
                                            + "(?:ing|es|s)|"
                                            + Pattern.quote(noun.isEmpty() ? verb : noun)
                                            + "s?)\\b")
                            .matcher(near)
                            .find();
            boolean thingSaid = x.main != null && near.contains(x.main.words);
            boolean makes =
                    x.main != null
                            && VerbKinds.makes(x.verb)
                            && near.matches(
                                    "(?s).*\\b(?:placing|making|creating|adding|writing|posting|sending|submitting|entering|ordering|booking|recording|registering)\\b.*");
            boolean finds =
                    VerbKinds.SEARCH.contains(x.verb)
                            && near.matches(
                                    "(?s).*\\b(?:search|searches|searching|search results?|lookups?|look-ups?)\\b.*");
            if (makes && thingSaid || finds) {
                return x;
            }
            if (verbSaid && (thingSaid || head.equals(verb) || verb.equals("search"))) {
                return x;
            }
        }
        boolean reading = // "looking up an instrument should take less than a second"
                near.matches(
                        "(?s)^\\W*(?:looking|finding|opening|searching|reading|listing|seeing|viewing|browsing|showing)\\b.*");
        if (reading) {
            Thing read = mentioned(near);
            return uses.all.values().stream()
                    .filter(x -> x.main == read && VerbKinds.reads(x.verb))
                    .findFirst()
                    .orElseGet(() ->
                            read == null || f.role() != Figure.Role.LATENCY
                                    ? null
                                    : uses.found(
                                            "look up " + Uses.article(read.words),
                                            "look up",
                                            read,
                                            f,
                                            ""));
        }
        if (here != null && here.said.sentence().text().contains(f.text())) {
            return here;
        }
        Thing thing = things.named(f.subject());
        if (thing == null) {
            return null;
        }
        boolean write =
                f.role() != Figure.Role.FRESHNESS
                        && !near.matches("(?s).*\\b(?:page|screen|list|show|see|view)s?\\b.*");
        return uses.all.values().stream()
                .filter(x -> x.main == thing && (VerbKinds.reads(x.verb) != write))
                .findFirst()
                .or(() ->
                        uses.all.values().stream()
                                .filter(x -> x.main == thing || x.reads.contains(thing.name))
                                .findFirst())
                .orElse(null);
    }
}
