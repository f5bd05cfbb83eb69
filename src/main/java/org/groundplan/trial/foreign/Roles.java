package org.groundplan.trial.foreign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.groundplan.model.Condition;
import org.groundplan.model.Rule;
import org.groundplan.model.SumRule;
import org.jspecify.annotations.Nullable;

/** What each parameter of a script stands for, seen from the rule. */
final class Roles {
    enum Kind {
        /** The key of a row that is there. */
        ENTITY,
        /** The key of a row that is to be made. */
        NEW,
        /** Begin of a range. */
        FROM,
        /** End of a range. */
        TO,
        /** What is added to or taken from a number. */
        AMOUNT,
        /** What a bound is set to. */
        BOUND,
        /** The state a row is to enter. */
        STATE,
        VALUE
    }

    /**
     * @param key by which two clients have it in common or not
     * @param group whether the rule counts by it
     */
    record Role(
            String name,
            Kind kind,
            String key,
            String table,
            String column,
            String type,
            int length,
            List<String> values,
            boolean group) {
        boolean number() {
            return Catalogue.number(type);
        }

        boolean mayDiffer() {
            return !group
                    && (kind == Kind.ENTITY
                            || kind == Kind.FROM
                            || kind == Kind.TO
                            || kind == Kind.VALUE && values.isEmpty());
        }
    }

    /** In the key of a role: a row that is nobody else's. */
    static final String OTHER = "other";

    private final Catalogue catalogue;
    private final Violations violations;
    private final Rule rule;
    private final Map<ForeignScript, List<Role>> roles = new LinkedHashMap<>();
    private final Set<String> groupColumns = new LinkedHashSet<>();
    private final Set<ForeignScript> regroups = new LinkedHashSet<>();

    Roles(
            Catalogue catalogue,
            Rule rule,
            Map<ForeignScript, Usages> usages,
            Map<ForeignScript, Map<String, String>> types)
            throws ForeignException {
        this.catalogue = catalogue;
        this.violations = new Violations(catalogue);
        this.rule = rule;
        grouped();
        for (Map.Entry<ForeignScript, Usages> entry : usages.entrySet()) {
            ForeignScript script = entry.getKey();
            List<Role> list = new ArrayList<>();
            Map<String, Integer> ordinals = new LinkedHashMap<>();
            for (String name : script.inputs()) {
                if (sets(entry.getValue(), name)) {
                    regroups.add(script);
                }
                list.add(
                        role(
                                name,
                                entry.getValue(),
                                types.getOrDefault(script, Map.of()),
                                ordinals));
            }
            roles.put(script, ranges(list));
        }
    }

    List<Role> of(ForeignScript script) {
        return roles.getOrDefault(script, List.of());
    }

    /** Columns by which the rule counts, as {@code table.column}. */
    Set<String> columns() {
        return groupColumns;
    }

    /** Tables whose rows the rule counts by. */
    Set<String> groups() {
        Set<String> tables = new LinkedHashSet<>();
        for (String column : groupColumns) {
            String root = root(column);
            if (!root.equals(column)) {
                tables.add(root.substring(0, root.indexOf('.')));
            }
            String name = column.substring(column.indexOf('.') + 1);
            catalogue
                    .table(column.substring(0, column.indexOf('.')))
                    .orElseThrow()
                    .references()
                    .stream()
                    .filter(r -> r.columns().size() > 1 && r.columns().contains(name))
                    .forEach(r -> tables.add(r.table()));
        }
        return tables;
    }

    boolean isGroup(String table) {
        return groups().contains(table);
    }

    @Nullable Condition when() {
        return switch (rule) {
            case Rule.AtMost r -> r.when();
            case Rule.AtLeast r -> r.when();
            case Rule.NoOverlap r -> r.when();
            case SumRule r -> r.when();
            case Rule.OnlyWhen r -> r.when();
            default -> null;
        };
    }

    private String root(String column) {
        int dot = column.indexOf('.');
        return catalogue.root(column.substring(0, dot), column.substring(dot + 1));
    }

    /** Whether a rule bounds numbers or adds them up. */
    static boolean numeric(Rule rule) {
        return rule instanceof Rule.NeverBelow
                || rule instanceof Rule.NeverAbove
                || rule instanceof SumRule;
    }

