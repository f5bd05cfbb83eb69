package org.groundplan.brief;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.groundplan.model.Effect;
import org.groundplan.model.Names;
import org.groundplan.model.UseCase;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads {@code useCases:}. */
final class UseCaseReader {
    static final Set<String> KEYS =
            Vocabulary.with(
                    Vocabulary.Owner.USE_CASE,
                    Set.of(
                            "name",
                            "actor",
                            "kind",
                            "reads",
                            "writes",
                            "by",
                            "sort",
                            "rate",
                            "latency",
                            "does",
                            "schedule",
                            "then",
                            "delivery",
                            "freshness",
                            "availability"));
    static final List<String> DELIVERIES = List.of("at most once", "at least once", "exactly once");

    private final Facts facts;
    private final RateReader rates;

    UseCaseReader(Facts facts) {
        this.facts = facts;
        this.rates = new RateReader(facts);
    }

    /** A list of use cases, or a mapping from names to what they are. */
    void read(Node node) {
        List<String> seen = new ArrayList<>();
        if (node instanceof SequenceNode list && !list.getValue().isEmpty()) {
            for (Node item : list.getValue()) {
                useCase(item, null, seen);
            }
        } else if (node instanceof MappingNode) {
            for (YamlDoc.Entry entry : facts.doc.entries(node, "useCases").values()) {
                useCase(entry.value() == null ? entry.keyNode() : entry.value(), entry, seen);
            }
        } else {
            facts.bad(
                    facts.doc.at(node),
                    "useCases is not a list",
                    "a list of use cases, each with a name",
                    "- name: book a slot");
        }
    }

    private void useCase(Node item, YamlDoc.@Nullable Entry named, List<String> seen) {
        Node place = named == null ? item : named.keyNode();
        if (!(item instanceof MappingNode)) {
            String words = named == null ? facts.doc.sentence(item) : named.key();
            if (name(words, place, seen)) {
                facts.add(bare(words, place));
            }
            return;
        }
        Fields keys = new Fields(facts.doc, facts.problems, item, "a use case", KEYS, Set.of());
        String name = keys.text("name").orElse(named == null ? "" : named.key());
        if (!name(name, keys.node("name").orElse(place), seen)) {
            return;
        }
        String id = UseCase.id(name);
        UseCase.Kind kind = keys.text("kind").flatMap(word -> kind(word, keys)).orElse(null);
        List<Effect> effects = new ArrayList<>();
        keys.node("does").ifPresent(node -> effects.addAll(effects(node)));
        String delivery = keys.text("delivery").flatMap(d -> delivery(facts, d, keys)).orElse(null);
        facts.add(
                new UseCase(
                        id,
                        name,
                        kind,
                        keys.text("actor").orElse(null),
                        keys.wordList("reads"),
                        keys.wordList("writes"),
                        keys.wordList("by"),
                        keys.text("sort").orElse(null),
                        keys.text("schedule").orElse(null),
                        keys.wordList("then"),
                        delivery,
                        effects,
                        facts.stated(keys.node("name").orElse(place))));
        keys.node("rate").ifPresent(node -> rates.rate(node, name, id));
        Vocabulary.read(Vocabulary.Owner.USE_CASE, keys, facts, id, Names.slug(name));
        keys.node("latency").ifPresent(n -> rates.latency(n, Names.slug(name), id));
        keys.node("freshness")
                .ifPresent(n ->
                        facts.duration(
                                n,
                                "quantity:" + Names.slug(name) + ".freshness",
                                id,
                                "freshness",
                                "freshness: 10 s"));
        keys.node("availability")
                .ifPresent(n ->
                        facts.availability(
                                n, "quantity:" + Names.slug(name) + ".availability", id));
    }

    private boolean name(String name, Node place, List<String> seen) {
        if (name.isBlank() || name.length() > 120 || !Facts.speaks(name)) {
            facts.bad(
                    facts.doc.at(place),
                    name.isBlank()
                            ? "a use case without a name"
                            : name.length() > 120
                                    ? "a use case name of " + name.length() + " characters"
                                    : "“" + name + "” as the name of a use case",
                    "a verb and a noun, at most 120 characters",
                    "name: book a slot");
            return false;
        }
        if (seen.contains(Names.slug(name))) {
            facts.bad(
                    facts.doc.at(place),
                    "a second use case “" + name + "”",
                    "each name once",
                    "say what is different in the name");
            return false;
        }
        seen.add(Names.slug(name));
        return true;
    }

    private UseCase bare(String words, Node item) {
        List<String> none = List.of();
        return new UseCase(
                UseCase.id(words),
                words,
                null,
                null,
                none,
                none,
                none,
                null,
                null,
                none,
                null,
                List.of(),
                facts.stated(item));
    }

    private Optional<UseCase.Kind> kind(String word, Fields keys) {
        for (UseCase.Kind kind : UseCase.Kind.values()) {
            if (kind.word().equals(word.toLowerCase(Locale.ROOT))) {
                return Optional.of(kind);
            }
        }
        List<String> known = Arrays.stream(UseCase.Kind.values()).map(UseCase.Kind::word).toList();
        facts.bad(
                keys.at("kind"),
                "“" + word + "” as a kind of use case",
                "one of " + String.join(", ", known),
                "kind: " + Nearest.of(word, known).orElse("command"));
        return Optional.empty();
    }

    static Optional<String> delivery(Facts facts, String word, Fields keys) {
        String plain = word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]+", " ");
        if (DELIVERIES.contains(plain)) {
            return Optional.of(plain);
        }
        facts.bad(
                keys.at("delivery"),
                "“" + word + "” as a delivery guarantee",
                "one of " + String.join(", ", DELIVERIES),
                "delivery: at least once");
        return Optional.empty();
    }

    private List<Effect> effects(Node node) {
        List<Effect> result = new ArrayList<>();
        List<Node> lines = node instanceof SequenceNode s ? s.getValue() : List.of(node);
        for (Node line : lines) {
            String sentence = facts.doc.sentence(line);
            EffectGrammar.read(sentence)
                    .ifPresentOrElse(
                            result::add,
                            () ->
                                    facts.bad(
                                            facts.doc.at(line),
                                            "“" + sentence + "” as an effect",
                                            "insert E · insert many E · update E.field · E.status: from -> to · delete E · E.field + or - · post E.amount from A to B · call Integration · emit Event",
                                            "\"Order.status: placed -> paid\""));
        }
        return result;
    }
}
