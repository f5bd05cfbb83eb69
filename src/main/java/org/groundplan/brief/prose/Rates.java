package org.groundplan.brief.prose;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How often, how fast, how fresh: numbers find their use case. */
@SuppressWarnings(
        "ReferenceEquality") // the very phrase, clause or sentence, not one that looks like it
final class Rates {
    private final Understanding u;
    private final Things things;
    private final Uses uses;

    Rates(Understanding understanding, Things things, Uses uses) {
        this.u = understanding;
        this.things = things;
        this.uses = uses;
    }

    void place() {
        rates();
        intervals();
        new Promises(u, things, uses).place();
        ofEach();
    }

    private void rates() {
        Use last = null;
        Figure usual = null;
        for (Figure f : u.figures) {
            if (f.per().equals("season")) {
                continue; // nobody says how long it lasts
            }
            if (f.role() == Figure.Role.RATE
                    || f.role() == Figure.Role.PEAK && f.unit().isEmpty() && !f.per().isEmpty()) {
                Use use = rated(f);
                if (use != null) {
                    String rate = times(f) + " per " + period(f.per());
                    boolean each = each(f);
                    String text =
                            each
                                    ? times(f)
                                            + " per "
                                            + uses.actorName(use.actor)
                                            + " per "
                                            + period(f.per())
                                    : rate;
                    if (f.role() == Figure.Role.PEAK && use.peak.isEmpty() && !each) {
                        use.peak = rate;
                        use.peaked = Said.of(f, 85);
                        u.placed.add(f);
                    } else if (usual != null
                            && last == use
                            && !each
                            && use.peak.isEmpty()
                            && Figures.often(f) > Figures.often(usual)) {
                        use.peak = rate; // "15 searches per second; on the first morning 900"
                        use.peaked = Said.of(f, 75);
                        u.placed.add(f);
                        continue;
                    } else if (use.average.isEmpty()) {
                        use.average = text;
                        use.rated = Said.of(f, 85);
                        u.placed.add(f);
                    }
                    last = use;
                    usual = each ? null : f;
                }
            } else if (f.role() == Figure.Role.PEAK
                    && f.unit().equals("x")
                    && last != null
                    && usual != null
                    && last.peak.isEmpty()) {
                BigDecimal most = new BigDecimal(times(usual)).multiply(f.value());
                last.peak = Figure.plain(most) + " per " + period(usual.per());
                last.peaked = Said.of(f, 75);
                u.placed.add(f);
            } else if (f.role() == Figure.Role.PEAK && f.unit().equals("%") && last != null) {
                Figure window =
                        u.figures.stream()
                                .filter(w ->
                                        w.sentence() == f.sentence()
                                                && !w.window().isEmpty()
                                                && w.role() == Figure.Role.PEAK)
                                .findFirst()
                                .orElse(null);
                Figure hours =
                        u.figures.stream()
                                .filter(w ->
                                        w.sentence() == f.sentence()
                                                && w.time()
                                                && w.start() > f.end()
                                                && w.start() - f.end() < 40
                                                && w.window().isEmpty())
                                .findFirst()
                                .orElse(null);
                String share = f.percent();
                if (last.peak.isEmpty() && window != null) {
                    last.peak = share + " " + window.window();
                    last.peaked =
                            new Said(f.sentence(), f.start(), Math.max(window.end(), f.end()), 88);
                    u.placed.add(f);
                    u.placed.add(window);
                } else if (last.peak.isEmpty() && hours != null) {
                    last.peak = share + " in " + hours.number() + " " + hours.unit() + "s";
                    last.peaked = new Said(f.sentence(), f.start(), hours.end(), 80);
                    u.placed.add(f);
                    u.placed.add(hours);
                }
            } else if (f.role() == Figure.Role.RATIO && f.unit().isEmpty()) {
                ratio(f);
            }
        }
    }

    private static String period(String per) {
        return switch (per) {
            case "night", "morning", "evening", "working day", "today" -> "day";
            case "weekend" -> "week";
            case "quarter" -> "year";
            default -> per;
        };
    }

    /** How often in {@link #period}. */
    private static String times(Figure f) {
        BigDecimal value = f.value();
        return Figure.plain(
                f.per().equals("quarter") ? value.multiply(BigDecimal.valueOf(4)) : value);
    }

    /** Whether the number is of each of those who act: {@code each user sends 15 a day}. */
    private boolean each(Figure f) {
        String near = f.sentence().text().substring(0, f.start()).toLowerCase(Locale.ROOT);
        return near.matches("(?s).*\\b(?:each|every|per (?:user|head|person))\\b[^.;]*");
    }

