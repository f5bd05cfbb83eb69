package org.groundplan.trial.tenant;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.groundplan.model.AccessRule;
import org.groundplan.model.Artefacts;
import org.groundplan.model.Design;
import org.groundplan.model.Entity;
import org.groundplan.model.Evidence;
import org.groundplan.model.Names;
import org.groundplan.model.Operation;
import org.groundplan.model.Origin;
import org.groundplan.model.Rule;
import org.groundplan.model.Sql.Scalar;
import org.groundplan.model.Table;
import org.groundplan.model.TableConstraint;
import org.groundplan.model.Tenancy;
import org.groundplan.model.Transaction;
import org.groundplan.trial.Tried;
import org.groundplan.trial.contract.Provocation;
import org.groundplan.trial.interpreter.Ids;
import org.groundplan.trial.interpreter.Interpreter;
import org.groundplan.trial.interpreter.NamedSql;
import org.groundplan.trial.interpreter.Outcome;
import org.groundplan.trial.interpreter.Row;
import org.groundplan.trial.interpreter.Script;
import org.groundplan.trial.interpreter.Seeder;
import org.groundplan.trial.postgres.Database;
import org.jspecify.annotations.Nullable;

/**
 * Two tenants: every operation is executed as the second with everything it could know of the
 * first, then as the first; and once more without the policies, to see that they are what held.
 * Beside that each table is probed bare.
 */
public final class TenantTrial {
    private final Design design;
    private final Artefacts artefacts;
    private final Tenancy tenancy;
    private final Seeder first;
    private final Seeder second;
    private final Connection owner;
    private final Connection application;
    private final Map<String, Row> theirs = new TreeMap<>();
    private final Map<String, Row> mine = new TreeMap<>();

    private TenantTrial(
            Design design,
            Artefacts artefacts,
            Tenancy tenancy,
            Connection owner,
            Connection application) {
        this.design = design;
        this.artefacts = artefacts;
        this.tenancy = tenancy;
        this.owner = owner;
        this.application = application;
        this.first = new Seeder(design, owner, 70_000_000);
        this.second = new Seeder(design, owner, 80_000_000);
    }

    /** How an operation answered. */
    private record Answer(boolean shown, boolean changed, boolean succeeded) {
        boolean leaks() {
            return shown || changed;
        }
    }

    private record Line(String name, Answer other, Answer unset, Answer owner) {}

    /**
     * @param database with the migrations applied and no rows; ours to spoil
     */
    public static Tried run(Design design, Artefacts artefacts, Database database, String role)
            throws SQLException {
        Tried.Collector tried = new Tried.Collector();
        Tenancy tenancy = Tenancy.of(design).orElse(null);
        if (tenancy == null) {
            return tried.collected();
        }
        try (Connection owner = database.connect();
                Connection application = database.connectAs(Names.sql(role));
                Connection bare = database.connect()) {
            application.setAutoCommit(false);
            bare.setAutoCommit(false);
            new TenantTrial(design, artefacts, tenancy, owner, application).all(bare, tried);
        }
        return tried.collected();
    }

    private void all(Connection bare, Tried.Collector tried) throws SQLException {
        if (named().isEmpty()) {
            evidence(
                    tenancy.rule(),
                    Evidence.Verdict.NOT_RUN,
                    "No operation touches what belongs to "
                            + Names.article(Names.words(tenancy.tenant()))
                            + ".",
                    tried);
            return;
        }
        theirs.put(tenancy.table(), first.row(tenancy.tenant(), Map.of(), null));
        mine.put(tenancy.table(), second.row(tenancy.tenant(), Map.of(), null));
        for (Table table : design.all(Table.class)) {
            if (tenancy.coversTable(table.name()) && !theirs.containsKey(table.name())) {
                theirs.put(table.name(), first.row(table.entity(), theirs, null));
                mine.put(table.name(), second.row(table.entity(), mine, null));
            }
        }
        NamedSql names = NamedSql.parse(artefacts.text("db/main/statements/tenant.sql"));
        Probe probe = new Probe(design, tenancy, names, bare);
        probe.grant();
        List<Probe.Result> probes = new ArrayList<>();
        for (Map.Entry<String, Row> row : theirs.entrySet()) {
            Row own = mine.get(row.getKey());
            if (own != null) {
                probes.add(probe.of(row.getValue(), own));
            }
        }
        probe.revoke();
        Map<String, Line> lines = new LinkedHashMap<>();
        for (Transaction transaction : named()) {
            lines.put(transaction.id(), line(transaction));
        }
        try (Statement statement = owner.createStatement()) {
            for (TableConstraint policy : design.all(TableConstraint.class)) {
                if (policy.rule().equals(tenancy.rule().id())) {
                    for (String sql : policy.drop()) {
                        statement.execute(sql);
                    }
                }
            }
        }
        Map<String, Answer> without = new TreeMap<>();
        for (Transaction transaction : named()) {
            without.put(transaction.id(), tell(transaction, values(transaction), mine()));
        }
        report(probes, lines, without, tried);
    }

