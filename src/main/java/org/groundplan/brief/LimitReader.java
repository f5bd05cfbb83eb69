package org.groundplan.brief;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundplan.model.Constraint;
import org.groundplan.model.Names;
import org.groundplan.model.Team;
import org.groundplan.model.Unit;
import org.groundplan.model.UseCase;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads {@code qualities:} and {@code constraints:}. */
final class LimitReader {
    static final Set<String> QUALITIES =
            Vocabulary.with(
                    Vocabulary.Owner.QUALITIES,
                    Set.of("availability", "latency", "growth", "rpo", "rto"));
    static final List<String> WORDS =
            List.of("regions", "residency", "runsOn", "uses", "prefers", "compliance");
    static final Set<String> TEAM_KEYS = Set.of("name", "engineers", "operations", "knows");
    private static final Pattern GROWTH =
            Pattern.compile(
                    "(?:about )?(\\d+(?:\\.\\d+)?|twice|double|ten times|six times)\\s*(x|×|times|-fold|fold|%)?\\s*(?:more )?(?:in|over|within|a|per|every)\\s+(.+)");
    private static final BigDecimal MOST_GROWTH = BigDecimal.valueOf(1_000_000);

    private final Facts facts;

    LimitReader(Facts facts) {
        this.facts = facts;
    }

    static Set<String> constraints() {
        List<String> known = new ArrayList<>(WORDS);
        known.addAll(List.of("budget", "teams", "sites"));
        return Vocabulary.with(Vocabulary.Owner.CONSTRAINTS, Set.copyOf(known));
    }

    void qualities(Node node) {
        Fields keys = new Fields(facts.doc, facts.problems, node, "qualities", QUALITIES, Set.of());
        keys.node("availability").ifPresent(this::availability);
        Vocabulary.read(Vocabulary.Owner.QUALITIES, keys, facts, "system", "system");
        for (String key : List.of("rpo", "rto")) {
            keys.node(key)
                    .ifPresent(n ->
                            facts.duration(
                                    n, "quantity:system." + key, "system", key, key + ": 15 min"));
        }
        keys.node("latency").ifPresent(n -> new RateReader(facts).latency(n, "system", "system"));
        keys.node("growth").ifPresent(this::growth);
    }

    /** One figure, or a mapping from use cases to figures ({@code system} for the whole). */
    private void availability(Node node) {
        if (!(node instanceof MappingNode)) {
            facts.availability(node, "quantity:system.availability", "system");
            return;
        }
        List<String> useCases =
                facts.elements().stream()
                        .filter(UseCase.class::isInstance)
                        .map(e -> ((UseCase) e).name())
                        .toList();
        RuleWords words = new RuleWords(facts);
        for (YamlDoc.Entry entry : facts.doc.entries(node, "availability").values()) {
            Node value = entry.value() == null ? entry.keyNode() : entry.value();
            if (entry.key().matches("system|default|all|the rest|everything else|other|others")) {
                facts.availability(value, "quantity:system.availability", "system");
                continue;
            }
            Optional<String> known = words.useCase(entry.key());
            if (known.isEmpty()) {
                facts.bad(
                        facts.doc.at(entry.keyNode()),
                        "“" + entry.key() + "” is not the name of a use case",
                        "one of " + String.join(" · ", useCases) + ", or system",
                        Nearest.of(entry.key(), useCases).orElse("system") + ": 99.9 %");
                continue;
            }
            facts.availability(
                    value,
                    "quantity:" + Names.slug(known.get()) + ".availability",
                    UseCase.id(known.get()));
        }
    }

    private void growth(Node node) {
        String text = facts.doc.text(node).orElse("");
        Matcher m = GROWTH.matcher(text.strip().toLowerCase(java.util.Locale.ROOT));
        Optional<BigDecimal> value =
                m.matches() ? factor(m.group(1), m.group(2)) : Optional.empty();
        if (value.isEmpty()) {
            facts.bad(
                    facts.doc.at(node),
                    "“" + text + "” as growth",
                    "a factor and a time",
                    "growth: 10x in 2 years");
            return;
        }
        facts.number(
                "quantity:system.growth",
                "system",
                "growth",
                m.group(3),
                value.get(),
                Unit.ONE,
                "",
                node);
    }

