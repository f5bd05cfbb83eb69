package org.groundplan.trial.foreign;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.groundplan.model.Condition;
import org.groundplan.model.Rule;
import org.groundplan.model.SumRule;
import org.jspecify.annotations.Nullable;

/** Values of columns that bring a row one step away from breaking a rule. */
final class Fixtures {
    private final Catalogue catalogue;
    private final Violations violations;
    private final Rule rule;
    private final Map<ForeignScript, Usages> usages;
    private final Roles roles;

    Fixtures(Catalogue catalogue, Rule rule, Map<ForeignScript, Usages> usages, Roles roles) {
        this.catalogue = catalogue;
        this.violations = new Violations(catalogue);
        this.rule = rule;
        this.usages = usages;
        this.roles = roles;
    }

    /** Values of the columns that matter, for an existing row of a table. */
    Map<String, @Nullable String> fixed(String name, Stage.Plan plan) throws ForeignException {
        Map<String, @Nullable String> fixed = new TreeMap<>();
        Catalogue.Table table = catalogue.table(name).orElseThrow();
        for (Catalogue.Column column : table.columns().values()) {
            Set<String> said = new LinkedHashSet<>();
            usages.values().forEach(u -> said.addAll(u.literals(name, column.name())));
            boolean word = !column.number() && !column.filled() && !column.time();
            if (word && !said.isEmpty() && !column.nullable()) {
                fixed.put(column.name(), said.iterator().next());
            } else if (column.type().equals("boolean") && !column.filled()) {
                boolean yes =
                        column.name()
                                .matches(
                                        "(is_)?(active|enabled|available|open|adult|verified|free|on_.*)");
                fixed.put(column.name(), String.valueOf(yes));
            }
        }
        switch (rule) {
            case Rule.NeverBelow r when is(r.entity(), name) -> {
                fixed.put(
                        violations.column(table, r.field()),
                        String.valueOf(r.bound() + plan.room()));
                fixed.putAll(meeting(table, r.when()));
            }
            case Rule.NeverAbove r when is(r.entity(), name) -> {
                String column = violations.column(table, r.field());
                if (r.bound() != null) {
                    fixed.put(column, String.valueOf(Math.max(0, r.bound() - plan.room())));
                } else if (r.other() != null) {
                    fixed.put(violations.column(table, r.other()), String.valueOf(plan.room()));
                    fixed.put(column, "0");
                }
            }
            case Rule.AtLeast r when is(r.entity(), name) -> {
                fixed.putAll(group(table));
                fixed.putAll(meeting(table, r.when()));
            }
            case Rule.AtMost r when is(r.entity(), name) -> {
                if (!plan.regroups()) {
                    fixed.putAll(group(table));
                }
                if (r.when() != null && !plan.regroups()) {
                    other(table, r.when())
                            .forEach((c, v) -> {
                                String now = fixed.get(c);
                                if (now == null || r.when().values().contains(now)) {
                                    fixed.put(c, v);
                                }
                            });
                }
            }
            case SumRule r
                    when is(r.entity(), name) && r.comparison() == SumRule.Comparison.AT_MOST ->
                    fixed.put(violations.column(table, r.field()), plan.amount());
            case SumRule r when is(r.per(), name) && r.boundField() != null ->
                    fixed.put(
                            violations.column(table, r.boundField()),
                            r.keeps() ? "0" : String.valueOf(plan.room()));
            case Rule.Transitions r when is(r.entity(), name) && !plan.state().isEmpty() ->
                    fixed.put(violations.column(table, r.field()), plan.state().split(">")[0]);
            case Rule.OnlyWhen r when is(r.entity(), name) && r.when() != null ->
                    fixed.putAll(r.negated() ? other(table, r.when()) : meeting(table, r.when()));
            default -> {}
        }
        return fixed;
    }

    private boolean is(String entity, String table) {
        return catalogue.table(entity).filter(t -> t.name().equals(table)).isPresent();
    }

    Map<String, @Nullable String> meeting(Catalogue.Table table, @Nullable Condition when)
            throws ForeignException {
        return when == null ? Map.of() : Map.of(violations.state(table, when), when.first());
    }

    /** A state that does not meet a condition. */
    private Map<String, @Nullable String> other(Catalogue.Table table, Condition when)
            throws ForeignException {
        String column = violations.state(table, when);
        Catalogue.Column c = table.column(column).orElseThrow();
        if (c.type().equals("boolean")) {
            return Map.of(column, when.first().equals("true") ? "false" : "true");
        }
        Map<String, @Nullable String> result = new TreeMap<>();
        c.values().stream()
                .filter(v -> !when.values().contains(v))
                .findFirst()
                .ifPresent(v -> result.put(column, v));
        return result;
    }

    /** The value that everybody has in a column by which the rule counts. */
    String shared(String table, String name) {
        Catalogue.Column column = catalogue.table(table).flatMap(t -> t.column(name)).orElseThrow();
        return !column.values().isEmpty()
                ? column.values().getFirst()
                : Spelling.fitting(
                        catalogue.table(table).orElseThrow(),
                        name,
                        Rows.sample(column.type(), name, 400 + name.length(), 3, column.length()),
                        400);
    }

    /** Columns by which the rule counts and that refer to nothing, with the value all have. */
    Map<String, @Nullable String> group(Catalogue.Table table) {
        Map<String, @Nullable String> result = new TreeMap<>();
        for (Catalogue.Column column : table.columns().values()) {
            boolean counted = roles.columns().contains(table.name() + "." + column.name());
            boolean refers =
                    table.references().stream().anyMatch(r -> r.columns().contains(column.name()));
            if (counted && !refers && !table.key().equals(List.of(column.name()))) {
                result.put(column.name(), shared(table.name(), column.name()));
            }
        }
        return result;
    }

    /** The table whose rows the rule counts; empty for other rules. */
    String counted() throws ForeignException {
        return switch (rule) {
            case Rule.AtMost r -> violations.table(r.entity()).name();
            case Rule.AtLeast r -> violations.table(r.entity()).name();
            case SumRule r when !r.keeps() -> violations.table(r.entity()).name();
            default -> "";
        };
    }

    /** Columns that are needed although they may be empty. */
    Set<String> wanted() {
        Set<String> wanted = new LinkedHashSet<>(roles.columns());
        for (Catalogue.Table table : catalogue.tables()) {
            for (Catalogue.Column column : table.columns().values()) {
                boolean plain = table.reference(column.name()).isEmpty() && !column.time();
                boolean said = usages.values().stream().anyMatch(u -> u.mentions(column.name()));
                if (plain && said && column.number()) {
                    wanted.add(table.name() + "." + column.name());
                }
            }
        }
        return wanted;
    }

    /** A number without a default in the table that a limit is counted for is that limit. */
    Map<String, String> numbers() {
        Map<String, String> numbers = new TreeMap<>();
        if (rule instanceof Rule.AtMost r) {
            roles.groups().forEach(t -> numbers.put(t, String.valueOf(r.limit())));
        }
        return numbers;
    }
}