    /** Transactions that say for which tenant they are. */
    private List<Transaction> named() {
        return design.all(Transaction.class).stream()
                .filter(t ->
                        t.steps().stream().anyMatch(s -> s.statement().equals(Tenancy.STATEMENT)))
                .toList();
    }

    private Object mine() {
        Row row = mine.get(tenancy.table());
        if (row == null) {
            throw new IllegalStateException("no second " + tenancy.tenant());
        }
        return row.id();
    }

    private Line line(Transaction transaction) throws SQLException {
        Map<String, @Nullable Object> values = values(transaction);
        Answer other = tell(transaction, values, mine());
        Answer unset = tell(transaction, values, null);
        Outcome allowed =
                Interpreter.execute(
                        application, Script.of(design, artefacts, transaction), renewed(values));
        return new Line(
                name(transaction),
                other,
                unset,
                new Answer(!allowed.rows().isEmpty(), false, allowed.succeeded()));
    }

    /** A request of the first tenant that succeeds. */
    private Map<String, @Nullable Object> values(Transaction transaction) throws SQLException {
        Map<String, @Nullable Object> values =
                new Provocation(design, first).provoke(transaction, "").values();
        if (values == null) {
            throw new IllegalStateException("no request of " + name(transaction));
        }
        return values;
    }

    private static Map<String, @Nullable Object> renewed(Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> again = new TreeMap<>(values);
        again.computeIfPresent("id", (_, _) -> Ids.next());
        return again;
    }

    /**
     * The same request from somebody of another tenant.
     *
     * @param tenant id of that tenant; null: none is named
     */
    private Answer tell(
            Transaction transaction, Map<String, @Nullable Object> values, @Nullable Object tenant)
            throws SQLException {
        Map<String, @Nullable Object> request = renewed(values);
        String caller = ((Scalar.Param) tenancy.caller()).name();
        request.put(caller, tenant == null ? "" : tenant);
        String actor = design.useCase(transaction.useCase()).actor();
        Row self = actor == null ? null : mine.get(Names.snake(actor));
        if (self != null && request.containsKey("actor_id")) {
            request.put("actor_id", self.id());
        }
        Set<String> before = new TreeSet<>();
        Set<String> ids = new TreeSet<>();
        state(before, ids);
        Outcome outcome =
                Interpreter.execute(
                        application, Script.of(design, artefacts, transaction), request);
        boolean shown =
                outcome.rows().stream()
                        .flatMap(r -> r.values().stream())
                        .anyMatch(v -> v != null && ids.contains(v.toString()));
        Set<String> after = new TreeSet<>();
        state(after, new TreeSet<>());
        return new Answer(shown, !before.equals(after), outcome.succeeded());
    }