    private void grouped() throws ForeignException {
        switch (rule) {
            case Rule.AtMost r -> group(r.entity(), r.per());
            case Rule.AtLeast r -> group(r.entity(), r.per());
            case Rule.NoOverlap r -> group(r.entity(), r.per());
            case Rule.Unique r -> group(r.entity(), r.fields());
            case SumRule r -> {
                Catalogue.Table t = violations.table(r.entity());
                violations.find(t, r.per()).ifPresent(c -> groupColumns.add(t.name() + "." + c));
            }
            case Rule.NeverBelow r -> key(r.entity());
            case Rule.NeverAbove r -> key(r.entity());
            case Rule.Transitions r -> key(r.entity());
            case Rule.OnlyWhen r -> {
                if (r.self()) {
                    key(r.entity());
                } else {
                    Catalogue.Table e = violations.table(r.entity());
                    for (String same : r.same()) {
                        violations
                                .find(e, same)
                                .ifPresent(c -> groupColumns.add(e.name() + "." + c));
                    }
                }
            }
            default -> {}
        }
    }

    private void group(String entity, List<String> per) throws ForeignException {
        Catalogue.Table t = violations.table(entity);
        for (String name : per) {
            violations.find(t, name).ifPresent(c -> groupColumns.add(t.name() + "." + c));
        }
    }

    private void key(String entity) throws ForeignException {
        Catalogue.Table t = violations.table(entity);
        t.key().forEach(c -> groupColumns.add(t.name() + "." + c));
    }

    /** Whether a parameter is written into a column by which the rule counts. */
    private boolean sets(Usages usages, String name) {
        return usages.of(name).stream()
                .anyMatch(u ->
                        u.kind() == Usages.Kind.SET
                                && groupColumns.contains(u.table() + "." + u.column()));
    }

    private boolean counts(String table, String column) {
        String own = table + "." + column;
        return groupColumns.contains(own)
                || groupColumns.stream().anyMatch(g -> root(g).equals(root(own)));
    }

    private Role role(
            String name, Usages usages, Map<String, String> types, Map<String, Integer> ordinals)
            throws ForeignException {
        String type = types.getOrDefault(name, "text");
        Role fallback = null;
        List<Usages.Usage> met = new ArrayList<>(usages.of(name));
        // What it is written to says more than what it is compared with.
        met.sort(
                java.util.Comparator.comparingInt((Usages.Usage u) ->
                                u.kind() == Usages.Kind.LOOKUP && named(u, name) == 0
                                                || u.kind() != Usages.Kind.LOOKUP
                                        ? 0
                                        : 1)
                        .thenComparingInt(u -> named(u, name)));
        for (Usages.Usage usage : met) {
            Catalogue.Table t = catalogue.table(usage.table()).orElseThrow();
            Catalogue.Column c = t.column(usage.column()).orElseThrow();
            String own = t.name() + "." + c.name();
            boolean made = usage.kind() == Usages.Kind.INSERT && t.unique(c.name());
            boolean refers = !catalogue.root(t.name(), c.name()).equals(own);
            if (made && !refers && !groupColumns.contains(own)) {
                return new Role(
                        name,
                        Kind.NEW,
                        name,
                        t.name(),
                        c.name(),
                        c.type(),
                        c.length(),
                        List.of(),
                        false);
            }
        }
        for (Usages.Usage usage : met) {
            Catalogue.Table t = catalogue.table(usage.table()).orElseThrow();
            Catalogue.Column c = t.column(usage.column()).orElseThrow();
            boolean group = counts(t.name(), c.name());
            Optional<String> row = row(t, c, usage);
            if (row.isPresent()) {
                String table = row.get().substring(0, row.get().indexOf('.'));
                String column = row.get().substring(row.get().indexOf('.') + 1);
                // A row that leaves a group goes to another one.
                boolean leaves = rule instanceof Rule.AtLeast && sets(usages, name);
                int ordinal = ordinals.merge(row.get(), 1, Integer::sum);
                return new Role(
                        name,
                        Kind.ENTITY,
                        table + "#" + (leaves ? OTHER : ordinal),
                        table,
                        column,
                        c.type(),
                        0,
                        List.of(),
                        group && !leaves);
            }
            Kind kind = plain(t, c, usage);
            Role here =
                    new Role(
                            name,
                            kind,
                            name,
                            t.name(),
                            c.name(),
                            c.type(),
                            c.length(),
                            c.values(),
                            group);
            if (fallback == null || fallback.kind == Kind.VALUE) {
                fallback = here;
            }
        }
        if (fallback != null) {
            return fallback;
        }
        boolean amount = numeric(rule) && Catalogue.number(type);
        return new Role(
                name, amount ? Kind.AMOUNT : Kind.VALUE, name, "", name, type, 0, List.of(), false);
    }

    /** 0 when a parameter is called like the column. */
    private static int named(Usages.Usage usage, String parameter) {
        String p = parameter.toLowerCase(java.util.Locale.ROOT);
        return p.equals(usage.column()) || p.endsWith("_" + usage.column()) ? 0 : 1;
    }

