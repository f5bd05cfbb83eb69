package org.groundplan.trial.foreign;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.groundplan.model.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Rows one step away from breaking a rule, and values with which two clients take that step at
 * once.
 */
final class Stage {
    /** Most rows that are put there before the last one. */
    static final int FILL = 200;

    /**
     * What the two clients have in common and how much room there is.
     *
     * @param differ keys of what is not the same for both
     * @param room between a number and its bound
     * @param state in which a row begins; empty for any
     * @param filled rows that are there although the rule needs none
     * @param regroups whether one of them brings a row into another group
     */
    record Plan(
            Set<String> differ,
            int room,
            String state,
            int filled,
            boolean regroups,
            String words) {
        Plan {
            differ = Set.copyOf(differ);
        }

        /** What each takes: two of them are more than there is room for. */
        String amount() {
            return String.valueOf(room <= 1 ? 1 : room * 6 / 10);
        }
    }

    /** Values of both, and what put the rows there. */
    record Ready(
            Map<String, @Nullable String> a, Map<String, @Nullable String> b, List<String> setup) {}

    private final Catalogue catalogue;
    private final Violations violations;
    private final Rule rule;
    private final Map<ForeignScript, Usages> usages;
    private final Fixtures fixtures;
    private final Values values;
    private final Roles roles;

    /** Rows that were made in this round because a client names them by what they refer to. */
    private final Set<String> linked = new LinkedHashSet<>();

    /**
     * @param types of parameters, as the database infers them
     * @param given values that the user wants
     */
    Stage(
            Catalogue catalogue,
            Rule rule,
            Map<ForeignScript, Usages> usages,
            Map<ForeignScript, Map<String, String>> types,
            Map<String, String> given)
            throws ForeignException {
        this.catalogue = catalogue;
        this.violations = new Violations(catalogue);
        this.rule = rule;
        this.usages = usages;
        this.roles = new Roles(catalogue, rule, usages, types);
        this.fixtures = new Fixtures(catalogue, rule, usages, roles);
        this.values = new Values(catalogue, rule, roles, fixtures, given);
    }

    /** Ways to set it up, the likeliest first. */
    List<Plan> plans(ForeignScript a, ForeignScript b) throws ForeignException {
        Set<String> fresh = new LinkedHashSet<>();
        Set<String> may = new LinkedHashSet<>();
        for (ForeignScript script : List.of(a, b)) {
            for (Roles.Role role : roles.of(script)) {
                if (role.kind() == Roles.Kind.NEW) {
                    fresh.add(role.key());
                } else if (role.mayDiffer()) {
                    may.add(role.key());
                }
            }
        }
        Map<Set<String>, String> patterns = new LinkedHashMap<>();
        patterns.put(fresh, "both ask for the same");
        Set<String> all = new LinkedHashSet<>(fresh);
        all.addAll(may);
        patterns.putIfAbsent(all, "each has its own " + words(may));
        patterns.putIfAbsent(Set.of(), "the same request twice");
        if (may.size() > 1) {
            for (String key : may) {
                Set<String> one = new LinkedHashSet<>(fresh);
                one.add(key);
                patterns.putIfAbsent(one, "each has its own " + words(Set.of(key)));
            }
        }
        List<Plan> plans = new ArrayList<>();
        boolean numeric = Roles.numeric(rule);
        Set<Integer> rooms = new LinkedHashSet<>(numeric ? List.of(100, 1, 10) : List.of(1000));
        if (rule instanceof Rule.NeverAbove r && r.bound() != null && r.bound() > 0) {
            rooms.add((int) Math.min(r.bound(), 1_000_000));
        }
        if (numeric) {
            rooms.addAll(List.of(50, 1000));
        }
        List<String> states = states();
        List<Integer> filled = rule instanceof Rule.Unique ? List.of(0, 1) : List.of(0);
        for (int room : rooms) {
            for (String state : states) {
                for (int fill : filled) {
                    patterns.forEach((differ, words) ->
                            plans.add(
                                    new Plan(
                                            differ,
                                            room,
                                            state,
                                            fill,
                                            roles.regroups(a, b),
                                            words)));
                }
            }
        }
        return plans;
    }

    /** For moves: where a row begins, and where each of the two wants it to go. */
    private List<String> states() {
        if (!(rule instanceof Rule.Transitions t)) {
            return List.of("");
        }
        List<String> result = new ArrayList<>();
        t.moves()
                .forEach((from, next) -> {
                    for (String x : next) {
                        List<String> after = t.moves().getOrDefault(x, List.of());
                        next.stream()
                                .filter(y -> !y.equals(x) && !after.contains(y))
                                .forEach(y -> result.add(from + ">" + x + ">" + y));
                    }
                    result.add(from + ">" + next.getFirst() + ">" + next.getFirst());
                    t.moves().values().stream()
                            .flatMap(List::stream)
                            .filter(z -> !next.contains(z) && !z.equals(from))
                            .findFirst()
                            .ifPresent(z -> result.add(from + ">" + z + ">" + next.getFirst()));
                });
        return result;
    }

