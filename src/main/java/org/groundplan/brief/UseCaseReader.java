package org.groundplan.brief;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundplan.model.Effect;
import org.groundplan.model.Expr;
import org.groundplan.model.Names;
import org.groundplan.model.Unit;
import org.groundplan.model.UseCase;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads {@code useCases:}. */
final class UseCaseReader {
    private static final Set<String> KEYS =
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
                    "schedule");
    private static final Set<String> LATER =
            Set.of("freshness", "then", "delivery", "availability");
    private static final Pattern RELATIVE = Pattern.compile("(\\S+)\\s+per\\s+\"([^\"]+)\"");
    private static final Pattern PERCENTILE = Pattern.compile("p(\\d{2})\\s*<?\\s*(.+)");

    private final Facts facts;

    UseCaseReader(Facts facts) {
        this.facts = facts;
    }

    void read(Node node) {
        if (!(node instanceof SequenceNode list)) {
            facts.bad(
                    facts.doc.at(node),
                    "useCases is not a list",
                    "a list of use cases, each with a name",
                    "- name: book a slot");
            return;
        }
        List<String> seen = new ArrayList<>();
        for (Node item : list.getValue()) {
            useCase(item, seen);
        }
    }

    private void useCase(Node item, List<String> seen) {
        if (!(item instanceof MappingNode)) {
            String words = facts.doc.sentence(item);
            facts.add(bare(words, item));
            return;
        }
        Fields keys = new Fields(facts.doc, facts.problems, item, "a use case", KEYS, LATER);
        String name = keys.text("name").orElse("");
        if (name.isEmpty() || name.length() > 120) {
            facts.bad(
                    facts.doc.at(item),
                    name.isEmpty()
                            ? "a use case without a name"
                            : "a use case name of " + name.length() + " characters",
                    "a verb and a noun, at most 120 characters",
                    "name: book a slot");
            return;
        }
        if (seen.contains(Names.slug(name))) {
            facts.bad(
                    keys.at("name"),
                    "a second use case “" + name + "”",
                    "each name once",
                    "say what is different in the name");
            return;
        }
        seen.add(Names.slug(name));
        String id = UseCase.id(name);
        UseCase.Kind kind = keys.text("kind").flatMap(word -> kind(word, keys)).orElse(null);
        List<Effect> effects = new ArrayList<>();
        keys.node("does").ifPresent(node -> effects.addAll(effects(node)));
        Node place = keys.node("name").orElse(item);
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
                        effects,
                        facts.stated(place)));
        keys.node("rate").ifPresent(node -> rate(node, name, id));
        keys.text("latency").ifPresent(text -> latency(text, keys, name, id));
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
                                            "insert E · update E.field · E.status: from -> to · delete E · E.field + or - · call Integration · emit Event",
                                            "\"Order.status: placed -> paid\""));
        }
        return result;
    }

    private void rate(Node node, String name, String id) {
        String slug = Names.slug(name);
        if (node instanceof MappingNode) {
            Fields keys =
                    new Fields(
                            facts.doc,
                            facts.problems,
                            node,
                            "the rate of “" + name + "”",
                            Set.of("average", "peak"),
                            Set.of());
            keys.node("average").ifPresent(average -> average(average, slug, id));
            keys.node("peak").ifPresent(peak -> peak(peak, slug, id));
        } else {
            average(node, slug, id);
        }
    }

    private void average(Node node, String slug, String id) {
        String text = facts.doc.text(node).orElse("");
        Matcher relative = RELATIVE.matcher(text);
        if (relative.matches() && Amounts.count(relative.group(1)).isPresent()) {
            facts.number(
                    "quantity:" + slug + ".ratio",
                    UseCase.id(relative.group(2)),
                    "ratio",
                    "average",
                    Amounts.count(relative.group(1)).get(),
                    Unit.ONE,
                    "",
                    node);
            return;
        }
        @Nullable Expr rate = Amounts.rate(text).orElse(null);
        if (rate == null) {
            facts.bad(
                    facts.doc.at(node),
                    "“" + text + "” as a rate",
                    "a number per second, minute, hour, day, week or month, or a number per another use case",
                    "9000 per day   ·   200/s   ·   30 per \"book a slot\"");
            return;
        }
        facts.quantity(
                "quantity:" + slug + ".rate",
                id,
                "rate",
                "average",
                rate,
                ((Expr.Const) rate).label(),
                node);
    }

    private void peak(Node node, String slug, String id) {
        String text = facts.doc.text(node).orElse("");
        @Nullable Expr absolute = Amounts.rate(text).orElse(null);
        if (absolute != null) {
            facts.quantity(
                    "quantity:" + slug + ".rate-peak", id, "rate", "peak", absolute, text, node);
            return;
        }
        Amounts.Peak peak = Amounts.peak(text).orElse(null);
        if (peak == null) {
            facts.bad(
                    facts.doc.at(node),
                    "“" + text + "” as a peak",
                    "a share and a window, or a rate",
                    "60 % in 2 hours   ·   60 % of the week in 4 hours   ·   12/s");
            return;
        }
        String share = text.substring(0, text.indexOf('%') + 1);
        String window = text.substring(text.lastIndexOf(" in ") + 4).strip();
        facts.number(
                "quantity:" + slug + ".peak-share",
                id,
                "share",
                peak.period(),
                peak.share(),
                Unit.ONE,
                share,
                node);
        facts.number(
                "quantity:" + slug + ".peak-window",
                id,
                "duration",
                "peak",
                peak.windowSeconds(),
                Unit.SECOND,
                window,
                node);
    }

    private void latency(String text, Fields keys, String name, String id) {
        Matcher m = PERCENTILE.matcher(text);
        if (!m.matches() || Amounts.duration(m.group(2)).isEmpty()) {
            facts.bad(
                    keys.at("latency"),
                    "“" + text + "” as a latency",
                    "a percentile and a time",
                    "latency: p95 300 ms");
            return;
        }
        keys.node("latency")
                .ifPresent(node ->
                        facts.number(
                                "quantity:" + Names.slug(name) + ".latency-p" + m.group(1),
                                id,
                                "latency",
                                "p" + m.group(1),
                                Amounts.duration(m.group(2)).orElseThrow(),
                                Unit.SECOND,
                                "",
                                node));
    }
}