    private @Nullable Use rated(Figure f) {
        String subject = f.subject();
        String head = Words.last(subject);
        Use byVerb =
                uses.all.values().stream()
                        .filter(x ->
                                x.verb.replaceFirst(" .*", "").equals(head)
                                        || noun(x.verb).equals(head))
                        .findFirst()
                        .or(
                                () -> // 900 searches per second, where guests look for a pitch
                                uses.all.values().stream()
                                                .filter(x ->
                                                        head.equals("search")
                                                                && VerbKinds.SEARCH.contains(
                                                                        x.verb))
                                                .findFirst())
                        .orElse(null);
        Story.Deed said =
                u.story.deeds().stream()
                        .filter(d ->
                                d.sentence() == f.sentence()
                                        && d.clause().act() != null
                                        && covers(d, f))
                        .findFirst()
                        .orElse(null);
        if (said != null && said.clause().act() != null && !said.objects().isEmpty()) {
            String verb = said.clause().act().verb();
            Use same =
                    uses.all.values().stream()
                            .filter(x -> x.said.sentence() == f.sentence() && x.verb.equals(verb))
                            .findFirst()
                            .orElse(null);
            if (same != null) {
                return same;
            }
        }
        if (said != null
                && said.clause().act() != null
                && VerbKinds.READ.contains(said.clause().act().verb())
                && said.subject() != null) {
            Thing thing = things.named(subject);
            if (thing != null && each(f)) {
                return uses.found("read", "read", thing, f, actorOf(said.subject()));
            }
        }
        Use filtered =
                uses.all.values().stream()
                        .filter(x -> x.by.contains(Things.lower(Things.camel(subject))))
                        .findFirst()
                        .orElse(null);
        if (filtered != null && things.named(subject) == null) {
            return filtered;
        }
        if (byVerb != null && things.named(subject) == null) {
            return byVerb;
        }
        Thing thing = things.named(subject);
        if (thing != null) {
            Use makes =
                    uses.all.values().stream()
                            .filter(x ->
                                    x.writes(thing)
                                            && x.main == thing
                                            && !VerbKinds.UPDATE.contains(x.verb)
                                            && !VerbKinds.DELETE.contains(x.verb))
                            .findFirst()
                            .orElse(null);
            if (makes != null) {
                return makes;
            }
            Use event =
                    uses.all.values().stream()
                            .filter(x ->
                                    x.writes(thing)
                                            && !x.actor.isEmpty()
                                            && !VerbKinds.UPDATE.contains(x.verb))
                            .findFirst()
                            .orElse(null);
            return event != null ? event : uses.found(subject, "record", thing, f, "");
        }
        if (byVerb != null) {
            return byVerb;
        }
        Use byObject =
                uses.all.values().stream()
                        .filter(x ->
                                x.deed != null
                                        && !x.deed.objects().isEmpty()
                                        && x.deed.objects().getFirst().head().equals(head)
                                        && VerbKinds.makes(x.verb))
                        .findFirst()
                        .orElse(null);
        if (byObject != null) {
            return byObject;
        }
        String verb = Lexicon.wordnet().verb(head) > 0 ? head : "";
        if (!verb.isEmpty() && subject.contains(" ")) {
            Thing object = things.named(subject.substring(0, subject.lastIndexOf(' ')));
            if (object != null) {
                return uses.found(verb + " a " + object.words, verb, object, f, "");
            }
        }
        return null;
    }

    private String actorOf(Phrase p) {
        Actors.Actor a = u.actors.known(p);
        return a == null ? "" : a.name();
    }

    private static boolean covers(Story.Deed d, Figure f) {
        int token = f.sentence().tokenAt(f.start());
        return token >= d.clause().from() && token < d.clause().to();
    }

    static String noun(String verb) {
        return Lexicon.wordnet().nounOf(verb.replaceFirst(" .*", ""));
    }

