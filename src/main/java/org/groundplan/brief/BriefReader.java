package org.groundplan.brief;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.groundplan.model.Actor;
import org.groundplan.model.Constraint;
import org.groundplan.model.Design;
import org.groundplan.model.Integration;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Team;
import org.groundplan.model.Unit;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads a YAML brief. All problems are reported together; with an error among them there is no
 * brief.
 */
public final class BriefReader {
    private static final Set<String> KEYS =
            Set.of(
                    "name",
                    "summary",
                    "actors",
                    "entities",
                    "useCases",
                    "rules",
                    "integrations",
                    "qualities",
                    "constraints",
                    "design");
    private static final List<String> WORD_CONSTRAINTS =
            List.of("regions", "residency", "runsOn", "uses", "prefers", "compliance");

    private final Problems problems = new Problems();
    private final YamlDoc doc;
    private final Facts facts;

    private BriefReader(String file, String text) {
        this.doc = new YamlDoc(file, text, problems);
        this.facts = new Facts(doc, problems);
    }

    /**
     * @param file name to print in diagnostics and origins
     * @param text YAML
     */
    public static Reading read(String file, String text) {
        BriefReader reader = new BriefReader(file, text);
        Design brief = reader.brief(text);
        List<Diagnostic> found = reader.problems.inOrder();
        boolean broken = brief == null || found.stream().anyMatch(Diagnostic::error);
        return new Reading(broken ? null : brief, found);
    }

    private @Nullable Design brief(String text) {
        Node root = doc.root(text);
        if (root == null) {
            return null;
        }
        if (!(root instanceof MappingNode)) {
            problems.error(
                    doc.at(root),
                    "this is not a YAML brief but plain text or a list",
                    "a mapping with a name and useCases; prose is not read by this version",
                    "groundplan init   writes a brief of twelve lines to start from");
            return null;
        }
        Fields keys = new Fields(doc, problems, root, "the brief", KEYS, Set.of("answers"));
        String name = keys.text("name").orElse("");
        if (name.isEmpty()) {
            problems.error(
                    doc.at(root), "a brief without a name", "a name", "name: Clinic booking");
        }
        keys.node("actors").ifPresent(this::actors);
        keys.node("entities").ifPresent(new EntityReader(facts)::read);
        keys.node("useCases")
                .ifPresentOrElse(
                        new UseCaseReader(facts)::read,
                        () ->
                                problems.error(
                                        doc.at(root),
                                        "a brief without use cases",
                                        "at least one use case",
                                        "useCases:\n              - name: book a slot"));
        keys.node("integrations").ifPresent(this::integrations);
        keys.node("rules").ifPresent(node -> new RuleReader(facts).read(node));
        keys.node("qualities").ifPresent(this::qualities);
        keys.node("constraints").ifPresent(this::constraints);
        keys.node("design").ifPresent(this::design);
        Design brief = Design.of(name, keys.text("summary").orElse(""), facts.elements());
        return References.check(brief, problems);
    }

    private void actors(Node node) {
        for (YamlDoc.Entry entry : doc.entries(node, "actors").values()) {
            String name = entry.key();
            Node value = entry.value() == null ? entry.keyNode() : entry.value();
            Fields keys =
                    entry.value() == null
                            ? new Fields(
                                    doc, problems, doc(value), "actor " + name, Set.of(), Set.of())
                            : new Fields(
                                    doc,
                                    problems,
                                    value,
                                    "actor " + name,
                                    Set.of("count", "kind"),
                                    Set.of("offline"));
            Actor.Kind kind =
                    keys.text("kind")
                            .flatMap(word -> actorKind(word, keys))
                            .orElse(Actor.Kind.PERSON);
            facts.add(new Actor(Actor.id(name), name, kind, facts.stated(entry.keyNode())));
            facts.count(
                    keys,
                    "count",
                    "quantity:actor." + Names.slug(name) + ".count",
                    Actor.id(name),
                    name);
        }
    }

    private static Node doc(Node bareWord) {
        return new MappingNode(
                bareWord.getTag(), List.of(), org.snakeyaml.engine.v2.common.FlowStyle.BLOCK);
    }