    private static Optional<BigDecimal> factor(
            String number, @org.jspecify.annotations.Nullable String unit) {
        BigDecimal value =
                switch (number) {
                    case "twice", "double" -> BigDecimal.TWO;
                    case "ten times" -> BigDecimal.TEN;
                    case "six times" -> BigDecimal.valueOf(6);
                    default -> new BigDecimal(number);
                };
        if ("%".equals(unit)) {
            value = value.movePointLeft(2).add(BigDecimal.ONE);
        }
        return value.signum() > 0 && value.compareTo(MOST_GROWTH) <= 0
                ? Optional.of(value)
                : Optional.empty();
    }

    void constraints(Node node) {
        Fields keys =
                new Fields(facts.doc, facts.problems, node, "constraints", constraints(), Set.of());
        for (String key : WORDS) {
            keys.node(key)
                    .ifPresent(n ->
                            facts.add(
                                    new Constraint(
                                            "constraint:" + Names.slug(key),
                                            key,
                                            keys.wordList(key),
                                            facts.stated(n))));
        }
        facts.count(keys, "sites", "quantity:system.sites", "system", "the system");
        Vocabulary.read(Vocabulary.Owner.CONSTRAINTS, keys, facts, "system", "system");
        keys.node("budget").ifPresent(this::budget);
        keys.node("teams").ifPresent(this::teams);
    }

    private void budget(Node node) {
        String text = facts.doc.text(node).orElse("");
        Optional<Amounts.Budget> budget = Amounts.budget(text);
        if (budget.isEmpty()) {
            facts.bad(
                    facts.doc.at(node),
                    "“" + text + "” as a budget",
                    "money per month or year",
                    "budget: 1500 EUR per month");
            return;
        }
        boolean euro = budget.get().currency().equals("EUR");
        boolean dollar = budget.get().currency().equals("USD");
        if (dollar) {
            facts.add(
                    new org.groundplan.model.Trait(
                            org.groundplan.model.Trait.id("system", "budget-currency"),
                            "system",
                            "budget-currency",
                            "USD",
                            facts.stated(node)));
        } else if (!euro) {
            facts.problems.warning(
                    facts.doc.at(node),
                    "the budget is in " + budget.get().currency() + " and prices are in EUR",
                    "euros; until then one is taken for the other",
                    "budget: 1500 EUR per month");
        }
        facts.number(
                "quantity:budget",
                "system",
                "cost",
                "month",
                budget.get().perMonth(),
                Unit.EURO_PER_MONTH,
                euro ? "" : dollar ? text : text + " (taken as EUR)",
                node);
    }

    private void teams(Node node) {
        List<Node> list = node instanceof SequenceNode s ? s.getValue() : List.of(node);
        if (node instanceof MappingNode m
                && m.getValue().stream().allMatch(t -> t.getValueNode() instanceof MappingNode)) {
            // core: { engineers: 5 }
            for (YamlDoc.Entry entry : facts.doc.entries(node, "teams").values()) {
                team(entry.value() == null ? entry.keyNode() : entry.value(), entry.key());
            }
            return;
        }
        list.forEach(item -> team(item, ""));
    }

    private void team(Node item, String key) {
        if (!(item instanceof MappingNode)) {
            String name = facts.doc.text(item).orElse("");
            facts.add(new Team("team:" + Names.slug(name), name, List.of(), facts.stated(item)));
            return;
        }
        Fields keys = new Fields(facts.doc, facts.problems, item, "a team", TEAM_KEYS, Set.of());
        String name = keys.text("name").orElse(key.isEmpty() ? "team" : key);
        String id = "team:" + Names.slug(name);
        facts.add(new Team(id, name, keys.wordList("knows"), facts.stated(item)));
        String quantity = "quantity:team." + Names.slug(name);
        facts.count(keys, "engineers", quantity + ".engineers", id, "team " + name);
        facts.count(keys, "operations", quantity + ".operations", id, "team " + name);
    }
}
