package org.groundplan.brief;

import java.util.List;
import java.util.Set;
import org.groundplan.model.Component;
import org.groundplan.model.Constraint;
import org.groundplan.model.Module;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code design:}, what somebody has decided already, and {@code answers:}. */
final class DesignReader {
    static final Set<String> KEYS =
            Set.of("decisions", "notes", "services", "stores", "components", "modules");
    static final List<String> SECTIONS =
            List.of(
                    "summary",
                    "overview",
                    "services",
                    "contracts",
                    "data",
                    "stack",
                    "considerations");

    private static final String RETENTION = "retention-of-";

    private final Facts facts;

    DesignReader(Facts facts) {
        this.facts = facts;
    }

    void read(Node node) {
        Fields keys = new Fields(facts.doc, facts.problems, node, "design", KEYS, Set.of());
        entries(keys, "decisions").forEach(this::decision);
        entries(keys, "notes").forEach(this::note);
        boolean modules = keys.node("modules").isPresent();
        entries(keys, "modules").forEach(e -> owner(e, "module"));
        entries(keys, "services").forEach(e -> owner(e, modules ? "service" : "both"));
        entries(keys, "stores").forEach(this::store);
        entries(keys, "components").forEach(this::component);
    }

    private List<YamlDoc.Entry> entries(Fields keys, String key) {
        return keys.node(key)
                .map(n -> List.copyOf(facts.doc.entries(n, key).values()))
                .orElse(List.of());
    }

    private Fields keys(YamlDoc.Entry entry, String what, Set<String> known) {
        Node value = entry.value() == null ? Fields.nothing(entry.keyNode()) : entry.value();
        return new Fields(
                facts.doc, facts.problems, value, what + " " + entry.key(), known, Set.of());
    }

    private Origin authored(YamlDoc.Entry entry, String because) {
        return Origin.authored(facts.doc.at(entry.keyNode()), because);
    }

    private void note(YamlDoc.Entry entry) {
        Node value = entry.value() == null ? entry.keyNode() : entry.value();
        if (!SECTIONS.contains(Names.slug(entry.key()))) {
            facts.bad(
                    facts.doc.at(entry.keyNode()),
                    "“" + entry.key() + "” is not a section of the document",
                    "one of " + String.join(", ", SECTIONS),
                    Nearest.of(entry.key(), SECTIONS).orElse("overview") + ": …");
            return;
        }
        facts.add(
                new Constraint(
                        "note:" + Names.slug(entry.key()),
                        entry.key(),
                        List.of(facts.doc.sentence(value)),
                        authored(entry, facts.doc.sentence(value))));
    }

    private void decision(YamlDoc.Entry entry) {
        Node value = entry.value() == null ? entry.keyNode() : entry.value();
        String choose;
        String because = "";
        if (value instanceof MappingNode) {
            Fields keys = keys(entry, "decision", Set.of("choose", "because"));
            choose = keys.text("choose").orElse("");
            because = keys.text("because").orElse("");
        } else {
            choose = facts.doc.sentence(value);
        }
        if (!DecisionNames.ALL.contains(entry.key())) {
            facts.bad(
                    facts.doc.at(entry.keyNode()),
                    "“" + entry.key() + "” is not a decision",
                    "one of " + String.join(" · ", DecisionNames.ALL),
                    Nearest.of(entry.key(), DecisionNames.ALL).orElse(DecisionNames.ALL.getFirst())
                            + ": { choose: … }");
            return;
        }
        if (choose.isBlank()) {
            facts.bad(
                    facts.doc.at(entry.keyNode()),
                    "decision “" + entry.key() + "” without a choice",
                    "what was chosen",
                    entry.key() + ": { choose: …, because: … }");
            return;
        }
        chosen(entry, entry.key(), choose, because);
    }

    private void chosen(YamlDoc.Entry entry, String decision, String choose, String because) {
        facts.add(
                new Constraint(
                        "authored:" + Names.slug(decision),
                        decision,
                        List.of(choose),
                        authored(entry, because)));
    }

    /** A service or a module with the entities it owns. */
    private void owner(YamlDoc.Entry entry, String what) {
        Fields keys =
                keys(
                        entry,
                        what.equals("module") ? "module" : "service",
                        Set.of("owns", "because", "team", "modules"));
        String because = keys.text("because").orElse("");
        List<String> owns = keys.wordList("owns");
        String slug = Names.slug(entry.key());
        if (!what.equals("service")) {
            facts.add(
                    new Module(
                            "module:" + slug,
                            entry.key(),
                            owns,
                            List.of(),
                            List.of(),
                            keys.text("team").orElse(""),
                            authored(entry, because)));
        }
        if (!what.equals("module")) {
            List<String> modules =
                    what.equals("both") ? List.of(entry.key()) : keys.wordList("modules");
            facts.add(
                    new Constraint(
                            "service:" + slug, entry.key(), modules, authored(entry, because)));
        }
    }

    private void store(YamlDoc.Entry entry) {
        Fields keys = keys(entry, "store", Set.of("technology", "because", "holds"));
        String technology = keys.text("technology").orElse("");
        if (technology.isEmpty()) {
            facts.bad(
                    facts.doc.at(entry.keyNode()),
                    "store “" + entry.key() + "” without a technology",
                    "its technology",
                    "technology: PostgreSQL");
            return;
        }
        String because = keys.text("because").orElse("");
        if (Names.slug(entry.key()).equals("main")) {
            chosen(entry, "primary store", technology, because);
            return;
        }
        facts.add(
                new Component(
                        "component:" + Names.slug(entry.key()),
                        entry.key(),
                        "store"
                                + (keys.wordList("holds").isEmpty()
                                        ? ""
                                        : " of " + String.join(", ", keys.wordList("holds"))),
                        technology,
                        authored(entry, because)));
    }

    private void component(YamlDoc.Entry entry) {
        Fields keys = keys(entry, "component", Set.of("role", "runs", "technology", "because"));
        String runs = keys.text("runs").orElse("");
        facts.add(
                new Component(
                        "component:" + Names.slug(entry.key()),
                        entry.key(),
                        keys.text("role").orElse("") + (runs.isEmpty() ? "" : "; runs " + runs),
                        keys.text("technology").orElse(""),
                        authored(entry, keys.text("because").orElse(""))));
    }

    /** How long rows of an entity are kept. */
    private void retention(String what, Node value) {
        new RuleWords(facts)
                .declared(what)
                .ifPresent(entity ->
                        facts.duration(
                                value,
                                "quantity:" + Names.slug(entity.name()) + ".keep",
                                entity.id(),
                                "retention",
                                "retention-of-orders: 10 years"));
    }

    /** Answers by the id of the question, without its {@code question:}. */
    void answers(Node node) {
        for (YamlDoc.Entry entry : facts.doc.entries(node, "answers").values()) {
            String answer = entry.value() == null ? "" : facts.doc.sentence(entry.value());
            if (answer.isEmpty()) {
                facts.bad(
                        facts.doc.at(entry.keyNode()),
                        "question “" + entry.key() + "” without an answer",
                        "one sentence or one value",
                        "retention-of-orders: 10 years");
                continue;
            }
            String slug = Names.slug(entry.key().replaceFirst("^question:", ""));
            if (slug.startsWith(RETENTION) && entry.value() != null) {
                retention(slug.substring(RETENTION.length()), entry.value());
            }
            facts.add(
                    new Constraint(
                            "answer:" + slug,
                            slug,
                            List.of(answer),
                            Origin.authored(facts.doc.at(entry.keyNode()), answer)));
        }
    }
}
