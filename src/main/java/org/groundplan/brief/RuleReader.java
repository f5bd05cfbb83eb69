package org.groundplan.brief;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundplan.model.Condition;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Rule;
import org.groundplan.model.UseCase;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads {@code rules:}; the grammar stands in docs/rules.md. */
final class RuleReader {
    private static final String NAME = "(\\p{L}[\\p{L}\\p{N}\\p{M}_-]*)";
    private static final String WHEN =
            "(?:\\s+(?:when|while)\\s+" + NAME + "\\s*(?:=|is)\\s*" + NAME + ")?";
    private static final Pattern UNIQUE =
            Pattern.compile(
                    "unique\\s+" + NAME + "\\.(\\S+(?:\\s*,\\s*\\S+)*)(?:\\s+per\\s+(.+))?");
    private static final Pattern AT_MOST =
            Pattern.compile(
                    "(?:at most|no more than|max(?:imum)?)\\s+(\\S+)\\s+"
                            + NAME
                            + "\\s+per\\s+(.+?)"
                            + WHEN);
    private static final Pattern STATES =
            Pattern.compile(NAME + "\\." + NAME + "\\s*:\\s*(.+(?:->|→).+)");
    private static final Pattern ONLY_WHEN =
            Pattern.compile(
                    "(.+?)\\s+only\\s+(?:when|while|if)\\s+(no\\s+)?(?:an?\\s+)?"
                            + NAME
                            + "\\s+of\\s+(?:the\\s+)?same\\s+(.+?)(?:\\s+(?:by|of)\\s+another\\s+"
                            + NAME
                            + ")?(?:\\s+(?:is|exists)(?:\\s+"
                            + NAME
                            + ")?)?");
    private static final Pattern UNLESS =
            Pattern.compile(
                    "(.+?)\\s+unless\\s+(?:an?\\s+)?"
                            + NAME
                            + "\\s+of\\s+(?:the\\s+)?same\\s+(.+?)(?:\\s+(?:by|of)\\s+another\\s+"
                            + NAME
                            + ")?(?:\\s+is\\s+"
                            + NAME
                            + ")?");
    private static final Pattern BELOW =
            Pattern.compile(
                    NAME
                            + "\\."
                            + NAME
                            + "\\s+(?:is\\s+)?never\\s+(?:falls\\s+)?below\\s+(-?\\d+)");
    private static final Pattern OWN =
            Pattern.compile(
                    NAME
                            + "\\s+may\\s+(?:only\\s+)?(?:read|see)\\s+(?:only\\s+)?(?:its |their )?own\\s+"
                            + NAME);
    private static final Map<String, Integer> WORDS =
            Map.ofEntries(
                    Map.entry("one", 1),
                    Map.entry("two", 2),
                    Map.entry("three", 3),
                    Map.entry("four", 4),
                    Map.entry("five", 5),
                    Map.entry("six", 6),
                    Map.entry("seven", 7),
                    Map.entry("eight", 8),
                    Map.entry("nine", 9),
                    Map.entry("ten", 10),
                    Map.entry("twelve", 12),
                    Map.entry("a", 1));

    private final Facts facts;
    private final List<String> useCases;

    RuleReader(Facts facts) {
        this.facts = facts;
        this.useCases =
                facts.elements().stream()
                        .filter(UseCase.class::isInstance)
                        .map(e -> ((UseCase) e).name())
                        .toList();
    }

    void read(Node node) {
        List<Node> lines = node instanceof SequenceNode s ? s.getValue() : List.of(node);
        for (Node line : lines) {
            String text = facts.doc.sentence(line);
            boolean prose = line instanceof MappingNode && text.startsWith("text: ");
            if (text.isBlank()) {
                facts.bad(
                        facts.doc.at(line),
                        "an empty rule",
                        "one sentence",
                        "- at most 1 Order per Customer per Drop");
            } else if (prose) {
                keep(text.substring(6), line, "");
            } else {
                rule(text, line);
            }
        }
    }

