package org.groundplan.brief;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.groundplan.model.Actor;
import org.groundplan.model.Expr;
import org.groundplan.model.Integration;
import org.groundplan.model.Names;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code actors:} and {@code integrations:}. */
final class PartyReader {
    static final Set<String> ACTOR_KEYS =
            Vocabulary.with(Vocabulary.Owner.ACTOR, Set.of("count", "kind", "offline"));
    static final Set<String> INTEGRATION_KEYS =
            Vocabulary.with(
                    Vocabulary.Owner.INTEGRATION,
                    Set.of(
                            "direction",
                            "protocol",
                            "purpose",
                            "availability",
                            "latency",
                            "sends",
                            "receives",
                            "delivery",
                            "limit",
                            "outage"));
    private static final List<String> DIRECTIONS = List.of("in", "out", "both");
    private static final String NAME = "\\p{L}[\\p{L}\\p{N}\\p{M} ._&-]{0,79}";

    private final Facts facts;
    private final RateReader rates;

    PartyReader(Facts facts) {
        this.facts = facts;
        this.rates = new RateReader(facts);
    }

    private boolean named(YamlDoc.Entry entry, String what) {
        if (entry.key().matches(NAME) && Facts.speaks(entry.key())) {
            return true;
        }
        facts.bad(
                facts.doc.at(entry.keyNode()),
                "“" + entry.key() + "” as the name of " + what,
                "a noun of letters, digits and spaces, at most 80 long",
                "Customer");
        return false;
    }

    private Fields keys(YamlDoc.Entry entry, String what, Set<String> known) {
        Node value = entry.value() == null ? Fields.nothing(entry.keyNode()) : entry.value();
        return new Fields(
                facts.doc, facts.problems, value, what + " " + entry.key(), known, Set.of());
    }

    void actors(Node node) {
        for (YamlDoc.Entry entry : facts.doc.entries(node, "actors").values()) {
            if (!named(entry, "an actor")) {
                continue;
            }
            String name = entry.key();
            Optional<String> plain =
                    entry.value() == null ? Optional.empty() : facts.doc.text(entry.value());
            String id = "quantity:actor." + Names.slug(name);
            if (plain.isPresent()
                    && Amounts.count(plain.get()).isPresent()
                    && entry.value() != null) {
                // Patient: 60k
                facts.add(
                        new Actor(
                                Actor.id(name),
                                name,
                                Actor.Kind.PERSON,
                                facts.stated(entry.keyNode())));
                facts.number(
                        id + ".count",
                        Actor.id(name),
                        "count",
                        "now",
                        Amounts.count(plain.get()).get(),
                        org.groundplan.model.Unit.ONE,
                        "",
                        entry.value());
                continue;
            }
            Fields keys = keys(entry, "actor", ACTOR_KEYS);
            Actor.Kind kind =
                    keys.text("kind")
                            .flatMap(word -> actorKind(word, keys))
                            .orElse(Actor.Kind.PERSON);
            facts.add(new Actor(Actor.id(name), name, kind, facts.stated(entry.keyNode())));
            facts.count(keys, "count", id + ".count", Actor.id(name), name);
            Vocabulary.read(
                    Vocabulary.Owner.ACTOR,
                    keys,
                    facts,
                    Actor.id(name),
                    "actor." + Names.slug(name));
            keys.node("offline")
                    .ifPresent(n ->
                            facts.duration(
                                    n,
                                    id + ".offline",
                                    Actor.id(name),
                                    "offline",
                                    "offline: 30 min"));
        }
    }

    private Optional<Actor.Kind> actorKind(String word, Fields keys) {
        for (Actor.Kind kind : Actor.Kind.values()) {
            if (kind.word().equals(word.toLowerCase(Locale.ROOT))) {
                return Optional.of(kind);
            }
        }
        List<String> known = Arrays.stream(Actor.Kind.values()).map(Actor.Kind::word).toList();
        facts.bad(
                keys.at("kind"),
                "“" + word + "” as a kind of actor",
                "one of " + String.join(", ", known),
                "kind: " + Nearest.of(word, known).orElse("device"));
        return Optional.empty();
    }

    void integrations(Node node) {
        for (YamlDoc.Entry entry : facts.doc.entries(node, "integrations").values()) {
            if (named(entry, "an integration")) {
                integration(entry);
            }
        }
    }

    private void integration(YamlDoc.Entry entry) {
        Fields keys = keys(entry, "integration", INTEGRATION_KEYS);
        String name = entry.key();
        String id = Integration.id(name);
        String slug = "integration." + Names.slug(name);
        String direction = keys.text("direction").orElse("out").toLowerCase(Locale.ROOT);
        if (!DIRECTIONS.contains(direction)) {
            facts.bad(
                    keys.at("direction"),
                    "“" + direction + "” as a direction",
                    "one of " + String.join(", ", DIRECTIONS),
                    "direction: out");
        }
        facts.add(
                new Integration(
                        id,
                        name,
                        direction,
                        keys.text("protocol").orElse(""),
                        keys.text("purpose").orElse(""),
                        keys.wordList("sends"),
                        keys.wordList("receives"),
                        keys.text("delivery")
                                .flatMap(d -> UseCaseReader.delivery(facts, d, keys))
                                .orElse(""),
                        facts.stated(entry.keyNode())));
        keys.node("availability")
                .ifPresent(n -> facts.availability(n, "quantity:" + slug + ".availability", id));
        keys.node("latency").ifPresent(n -> rates.latency(n, slug, id));
        keys.node("limit").ifPresent(n -> limit(n, slug, id));
        Vocabulary.read(Vocabulary.Owner.INTEGRATION, keys, facts, id, slug);
        keys.node("outage")
                .ifPresent(n ->
                        facts.duration(
                                n, "quantity:" + slug + ".outage", id, "outage", "outage: 2 h"));
    }

    private void limit(Node node, String slug, String id) {
        String text =
                facts.doc
                        .text(node)
                        .orElse("")
                        .replaceFirst("(?i)\\s+(?:requests?|calls?)(?=\\s|/)", "");
        Amounts.rate(text)
                .ifPresentOrElse(
                        rate ->
                                facts.quantity(
                                        "quantity:" + slug + ".limit",
                                        id,
                                        "rate",
                                        "limit",
                                        rate,
                                        rate instanceof Expr.Const c ? c.label() : "",
                                        node),
                        () ->
                                facts.bad(
                                        facts.doc.at(node),
                                        "“" + text + "” as a limit",
                                        "a number of calls per second, minute, hour or day",
                                        "limit: 50 per second"));
    }
}
