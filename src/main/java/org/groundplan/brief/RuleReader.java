package org.groundplan.brief;

import static org.groundplan.brief.RuleWords.NAME;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundplan.model.Entity;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads {@code rules:}; the grammar stands in docs/rules.md. */
final class RuleReader {
    private static final int LONGEST = 500;
    private static final String SAME =
            "\\s+of\\s+(?:the\\s+)?same\\s+(.+?)(?:\\s+(?:by|of)\\s+another\\s+" + NAME + ")?";
    private static final Pattern ONLY_WHEN =
            Pattern.compile(
                    "(.+?)\\s+only\\s+(?:when|while|if)\\s+(no\\s+)?(?:an?\\s+)?"
                            + NAME
                            + SAME
                            + "(?:\\s+(?:is|exists)(?:\\s+"
                            + NAME
                            + ")?)?",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern UNLESS =
            Pattern.compile(
                    "(.+?)\\s+unless\\s+(?:an?\\s+)?"
                            + NAME
                            + SAME
                            + "(?:\\s+(?:is|exists)(?:\\s+"
                            + NAME
                            + ")?)?",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /**
     * {@code withdraw only when Worker is adult}, {@code order only while Restaurant.status =
     * open}.
     */
    private static final Pattern OWN_STATE =
            Pattern.compile(
                    "(.+?)\\s+(?:only\\s+(?:when|while|if)|(unless))\\s+(?:the\\s+|its\\s+|an?\\s+)?"
                            + NAME
                            + "(?:\\."
                            + NAME
                            + ")?\\s+(?:is\\s+(not\\s+)?|=\\s*)"
                            + "(\\S.*)",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final Facts facts;
    private final RuleWords words;
    private final RuleForms forms;

    RuleReader(Facts facts) {
        this.facts = facts;
        this.words = new RuleWords(facts);
        this.forms = new RuleForms(words);
    }

    void read(Node node) {
        List<Node> lines = node instanceof SequenceNode s ? s.getValue() : List.of(node);
        for (Node line : lines) {
            String text = facts.doc.sentence(line);
            boolean prose = line instanceof MappingNode && text.startsWith("text: ");
            if (text.isBlank() || prose && text.substring(6).isBlank()) {
                facts.bad(
                        facts.doc.at(line),
                        "an empty rule",
                        "one sentence",
                        "- at most 1 Order per Customer per Drop");
            } else if (text.length() > LONGEST) {
                facts.bad(
                        facts.doc.at(line),
                        "a rule of " + text.length() + " characters",
                        "one sentence of at most " + LONGEST,
                        "split it");
            } else if (prose) {
                keep(text.substring(6), line, "");
            } else {
                rule(text, line);
            }
        }
    }

    private void rule(String text, Node line) {
        RuleForms.Head head =
                new RuleForms.Head("rule:" + Names.slug(text), text, facts.stated(line));
        if (facts.has(head.id())) {
            facts.bad(
                    facts.doc.at(line),
                    "this rule stands here twice: “" + text + "”",
                    "each rule once",
                    "take one of them out");
            return;
        }
        guard(head, line)
                .or(() -> forms.read(head))
                .ifPresentOrElse(
                        facts::add, () -> keep(text, line, "one of the forms of docs/rules.md"));
    }

    private void keep(String text, Node line, String expected) {
        facts.add(new Rule.NotUnderstood("rule:" + Names.slug(text), text, facts.stated(line)));
        facts.problems.warning(
                facts.doc.at(line),
                "this rule is kept and asked about, but not enforced: “" + text + "”",
                expected,
                expected.isEmpty() ? "" : "at most 10 Loan per Member when status = out");
    }

    private Optional<Rule> guard(RuleForms.Head head, Node line) {
        Matcher m = ONLY_WHEN.matcher(head.text());
        if (m.matches()) {
            return Optional.of(guard(head, line, m, m.group(2) != null, m.group(3), 4));
        }
        m = UNLESS.matcher(head.text());
        if (m.matches()) {
            return Optional.of(guard(head, line, m, true, m.group(2), 3));
        }
        m = OWN_STATE.matcher(head.text());
        if (m.matches()) {
            Optional<String> useCase = words.useCase(m.group(1));
            Optional<Entity> entity = words.declared(m.group(3));
            if (useCase.isEmpty() && entity.isPresent()) {
                facts.bad(
                        facts.doc.at(line),
                        "“" + m.group(1) + "” is not the name of a use case",
                        "one of " + String.join(" · ", words.useCases()),
                        Nearest.of(m.group(1), words.useCases())
                                        .orElse(
                                                words.useCases().isEmpty()
                                                        ? ""
                                                        : words.useCases().getFirst())
                                + " only when …");
            }
            if (useCase.isPresent() && entity.isPresent()) {
                boolean negated = m.group(2) != null || m.group(5) != null;
                String condition =
                        m.group(4) == null ? m.group(6) : m.group(4) + " = " + m.group(6);
                return Optional.of(
                        new Rule.OnlyWhen(
                                head.id(),
                                head.text(),
                                useCase.get(),
                                negated,
                                entity.get().name(),
                                List.of(entity.get().name()),
                                List.of(),
                                words.when(entity.get().name(), condition),
                                head.origin()));
            }
        }
        return Optional.empty();
    }

    private Rule guard(
            RuleForms.Head head, Node line, Matcher m, boolean negated, String entity, int at) {
        String useCase = m.group(1);
        @Nullable String other = m.group(at + 1);
        @Nullable String state = m.group(at + 2);
        Optional<String> known = words.useCase(useCase);
        if (known.isEmpty()) {
            List<String> useCases = words.useCases();
            facts.bad(
                    facts.doc.at(line),
                    "“" + useCase + "” is not the name of a use case",
                    "one of " + String.join(" · ", useCases),
                    Nearest.of(useCase, useCases)
                                    .orElse(useCases.isEmpty() ? "" : useCases.getFirst())
                            + " only when …");
            return new Rule.NotUnderstood(head.id(), head.text(), head.origin());
        }
        return new Rule.OnlyWhen(
                head.id(),
                head.text(),
                known.get(),
                negated,
                words.entity(entity),
                words.names(m.group(at)),
                other == null ? List.of() : List.of(words.entity(other)),
                words.when(entity, state),
                head.origin());
    }
}