    private void rule(String text, Node line) {
        String id = "rule:" + Names.slug(text);
        Origin origin = facts.stated(line);
        Optional<Rule> rule = match(text, id, origin, line);
        rule.ifPresentOrElse(
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

    private Optional<Rule> match(String text, String id, Origin origin, Node line) {
        Matcher m = UNIQUE.matcher(text);
        if (m.matches()) {
            List<String> fields = new ArrayList<>(List.of(m.group(2).split("\\s*,\\s*")));
            if (m.group(3) != null) {
                fields.addAll(names(m.group(3)));
            }
            return Optional.of(new Rule.Unique(id, text, m.group(1), fields, origin));
        }
        m = AT_MOST.matcher(text);
        if (m.matches()) {
            Optional<Integer> limit = limit(m.group(1));
            if (limit.isPresent()) {
                return Optional.of(
                        new Rule.AtMost(
                                id,
                                text,
                                limit.get(),
                                m.group(2),
                                names(m.group(3)),
                                when(m.group(4), m.group(5)),
                                origin));
            }
        }
        m = BELOW.matcher(text);
        if (m.matches()) {
            return Optional.of(
                    new Rule.NeverBelow(
                            id, text, m.group(1), m.group(2), Long.parseLong(m.group(3)), origin));
        }
        m = OWN.matcher(text);
        if (m.matches()) {
            return Optional.of(new Rule.OwnOnly(id, text, m.group(1), m.group(2), origin));
        }
        m = STATES.matcher(text);
        if (m.matches()) {
            return Optional.of(
                    new Rule.Transitions(
                            id, text, m.group(1), m.group(2), moves(m.group(3)), origin));
        }
        return guard(text, id, origin, line);
    }

    private Optional<Rule> guard(String text, String id, Origin origin, Node line) {
        Matcher m = ONLY_WHEN.matcher(text);
        if (m.matches()) {
            return guard(
                    text,
                    id,
                    origin,
                    line,
                    m.group(1),
                    m.group(2) != null,
                    m.group(3),
                    m.group(4),
                    m.group(5),
                    m.group(6));
        }
        m = UNLESS.matcher(text);
        if (m.matches()) {
            return guard(
                    text,
                    id,
                    origin,
                    line,
                    m.group(1),
                    true,
                    m.group(2),
                    m.group(3),
                    m.group(4),
                    m.group(5));
        }
        return Optional.empty();
    }

    private Optional<Rule> guard(
            String text,
            String id,
            Origin origin,
            Node line,
            String useCase,
            boolean negated,
            String entity,
            String same,
            @Nullable String other,
            @Nullable String state) {
        Optional<String> known = useCase(useCase);
        if (known.isEmpty()) {
            facts.bad(
                    facts.doc.at(line),
                    "“" + useCase + "” is not the name of a use case",
                    "one of " + String.join(" · ", useCases),
                    Nearest.of(useCase, useCases)
                                    .orElse(useCases.isEmpty() ? "" : useCases.getFirst())
                            + " only when …");
            return Optional.of(new Rule.NotUnderstood(id, text, origin));
        }
        return Optional.of(
                new Rule.OnlyWhen(
                        id,
                        text,
                        known.get(),
                        negated,
                        entity,
                        names(same),
                        other == null ? List.of() : List.of(other),
                        state == null ? null : new Condition("", state),
                        origin));
    }

    private Optional<String> useCase(String words) {
        String wanted = bare(words);
        return useCases.stream().filter(u -> bare(u).equals(wanted)).findFirst();
    }

    private static String bare(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replaceAll("\\b(an?|the|my|its|their)\\b", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static @Nullable Condition when(@Nullable String field, @Nullable String value) {
        return field == null || value == null ? null : new Condition(field, value);
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.split("\\s+per\\s+|\\s+and\\s+|\\s*,\\s*"))
                .map(String::strip)
                .toList();
    }

    private static Optional<Integer> limit(String word) {
        Integer named = WORDS.get(word.toLowerCase(Locale.ROOT));
        if (named != null) {
            return Optional.of(named);
        }
        return word.matches("\\d{1,6}") ? Optional.of(Integer.parseInt(word)) : Optional.empty();
    }

    private static Map<String, List<String>> moves(String text) {
        Map<String, List<String>> moves = new TreeMap<>();
        for (String chain : text.split(";|,")) {
            String[] states = chain.split("->|→");
            for (int i = 0; i + 1 < states.length; i++) {
                for (String from : states[i].split("/")) {
                    for (String to : states[i + 1].split("/")) {
                        moves.computeIfAbsent(from.strip(), _ -> new ArrayList<>()).add(to.strip());
                    }
                }
            }
        }
        return moves;
    }
}