    private Optional<Actor.Kind> actorKind(String word, Fields keys) {
        for (Actor.Kind kind : Actor.Kind.values()) {
            if (kind.word().equals(word.toLowerCase(Locale.ROOT))) {
                return Optional.of(kind);
            }
        }
        List<String> known = Arrays.stream(Actor.Kind.values()).map(Actor.Kind::word).toList();
        problems.error(
                keys.at("kind"),
                "“" + word + "” as a kind of actor",
                "one of " + String.join(", ", known),
                "kind: device");
        return Optional.empty();
    }

    private void integrations(Node node) {
        for (YamlDoc.Entry entry : doc.entries(node, "integrations").values()) {
            Node value = entry.value() == null ? doc(entry.keyNode()) : entry.value();
            Fields keys =
                    new Fields(
                            doc,
                            problems,
                            value,
                            "integration " + entry.key(),
                            Set.of("direction", "protocol", "purpose"),
                            Set.of(
                                    "availability",
                                    "latency",
                                    "sends",
                                    "receives",
                                    "delivery",
                                    "limit"));
            facts.add(
                    new Integration(
                            Integration.id(entry.key()),
                            entry.key(),
                            keys.text("direction").orElse("out"),
                            keys.text("protocol").orElse(""),
                            keys.text("purpose").orElse(""),
                            facts.stated(entry.keyNode())));
        }
    }

    private void qualities(Node node) {
        Fields keys =
                new Fields(
                        doc,
                        problems,
                        node,
                        "qualities",
                        Set.of("availability", "growth", "rpo", "rto", "latency"),
                        Set.of());
        keys.node("availability").ifPresent(this::availability);
        for (String key : List.of("rpo", "rto")) {
            keys.node(key).ifPresent(n -> duration(key, n));
        }
        keys.text("growth").ifPresent(text -> growth(text, keys));
        if (keys.node("latency").isPresent()) {
            problems.warning(
                    keys.at("latency"),
                    "“latency” of the whole system is not carried through by this version",
                    "",
                    "");
        }
    }

    private void availability(Node node) {
        String text = doc.text(node).orElse("");
        Optional<java.math.BigDecimal> share = Amounts.percent(text);
        if (share.isEmpty() || share.get().compareTo(java.math.BigDecimal.ONE) >= 0) {
            problems.error(
                    doc.at(node),
                    "“" + text + "” as an availability",
                    "a percentage below 100 %",
                    "availability: 99.9 %");
            return;
        }
        facts.number(
                "quantity:system.availability",
                "system",
                "availability",
                "month",
                share.get(),
                Unit.ONE,
                text,
                node);
    }

    private void duration(String key, Node node) {
        String text = doc.text(node).orElse("");
        Amounts.duration(text)
                .ifPresentOrElse(
                        s ->
                                facts.number(
                                        "quantity:system." + key,
                                        "system",
                                        key,
                                        "",
                                        s,
                                        Unit.SECOND,
                                        text,
                                        node),
                        () ->
                                problems.error(
                                        doc.at(node),
                                        "“" + text + "” as " + key,
                                        "a duration",
                                        key + ": 15 min"));
    }

    private void growth(String text, Fields keys) {
        java.util.regex.Matcher m =
                java.util.regex.Pattern.compile(
                                "(\\d+(?:\\.\\d+)?)\\s*(x|times|%)\\s*(?:in|over|within|a|per)\\s+(.+)")
                        .matcher(text);
        if (!m.matches()) {
            problems.error(
                    keys.at("growth"),
                    "“" + text + "” as growth",
                    "a factor and a time",
                    "growth: 10x in 2 years");
            return;
        }
        java.math.BigDecimal factor = new java.math.BigDecimal(m.group(1));
        if (m.group(2).equals("%")) {
            factor = factor.movePointLeft(2).add(java.math.BigDecimal.ONE);
        }
        java.math.BigDecimal value = factor;
        keys.node("growth")
                .ifPresent(n ->
                        facts.number(
                                "quantity:system.growth",
                                "system",
                                "growth",
                                m.group(3),
                                value,
                                Unit.ONE,
                                "",
                                n));
    }