    /** {@code 40 menu views per order}. */
    private void ratio(Figure f) {
        Use of = leading(f.per());
        if (of == null) {
            return;
        }
        String head = Words.last(f.subject());
        String rest =
                f.subject().contains(" ")
                        ? f.subject().substring(0, f.subject().lastIndexOf(' '))
                        : "";
        Thing thing = rest.isEmpty() ? things.named(f.subject()) : things.named(rest);
        String verb = Lexicon.wordnet().base(false, head.equals("look-up") ? "look up" : head);
        Use use = null;
        if (VerbKinds.READ.contains(verb) || head.equals("look-up")) {
            use =
                    uses.all.values().stream()
                            .filter(x ->
                                    VerbKinds.reads(x.verb)
                                            && thing != null
                                            && (x.main == thing || x.reads.contains(thing.name)))
                            .findFirst()
                            .orElse(null);
            if (use == null && thing == null) {
                use =
                        uses.all.values().stream()
                                .filter(x -> x.verb.equals(verb))
                                .findFirst()
                                .orElse(null);
            }
            if (use == null && thing != null) {
                use = uses.found("see the " + thing.words, "see", thing, f, "");
            }
        } else if (f.sentence()
                        .text()
                        .matches(
                                "(?is).*\\b(?:is|are) (?:read|looked at|viewed|seen|opened|fetched|queried)\\b.*")
                || f.subject().equals("time")) {
            Thing seen = null;
            for (Story.Deed d : u.story.deeds()) {
                if (d.sentence() == f.sentence() && d.subject() != null && covers(d, f)) {
                    seen = things.of(d.subject());
                    if (seen == null) {
                        seen = owner(d.subject());
                    }
                }
            }
            Thing read = seen;
            if (read != null) {
                use =
                        uses.all.values().stream()
                                .filter(x -> VerbKinds.reads(x.verb) && x.main == read)
                                .findFirst()
                                .orElseGet(() ->
                                        uses.found("see the " + read.words, "see", read, f, ""));
            }
        } else if (thing != null) {
            Thing made = thing;
            use =
                    uses.all.values().stream()
                            .filter(x -> x.writes(made) && x != of)
                            .findFirst()
                            .orElse(null);
        }
        if (use != null && use != of && use.average.isEmpty()) {
            use.average = f.number() + " per \"" + of.name + "\"";
            use.rated = Said.of(f, 82);
            u.placed.add(f);
        }
    }

    /** {@code balance} is of a wallet: the thing whose field it can be. */
    private @Nullable Thing owner(Phrase field) {
        List<String> said =
                u.text.sentences().stream()
                        .map(x -> x.text().toLowerCase(Locale.ROOT))
                        .filter(x -> x.contains(field.head()))
                        .toList();
        return things.things().stream()
                .filter(t -> said.stream().anyMatch(x -> x.contains(t.words)))
                .filter(t -> !things.person(t))
                .min(java.util.Comparator.comparing(this::made))
                .orElse(null);
    }

    /** Whether a use case makes it: then it is no holder of what others move. */
    private boolean made(Thing t) {
        return uses.all.values().stream()
                .anyMatch(x -> x.writes(t) && x.main == t && !VerbKinds.UPDATE.contains(x.verb));
    }

    /** The use case that a count is per: that which makes it. */
    private @Nullable Use leading(String per) {
        Thing thing = things.named(per);
        if (thing == null) {
            return uses.all.values().stream()
                    .filter(x -> x.verb.equals(per) || noun(x.verb).equals(per))
                    .findFirst()
                    .orElse(null);
        }
        return uses.all.values().stream()
                .filter(x ->
                        x.writes(thing)
                                && x.main == thing
                                && !VerbKinds.UPDATE.contains(x.verb)
                                && !VerbKinds.DELETE.contains(x.verb))
                .min(java.util.Comparator.comparing((Use x) -> x.average.isEmpty()))
                .orElse(null);
    }

    /** {@code each courier sends a position every 4 seconds}. */
    private void intervals() {
        for (Figure f : u.figures) {
            if (f.role() != Figure.Role.INTERVAL || f.value().signum() <= 0) {
                continue;
            }
            if (!f.window().isEmpty()) {
                boolean scheduled =
                        uses.all.values().stream()
                                .anyMatch(x ->
                                        !x.schedule.isEmpty() && x.said.sentence() == f.sentence());
                if (scheduled) {
                    u.placed.add(f); // the hour of "every night at 2"
                }
                continue;
            }
            Use use =
                    uses.all.values().stream()
                            .filter(x ->
                                    x.said.sentence() == f.sentence()
                                            && !x.actor.isEmpty()
                                            && x.average.isEmpty())
                            .reduce((a, b) -> b)
                            .orElse(null);
            if (use != null) {
                use.average = "1 per " + uses.actorName(use.actor) + " every " + f.amount();
                use.rated = Said.of(f, 85);
                u.placed.add(f);
            }
        }
    }

    /** A bulk of so many rows: files with up to 50,000 lines. */
    private void ofEach() {
        for (Figure f : u.figures) {
            if (f.role() == Figure.Role.LIMIT
                    && f.subject().matches("(?:.* )?(?:line|row|record|entry|item)")
                    && f.sentence()
                            .text()
                            .matches("(?is).*\\b(?:files?|bulk|batch|import|upload)\\b.*")) {
                uses.changing(f.sentence())
                        .filter(x -> x.items.isEmpty())
                        .findFirst()
                        .ifPresent(x -> {
                            x.items = f.number();
                            u.placed.add(f);
                        });
            }
        }
    }
}