    /** The column of the row that a value names: by a key, by a part of one, or by a reference. */
    private Optional<String> row(Catalogue.Table t, Catalogue.Column c, Usages.Usage usage) {
        String own = t.name() + "." + c.name();
        String root = catalogue.root(t.name(), c.name());
        Catalogue.Table end = catalogue.table(root.substring(0, root.indexOf('.'))).orElseThrow();
        String column = root.substring(root.indexOf('.') + 1);
        boolean lookup = usage.kind() == Usages.Kind.LOOKUP;
        if (end.unique(column) && (!root.equals(own) || lookup)) {
            return Optional.of(root);
        }
        for (Catalogue.Reference reference : t.references()) {
            int i = reference.columns().indexOf(c.name());
            if (i >= 0 && reference.columns().size() > 1) {
                return Optional.of(reference.table() + "." + reference.targets().get(i));
            }
        }
        boolean part = t.unique().stream().anyMatch(u -> u.size() > 1 && u.contains(c.name()));
        return lookup && part ? Optional.of(own) : Optional.empty();
    }

    /** Whether a script brings a row into another group, by setting what the rule counts by. */
    boolean regroups(ForeignScript a, ForeignScript b) {
        return regroups.contains(a) || regroups.contains(b);
    }

    private Kind plain(Catalogue.Table t, Catalogue.Column c, Usages.Usage usage)
            throws ForeignException {
        String own = t.name() + "." + c.name();
        if (rule instanceof Rule.NoOverlap r) {
            Catalogue.Table of = violations.table(r.entity());
            if (own.equals(of.name() + "." + violations.column(of, r.from()))) {
                return Kind.FROM;
            }
            if (own.equals(of.name() + "." + violations.column(of, r.to()))) {
                return Kind.TO;
            }
        }
        boolean numeric = numeric(rule);
        if (numeric && usage.kind() == Usages.Kind.SET && own.equals(bound())) {
            return Kind.BOUND;
        }
        if (numeric
                && c.number()
                && t.reference(c.name()).isEmpty()
                && !t.key().contains(c.name())) {
            return Kind.AMOUNT;
        }
        Optional<String> state = stateColumn();
        return state.isPresent() && state.get().equals(own) && usage.kind() != Usages.Kind.LOOKUP
                ? Kind.STATE
                : Kind.VALUE;
    }

    /** The column that holds what another one, or a sum, must not exceed; empty for none. */
    private String bound() throws ForeignException {
        if (rule instanceof Rule.NeverAbove r && r.other() != null) {
            Catalogue.Table t = violations.table(r.entity());
            return t.name() + "." + violations.column(t, r.other());
        }
        if (rule instanceof SumRule r && r.boundField() != null && !r.keeps()) {
            Catalogue.Table t = violations.table(r.per());
            return t.name() + "." + violations.column(t, r.boundField());
        }
        return "";
    }

    private Optional<String> stateColumn() throws ForeignException {
        if (rule instanceof Rule.Transitions r) {
            Catalogue.Table t = violations.table(r.entity());
            return Optional.of(t.name() + "." + violations.column(t, r.field()));
        }
        Condition when = when();
        if (when == null) {
            return Optional.empty();
        }
        String entity =
                switch (rule) {
                    case Rule.AtMost r -> r.entity();
                    case Rule.AtLeast r -> r.entity();
                    case Rule.NoOverlap r -> r.entity();
                    case SumRule r -> r.entity();
                    case Rule.OnlyWhen r -> r.entity();
                    default -> "";
                };
        Catalogue.Table t = violations.table(entity);
        return Optional.of(t.name() + "." + violations.state(t, when));
    }

    /** Two instants that meet no column are begin and end, where the rule is about a range. */
    private List<Role> ranges(List<Role> list) {
        boolean known = list.stream().anyMatch(r -> r.kind == Kind.FROM || r.kind == Kind.TO);
        if (!(rule instanceof Rule.NoOverlap) || known) {
            return list;
        }
        List<Role> result = new ArrayList<>();
        Kind next = Kind.FROM;
        for (Role role : list) {
            boolean instant = role.type.startsWith("timestamp") || role.type.equals("date");
            if (instant && next != Kind.VALUE) {
                result.add(
                        new Role(
                                role.name,
                                next,
                                role.name,
                                role.table,
                                role.column,
                                role.type,
                                0,
                                List.of(),
                                false));
                next = next == Kind.FROM ? Kind.TO : Kind.VALUE;
            } else {
                result.add(role);
            }
        }
        return result;
    }
}