    private void constraints(Node node) {
        List<String> known = new java.util.ArrayList<>(WORD_CONSTRAINTS);
        known.addAll(List.of("budget", "teams"));
        Fields keys = new Fields(doc, problems, node, "constraints", known, Set.of("sites"));
        for (String key : WORD_CONSTRAINTS) {
            keys.node(key)
                    .ifPresent(n ->
                            facts.add(
                                    new Constraint(
                                            "constraint:" + Names.slug(key),
                                            key,
                                            keys.wordList(key),
                                            facts.stated(n))));
        }
        keys.node("budget")
                .ifPresent(n -> {
                    String text = doc.text(n).orElse("");
                    Amounts.moneyPerMonth(text)
                            .ifPresentOrElse(
                                    euro ->
                                            facts.number(
                                                    "quantity:budget",
                                                    "system",
                                                    "cost",
                                                    "month",
                                                    euro,
                                                    Unit.EURO_PER_MONTH,
                                                    "",
                                                    n),
                                    () ->
                                            problems.error(
                                                    doc.at(n),
                                                    "“" + text + "” as a budget",
                                                    "euros per month",
                                                    "budget: 1500 EUR per month"));
                });
        keys.node("teams").ifPresent(this::teams);
    }

    private void teams(Node node) {
        List<Node> list = node instanceof SequenceNode s ? s.getValue() : List.of(node);
        for (Node item : list) {
            Fields keys =
                    new Fields(
                            doc,
                            problems,
                            item,
                            "a team",
                            Set.of("name", "engineers", "operations", "knows"),
                            Set.of());
            String name = keys.text("name").orElse("team");
            String id = "team:" + Names.slug(name);
            facts.add(new Team(id, name, keys.wordList("knows"), facts.stated(item)));
            facts.count(
                    keys,
                    "engineers",
                    "quantity:team." + Names.slug(name) + ".engineers",
                    id,
                    "team " + name);
            facts.count(
                    keys,
                    "operations",
                    "quantity:team." + Names.slug(name) + ".operations",
                    id,
                    "team " + name);
        }
    }

    private void design(Node node) {
        Fields keys =
                new Fields(
                        doc,
                        problems,
                        node,
                        "design",
                        Set.of("decisions", "notes"),
                        Set.of("services", "stores", "components", "modules"));
        keys.node("decisions")
                .ifPresent(n -> {
                    for (YamlDoc.Entry entry : doc.entries(n, "decisions").values()) {
                        decision(entry);
                    }
                });
        keys.node("notes")
                .ifPresent(n -> {
                    for (YamlDoc.Entry entry : doc.entries(n, "notes").values()) {
                        Node value = entry.value() == null ? entry.keyNode() : entry.value();
                        facts.add(
                                new Constraint(
                                        "note:" + Names.slug(entry.key()),
                                        entry.key(),
                                        List.of(doc.sentence(value)),
                                        Origin.authored(
                                                doc.at(entry.keyNode()), doc.sentence(value))));
                    }
                });
    }

    private void decision(YamlDoc.Entry entry) {
        Node value = entry.value() == null ? entry.keyNode() : entry.value();
        String choose;
        String because = "";
        if (value instanceof MappingNode) {
            Fields keys =
                    new Fields(
                            doc,
                            problems,
                            value,
                            "decision " + entry.key(),
                            Set.of("choose", "because"),
                            Set.of());
            choose = keys.text("choose").orElse("");
            because = keys.text("because").orElse("");
        } else {
            choose = doc.sentence(value);
        }
        if (!DecisionNames.ALL.contains(entry.key())) {
            problems.error(
                    doc.at(entry.keyNode()),
                    "“" + entry.key() + "” is not a decision",
                    "one of " + String.join(" · ", DecisionNames.ALL),
                    Nearest.of(entry.key(), DecisionNames.ALL).orElse(DecisionNames.ALL.getFirst())
                            + ": { choose: … }");
            return;
        }
        facts.add(
                new Constraint(
                        "authored:" + Names.slug(entry.key()),
                        entry.key(),
                        List.of(choose),
                        Origin.authored(doc.at(entry.keyNode()), because)));
    }
}