    private static String words(Set<String> keys) {
        return String.join(
                " and ",
                keys.stream().map(k -> k.replaceFirst("#.*", "").replace('_', ' ')).toList());
    }

    /**
     * @param run runs a script alone, to its end; true when it succeeded
     */
    Ready prepare(Connection owner, ForeignScript a, ForeignScript b, Plan plan, Alone run)
            throws SQLException, ForeignException {
        Rows rows = new Rows(owner, catalogue, fixtures.wanted(), fixtures.numbers());
        Map<String, Map<String, @Nullable String>> context = new TreeMap<>();
        Map<String, Map<String, @Nullable String>> made = new TreeMap<>();
        linked.clear();
        rows(rows, List.of(a, b), plan, context, made);
        Map<String, @Nullable String> va = values.of(rows, a, plan, made, "");
        Map<String, @Nullable String> vb = values.of(rows, b, plan, made, "b ");
        linked(rows, a, plan, context, va);
        linked(rows, b, plan, context, vb);
        unnamed(rows, plan, context);
        extra(owner, rows, plan, context);
        fill(owner, rows, a, b, plan, context, made, run);
        return new Ready(va, vb, rows.trace());
    }

    /** Runs a script alone and says what it sent, or nothing when it was refused. */
    interface Alone {
        Optional<List<String>> run(ForeignScript script, Map<String, @Nullable String> values)
                throws SQLException;
    }

    /** The rows that parameters name: the shared ones first, then each side's own. */
    private void rows(
            Rows rows,
            List<ForeignScript> scripts,
            Plan plan,
            Map<String, Map<String, @Nullable String>> context,
            Map<String, Map<String, @Nullable String>> made)
            throws SQLException, ForeignException {
        for (boolean group : new boolean[] {true, false}) {
            for (String side : List.of("", "b ")) {
                for (ForeignScript script : scripts) {
                    for (Roles.Role role : roles.of(script)) {
                        boolean differs = plan.differ.contains(role.key());
                        String key = (differs ? side : "") + role.key();
                        if (role.kind() != Roles.Kind.ENTITY
                                || role.group() != group
                                || made.containsKey(key)) {
                            continue;
                        }
                        String table = role.table();
                        Map<String, @Nullable String> there = context.get(table);
                        boolean first =
                                !role.key().endsWith(Roles.OTHER)
                                        && there != null
                                        && made.values().stream().noneMatch(there::equals);
                        boolean counted = table.equals(fixtures.counted());
                        Map<String, @Nullable String> row;
                        if (first && there != null) {
                            row = there;
                        } else if (counted && plan.regroups) {
                            row = rows.make(table, fixtures.fixed(table, plan), new TreeMap<>());
                        } else {
                            row =
                                    counted
                                            ? apart(
                                                    rows,
                                                    table,
                                                    fixtures.fixed(table, plan),
                                                    context)
                                            : rows.make(
                                                    table, fixtures.fixed(table, plan), context);
                        }
                        made.put(key, row);
                        context.putIfAbsent(table, row);
                    }
                }
            }
        }
    }

    /** Rows that a rule needs and no parameter names. */
    private void extra(
            Connection owner,
            Rows rows,
            Plan plan,
            Map<String, Map<String, @Nullable String>> context)
            throws SQLException, ForeignException {
        if (rule instanceof Rule.AtLeast r) {
            Catalogue.Table t = violations.table(r.entity());
            int there = (int) ForeignDatabase.count(owner, "SELECT count(*) FROM " + t.sql());
            for (int i = there; i < r.limit() + 1; i++) {
                apart(rows, t.name(), fixtures.fixed(t.name(), plan), context);
            }
        }
        if (rule instanceof Rule.OnlyWhen r && !r.negated() && !r.self()) {
            Catalogue.Table e = violations.table(r.entity());
            if (!context.containsKey(e.name())) {
                context.put(e.name(), rows.make(e.name(), fixtures.fixed(e.name(), plan), context));
            }
        }
    }