    /** Every row that is not the second tenant's, as text, and its id. */
    private void state(Set<String> rows, Set<String> ids) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            for (String table : theirs.keySet()) {
                try (ResultSet row =
                        statement.executeQuery(
                                "SELECT id::text, t::text FROM "
                                        + Names.sql(table)
                                        + " AS t WHERE "
                                        + Names.sql(tenancy.columnOf(table))
                                        + " <> '"
                                        + mine()
                                        + "'")) {
                    while (row.next()) {
                        ids.add(row.getString(1));
                        rows.add(table + row.getString(2));
                    }
                }
            }
        }
    }

    private String name(Transaction transaction) {
        return design.find(Operation.class, transaction.id().replace("transaction:", "operation:"))
                .map(o -> o.method() + " " + o.path())
                .orElse(transaction.id());
    }

    private void report(
            List<Probe.Result> probes,
            Map<String, Line> lines,
            Map<String, Answer> without,
            Tried.Collector tried) {
        String one = Names.words(tenancy.tenant());
        List<String> faults = new ArrayList<>();
        StringBuilder page =
                new StringBuilder(
                        "# Tenants kept apart\n\nTwo "
                                + Names.plural(one)
                                + " on a real database. Each operation was executed as somebody of the second with a request that is right for the first, then with no "
                                + one
                                + " named, then as the first; and once more with the policies dropped.\n\n| operation | as another "
                                + one
                                + " | none named | its own | another, without the policies |\n| --- | --- | --- | --- | --- |\n");
        int held = 0;
        for (Map.Entry<String, Line> e : lines.entrySet()) {
            Line line = e.getValue();
            Answer bare = without.get(e.getKey());
            page.append("| ")
                    .append(line.name)
                    .append(" | ")
                    .append(word(line.other))
                    .append(" | ")
                    .append(word(line.unset))
                    .append(" | ")
                    .append(line.owner.succeeded ? "done" : "**refused**")
                    .append(" | ")
                    .append(bare == null ? "" : word(bare))
                    .append(" |\n");
            if (line.other.leaks() || line.unset.leaks()) {
                faults.add(line.name + " reaches another " + one);
            }
            if (!line.owner.succeeded) {
                faults.add(line.name + " refuses its own " + one);
            }
            held += bare != null && bare.leaks() ? 1 : 0;
        }
        page.append(
                "\n## Each table, as a role that has been granted everything\n\n| table | count, by id, change, delete, write for another; after commit and rollback | references to another's row |\n| --- | --- | --- |\n");
        int references = 0;
        for (Probe.Result probe : probes) {
            page.append("| `")
                    .append(probe.table())
                    .append("` | ")
                    .append(
                            probe.faults().isEmpty()
                                    ? "nothing seen, nothing changed"
                                    : "**" + String.join(", ", probe.faults()) + "**")
                    .append(" | ")
                    .append(
                            probe.references() == 0
                                    ? "–"
                                    : probe.references() + " refused like one to nothing")
                    .append(" |\n");
            probe.faults().forEach(f -> faults.add(probe.table() + " " + f));
            references += probe.references();
        }
        tried.file("evidence/tenants.md", page.toString());
        String how =
                faults.isEmpty()
                        ? lines.size()
                                + " operations as somebody of another "
                                + one
                                + ", with ids of the first: nothing seen, nothing changed, and the first was served; without the policies "
                                + held
                                + " of them reach it. "
                                + probes.size()
                                + " tables bare, everything granted: no row counted, read, changed or written for another, none before a "
                                + one
                                + " is named or after the transaction; "
                                + references
                                + " references to another's row answered like one to nothing."
                        : "Broken: " + String.join("; ", faults) + ".";
        boolean works = faults.isEmpty() && held > 0;
        evidence(
                tenancy.rule(),
                works
                        ? Evidence.Verdict.OBSERVED
                        : faults.isEmpty() ? Evidence.Verdict.NOT_RUN : Evidence.Verdict.BROKEN,
                how,
                tried);
        for (AccessRule.Isolated again : design.all(AccessRule.Isolated.class)) {
            if (tenancy.saysToo(again)) {
                evidence(
                        again,
                        works
                                ? Evidence.Verdict.OBSERVED
                                : faults.isEmpty()
                                        ? Evidence.Verdict.NOT_RUN
                                        : Evidence.Verdict.BROKEN,
                        how,
                        tried);
            }
        }
        shared(lines, faults, tried);
    }

    /** Rules that say the same of one entity. */
    private void shared(Map<String, Line> lines, List<String> faults, Tried.Collector tried) {
        for (AccessRule.SharedOnly rule : design.all(AccessRule.SharedOnly.class)) {
            if (!rule.same().equals(tenancy.tenant())) {
                continue;
            }
            List<String> reading =
                    lines.entrySet().stream()
                            .filter(e -> reads(e.getKey(), rule))
                            .map(e -> e.getValue().name)
                            .toList();
            String how =
                    reading.isEmpty()
                            ? "No operation shows "
                                    + Names.article(Names.words(rule.entity()))
                                    + " to "
                                    + Names.article(Names.words(rule.actor()))
                                    + "."
                            : "Somebody of another "
                                    + Names.words(rule.same())
                                    + " saw nothing: "
                                    + String.join(", ", reading)
                                    + ".";
            evidence(
                    rule,
                    reading.isEmpty()
                            ? Evidence.Verdict.NOT_RUN
                            : faults.isEmpty()
                                    ? Evidence.Verdict.OBSERVED
                                    : Evidence.Verdict.BROKEN,
                    how,
                    tried);
        }
    }

    private boolean reads(String transaction, AccessRule.SharedOnly rule) {
        var useCase = design.useCase(design.get(Transaction.class, transaction).useCase());
        return rule.actor().equals(useCase.actor())
                && useCase.reads().contains(rule.entity())
                && design.find(Entity.class, Entity.id(rule.entity())).isPresent();
    }

    private static void evidence(
            Rule rule, Evidence.Verdict verdict, String how, Tried.Collector tried) {
        tried.evidence(
                new Evidence(
                        "evidence:rule-" + Names.file(rule.text()),
                        rule.id(),
                        verdict,
                        verdict == Evidence.Verdict.NOT_RUN
                                ? Evidence.Basis.NONE
                                : Evidence.Basis.INTERPRETED_DESIGN,
                        how,
                        "evidence/tenants.md",
                        Origin.derived("tenants", how, List.of(rule.id()))));
    }

    private static String word(Answer answer) {
        return answer.shown
                ? "**shows another's row**"
                : answer.changed
                        ? "**changes another's row**"
                        : answer.succeeded ? "sees and changes nothing of it" : "refused";
    }
}
