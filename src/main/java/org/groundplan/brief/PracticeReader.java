package org.groundplan.brief;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundplan.expression.Expression;
import org.groundplan.model.Location;
import org.groundplan.model.Origin;
import org.groundplan.model.OwnPractice;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the practices of people's own: {@code practices/*.yaml} beside a brief. */
final class PracticeReader {
    static final Set<String> KEYS =
            Set.of(
                    "id",
                    "title",
                    "each",
                    "when",
                    "numbers",
                    "says",
                    "advice",
                    "asks",
                    "otherwise",
                    "weight",
                    "source",
                    "wrong");
    private static final List<String> EACH = List.of("useCase", "entity", "integration", "system");
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]{1,60})\\}");
    private static final int MOST_WEIGHT = 90;

    private final Problems problems;
    private final YamlDoc doc;
    private final Facts facts;

    private PracticeReader(String file, String text, Problems problems) {
        this.problems = problems;
        this.doc = new YamlDoc(file, text, java.util.Map.of(), problems);
        this.facts = new Facts(doc, problems);
    }

    /** One practice, or a list of them, by id. */
    static Map<String, OwnPractice> read(String file, String text, Problems problems) {
        PracticeReader reader = new PracticeReader(file, text, problems);
        Map<String, OwnPractice> result = new LinkedHashMap<>();
        Node root = reader.doc.root(text);
        if (root instanceof SequenceNode list) {
            list.getValue().forEach(n -> reader.one(n, result));
        } else if (root != null) {
            reader.one(root, result);
        }
        return result;
    }

    private void one(Node node, Map<String, OwnPractice> result) {
        if (!(node instanceof MappingNode)) {
            facts.bad(
                    doc.at(node),
                    "this is no practice",
                    "a mapping with id, when and says",
                    "id: acme.pays-abroad");
            return;
        }
        Fields keys = new Fields(doc, problems, node, "a practice", KEYS, Set.of());
        String id = keys.text("id").orElse("");
        if (!id.matches("[a-z][a-z0-9]{0,30}\\.[a-z0-9][a-z0-9-]{0,60}")) {
            facts.bad(
                    doc.at(keys.node("id").orElse(node)),
                    id.isEmpty() ? "a practice without an id" : "“" + id + "” as an id",
                    "family.name, in lower case",
                    "id: acme.pays-abroad");
            return;
        }
        String each = keys.text("each").orElse("system");
        if (!EACH.contains(each)) {
            facts.bad(
                    keys.at("each"),
                    "“" + each + "” as what it is asked of",
                    "one of " + String.join(", ", EACH),
                    "each: " + Nearest.of(each, EACH).orElse("useCase"));
            return;
        }
        Map<String, String> numbers = new TreeMap<>();
        keys.node("numbers")
                .ifPresent(
                        n -> doc.entries(n, "numbers").values().forEach(e -> number(e, numbers)));
        String when = formula(keys, "when", node);
        String says = required(keys, "says", node, "says: \"{this.name} is called {calls} times\"");
        places(says, numbers, keys);
        if (result.containsKey(id)) {
            facts.bad(doc.at(node), "a second practice “" + id + "”", "each id once", "");
            return;
        }
        result.put(
                id,
                new OwnPractice(
                        "practice:" + id.replace('.', '-'),
                        id,
                        keys.text("title").orElse(id),
                        each,
                        when,
                        numbers,
                        says,
                        required(keys, "advice", node, "advice: Ask them for a limit."),
                        keys.text("asks").orElse(""),
                        keys.text("otherwise").orElse("nothing changes"),
                        weight(keys),
                        required(keys, "source", node, "source: our incident of March 2025"),
                        keys.text("wrong").orElse(""),
                        Origin.authored(doc.at(node), "A practice of your own.")));
    }

    private String required(Fields keys, String key, Node node, String write) {
        Optional<String> text = keys.text(key);
        if (text.isEmpty()) {
            facts.bad(doc.at(node), "a practice without “" + key + "”", key, write);
        }
        return text.orElse("");
    }

    private int weight(Fields keys) {
        Optional<String> text = keys.text("weight");
        if (text.isEmpty()) {
            return 60;
        }
        if (!text.get().matches("\\d{1,2}") || Integer.parseInt(text.get()) > MOST_WEIGHT) {
            facts.bad(
                    keys.at("weight"),
                    "“" + text.get() + "” as a weight",
                    "a number from 0 to " + MOST_WEIGHT,
                    "weight: 60");
            return 0;
        }
        return Integer.parseInt(text.get());
    }

    private void number(YamlDoc.Entry entry, Map<String, String> numbers) {
        String formula = entry.value() == null ? "" : doc.text(entry.value()).orElse("");
        if (!entry.key().matches("[a-z][A-Za-z0-9]{0,30}")) {
            facts.bad(
                    doc.at(entry.keyNode()),
                    "“" + entry.key() + "” as the name of a number",
                    "letters and digits",
                    "calls: this.perDay * 30.0");
            return;
        }
        check(formula, entry.value() == null ? entry.keyNode() : entry.value());
        numbers.put(entry.key(), formula);
    }

    private String formula(Fields keys, String key, Node node) {
        String text = required(keys, key, node, key + ": this.peak > 100.0");
        keys.node(key).ifPresent(n -> check(text, n));
        return text;
    }

    private void check(String text, Node node) {
        try {
            Expression.read(text);
        } catch (Expression.Wrong e) {
            Location at = doc.at(node);
            facts.bad(
                    new Location(at.file(), at.line(), at.column() + e.column(), at.text()),
                    "“" + text + "”: " + e.getMessage(),
                    "an expression over this and system, with decimal numbers",
                    "this.peak > 100.0 && this.purpose == 'payment'");
        }
    }

    /** Each place of a sentence is a number or a fact. */
    private void places(String says, Map<String, String> numbers, Fields keys) {
        Matcher m = PLACE.matcher(says);
        while (m.find()) {
            String name = m.group(1);
            if (!numbers.containsKey(name) && !name.matches("(?:this|system)\\.[A-Za-z]+")) {
                facts.bad(
                        keys.at("says"),
                        "“{" + name + "}” is no number of this practice",
                        numbers.isEmpty()
                                ? "a fact, such as {this.name}"
                                : "one of "
                                        + String.join(", ", numbers.keySet())
                                        + ", or {this.name}",
                        "{this.name}");
            }
        }
    }
}
