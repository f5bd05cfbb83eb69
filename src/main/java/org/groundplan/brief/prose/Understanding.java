package org.groundplan.brief.prose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.groundplan.model.Numbers;

/** Everything that was understood of a text, before a brief is made of it. */
final class Understanding {
    final Text text;
    final Story story;
    final Actors actors;
    final List<Deeds.Deed> deeds;
    final List<Figure> figures = new ArrayList<>();
    final List<Demands.Demand> demands = new ArrayList<>();
    final Concepts concepts;
    final List<Fact> facts = new ArrayList<>();

    /** Numbers that found a place in the brief. */
    final Set<Figure> placed = new HashSet<>();

    private Understanding(Text text) {
        this.text = text;
        story = Story.of(text);
        actors = Actors.of(story);
        Map<Integer, List<Figure>> bySentence = new HashMap<>();
        for (Told told : story.told()) {
            bySentence.put(told.sentence().index(), Figures.of(told));
        }
        deeds = Deeds.of(story, actors, bySentence);
        concepts = Concepts.of(story.told());
        for (Told told : story.told()) {
            figures.addAll(bySentence.getOrDefault(told.sentence().index(), List.of()));
            for (Demands.Demand d : Demands.of(told)) {
                if (!promise(d)) {
                    demands.add(d);
                }
            }
        }
        collect();
    }

    static Understanding of(Text text) {
        return new Understanding(text);
    }

    private void collect() {
        for (Actors.Actor a : actors.all()) {
            facts.add(
                    new Fact(
                            Fact.Kind.ACTOR,
                            a.name(),
                            a.kind().equals("person")
                                    ? "somebody who starts something"
                                    : "a " + a.kind() + " that starts something",
                            a.sentence(),
                            a.start(),
                            a.end(),
                            a.sure(),
                            List.of(a.kind())));
        }
        for (Figure f : figures) {
            facts.add(
                    new Fact(
                            Fact.Kind.NUMBER,
                            f.subject(),
                            says(f),
                            f.sentence(),
                            f.start(),
                            f.end(),
                            f.subject().isEmpty() ? 55 : 85,
                            List.of(f.role().word(), f.number(), f.unit(), f.per())));
        }
        for (Deeds.Deed d : deeds) {
            List<Token> tokens = d.source().sentence().tokens();
            Clause c = d.source().clause();
            int start = tokens.get(Math.min(c.from(), tokens.size() - 1)).start();
            int end = tokens.get(Math.min(Math.max(c.to() - 1, c.from()), tokens.size() - 1)).end();
            facts.add(
                    new Fact(
                            Fact.Kind.USE_CASE,
                            d.actor(),
                            d.name(),
                            d.source().sentence(),
                            start,
                            Math.max(start, end),
                            d.sure(),
                            List.of(d.verb())));
        }
        for (Demands.Demand d : demands) {
            facts.add(
                    new Fact(
                            d.access() ? Fact.Kind.ACCESS : Fact.Kind.RULE,
                            "",
                            d.text(),
                            d.told().sentence(),
                            d.start(),
                            d.end(),
                            d.sure(),
                            List.of()));
        }
        for (Told told : story.told()) {
            for (Surroundings.Found f : Surroundings.of(told)) {
                Fact.Kind kind =
                        f.kind().equals("integration")
                                ? Fact.Kind.INTEGRATION
                                : Fact.Kind.CONSTRAINT;
                facts.add(
                        new Fact(
                                kind,
                                f.value(),
                                kind == Fact.Kind.INTEGRATION ? f.purpose() : f.kind(),
                                told.sentence(),
                                f.start(),
                                f.end(),
                                f.sure(),
                                List.of(f.kind(), f.purpose())));
            }
        }
    }

    private static String says(Figure f) {
        return f.role().word()
                + " "
                + (f.unit().equals("%")
                        ? figure(f.value().movePointRight(2))
                        : Numbers.plain(f.value()))
                + (f.unit().isEmpty() ? "" : " " + f.unit())
                + (f.per().isEmpty() || f.unit().equals(f.per()) ? "" : " per " + f.per());
    }

    /** All places of a share: 99.95. */
    private static String figure(java.math.BigDecimal value) {
        return value.round(new java.math.MathContext(6)).stripTrailingZeros().toPlainString();
    }

    /** A demand all of whose numbers are of speed, money, people or outages is no rule. */
    private boolean promise(Demands.Demand d) {
        if (d.access()) {
            return d.told().speaker() != null
                    && !d.text()
                            .matches(
                                    "(?is).*\\b(?:only|own|never|not (?:see|read|view|be able)|nobody|cannot|my)\\b.*");
        }
        List<Figure> inside =
                figures.stream()
                        .filter(f ->
                                f.sentence().index() == d.told().sentence().index()
                                        && f.start() >= d.start()
                                        && f.end() <= d.end() + 1)
                        .toList();
        boolean figures =
                !inside.isEmpty()
                        && inside.stream().allMatch(f -> PROMISED.contains(f.role()))
                        && !d.text()
                                .matches(
                                        "(?is).*\\b(?:never|only|nobody|refund|unless|in order)\\b.*");
        return figures
                || d.text()
                        .matches(
                                "(?is).*\\bdata (?:must|shall|has to|have to|should) (?:stay|remain|lie|live|reside|be (?:kept|stored|hosted))\\b.*");
    }

    private static final Set<Figure.Role> PROMISED =
            java.util.EnumSet.of(
                    Figure.Role.LATENCY,
                    Figure.Role.FRESHNESS,
                    Figure.Role.BUDGET,
                    Figure.Role.RECOVERY,
                    Figure.Role.AVAILABILITY,
                    Figure.Role.OUTAGE,
                    Figure.Role.TEAM);
}