    private void fill(
            Connection owner,
            Rows rows,
            ForeignScript a,
            ForeignScript b,
            Plan plan,
            Map<String, Map<String, @Nullable String>> context,
            Map<String, Map<String, @Nullable String>> made,
            Alone run)
            throws SQLException, ForeignException {
        int wanted = plan.filled;
        String count = "";
        if (rule instanceof Rule.AtMost r) {
            wanted = Math.min(FILL, r.limit() - 1);
            count =
                    violations.of(
                            new Rule.AtMost(
                                    r.id(), r.text(), 0, r.entity(), r.per(), r.when(), r.origin()),
                            "");
        } else if (rule instanceof Rule.Unique r) {
            count = "SELECT count(*) FROM " + violations.table(r.entity()).sql();
        }
        if (wanted == 0) {
            return;
        }
        long before = ForeignDatabase.count(owner, count);
        long reached = before;
        boolean byScript = true;
        for (int i = 0; i < wanted; i++) {
            if (byScript) {
                Map<String, Map<String, @Nullable String>> third = new TreeMap<>();
                for (ForeignScript script : List.of(a, b)) {
                    third(rows, script, context, made, third);
                    Map<String, @Nullable String> values =
                            this.values.of(rows, script, everything(script), third, "");
                    Optional<List<String>> sent = run.run(script, values);
                    sent.ifPresent(rows::note);
                    long now = ForeignDatabase.count(owner, count);
                    if (now > reached) {
                        reached = now;
                        break;
                    }
                }
                byScript = reached == before + i + 1;
            }
            if (!byScript && rule instanceof Rule.AtMost r) {
                Catalogue.Table t = violations.table(r.entity());
                Map<String, @Nullable String> values = new TreeMap<>(fixtures.group(t));
                values.putAll(fixtures.meeting(t, r.when()));
                apart(rows, t.name(), values, context);
            }
        }
    }

    /** A third client, alone: all its own but the group. */
    private Plan everything(ForeignScript script) {
        Set<String> keys = new LinkedHashSet<>();
        roles.of(script).stream().filter(r -> !r.group()).forEach(r -> keys.add(r.key()));
        return new Plan(keys, 1000, "", 0, false, "");
    }

    /** Somebody else's rows, of the same group. */
    private void third(
            Rows rows,
            ForeignScript script,
            Map<String, Map<String, @Nullable String>> context,
            Map<String, Map<String, @Nullable String>> made,
            Map<String, Map<String, @Nullable String>> third)
            throws SQLException, ForeignException {
        for (Roles.Role role : roles.of(script)) {
            if (role.kind() != Roles.Kind.ENTITY || third.containsKey(role.key())) {
                continue;
            }
            Map<String, @Nullable String> shared = made.get(role.key());
            third.put(
                    role.key(),
                    role.group() && shared != null
                            ? shared
                            : rows.make(
                                    role.table(),
                                    fixtures.fixed(
                                            role.table(),
                                            new Plan(Set.of(), 1000, "", 0, false, "")),
                                    context));
        }
    }

    /** A row of somebody else's: of the same group, and otherwise with rows of its own. */
    private Map<String, @Nullable String> apart(
            Rows rows,
            String table,
            Map<String, @Nullable String> fixed,
            Map<String, Map<String, @Nullable String>> context)
            throws SQLException {
        Map<String, Map<String, @Nullable String>> fresh = new TreeMap<>(context);
        fresh.keySet().removeIf(k -> !roles.isGroup(k));
        Map<String, @Nullable String> row = rows.make(table, fixed, fresh);
        fresh.forEach((name, made) -> {
            if (roles.isGroup(name)) {
                context.putIfAbsent(name, made);
            }
        });
        return row;
    }

    /**
     * Rows that a client names by what they refer to: a membership by its team and its person. They
     * are there unless the client makes them.
     */
    private void linked(
            Rows rows,
            ForeignScript script,
            Plan plan,
            Map<String, Map<String, @Nullable String>> context,
            Map<String, @Nullable String> values)
            throws SQLException, ForeignException {
        Usages met = java.util.Objects.requireNonNull(usages.get(script));
        for (String name : met.needed()) {
            if (usages.values().stream().anyMatch(u -> u.inserted().contains(name))) {
                continue; // the statements make such rows themselves
            }
            boolean named = roles.of(script).stream().anyMatch(r -> r.table().equals(name));
            Map<String, @Nullable String> keys = new TreeMap<>();
            for (Roles.Role role : roles.of(script)) {
                met.of(role.name()).stream()
                        .filter(u ->
                                u.kind() == Usages.Kind.LOOKUP
                                        && u.table().equals(name)
                                        && role.kind() == Roles.Kind.ENTITY)
                        .forEach(u -> keys.put(u.column(), values.get(role.name())));
            }
            if (named || keys.isEmpty() || !linked.add(name + keys)) {
                continue;
            }
            Map<String, @Nullable String> all = new TreeMap<>(fixtures.fixed(name, plan));
            all.putAll(keys);
            context.put(name, rows.make(name, all, context));
        }
    }

    /** Two rows of what is looked for without a name: the next job of a queue. */
    private void unnamed(Rows rows, Plan plan, Map<String, Map<String, @Nullable String>> context)
            throws SQLException, ForeignException {
        Set<String> made = new LinkedHashSet<>();
        usages.values().forEach(u -> made.addAll(u.inserted()));
        for (Usages met : usages.values()) {
            for (String name : met.needed()) {
                if (context.containsKey(name)
                        || made.contains(name)
                        || name.equals(fixtures.counted())) {
                    continue;
                }
                context.put(name, rows.make(name, fixtures.fixed(name, plan), context));
                apart(rows, name, fixtures.fixed(name, plan), context);
            }
        }
    }
}
