package org.groundplan.architect.contracts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.groundplan.model.AccessRule;
import org.groundplan.model.DataClass;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Effects;
import org.groundplan.model.Element;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Operation;
import org.groundplan.model.Operation.Parameter;
import org.groundplan.model.Origin;
import org.groundplan.model.Refusal;
import org.groundplan.model.Sql;
import org.groundplan.model.Sql.Scalar;
import org.groundplan.model.SqlWalk;
import org.groundplan.model.Statement;
import org.groundplan.model.Table;
import org.groundplan.model.Tenancy;
import org.groundplan.model.Transaction;
import org.groundplan.model.UseCase;

/**
 * Transactions become operations: request from the parameters, responses from success and refusals.
 */
public final class OperationStep {
    private final Design design;
    private final List<Element> added = new ArrayList<>();
    private final Set<String> taken = new LinkedHashSet<>();

    private final Optional<Tenancy> tenancy;
    private final String tenantColumn;

    private OperationStep(Design design) {
        this.design = design;
        this.tenancy = Tenancy.of(design);
        this.tenantColumn = tenancy.map(Tenancy::column).orElse("");
    }

    public static Design apply(Design design) {
        OperationStep step = new OperationStep(design);
        for (Transaction transaction : design.all(Transaction.class)) {
            step.operation(transaction);
        }
        return design.with(step.added);
    }

    private void operation(Transaction transaction) {
        UseCase useCase = design.useCase(transaction.useCase());
        List<Statement> statements =
                transaction.steps().stream()
                        .map(s -> design.get(Statement.class, s.statement()))
                        .toList();
        Map<String, Scalar.Param> params = new LinkedHashMap<>();
        statements.forEach(
                s -> SqlWalk.params(s.sql()).forEach(p -> params.putIfAbsent(p.name(), p)));
        boolean job = useCase.job();
        boolean reads = useCase.kindOrThrow().onlyReads();
        Optional<Effect> insert = Effects.main(design, useCase).filter(Effects::makes);
        String method =
                job
                        ? ""
                        : reads
                                ? "GET"
                                : insert.isPresent()
                                        ? "POST"
                                        : useCase.kind() == UseCase.Kind.DELETE ? "DELETE" : "POST";
        String about =
                reads && !useCase.reads().isEmpty()
                        ? useCase.reads().getFirst()
                        : Effects.main(design, useCase).map(Effect::entity).orElse("");
        boolean self = insert.isEmpty() && !job && Effects.self(design, useCase, about);
        String key = pathKey(params, about, insert.isPresent() || reads || self);
        String path =
                job
                        ? ""
                        : unique(
                                self
                                        ? self(useCase, reads)
                                        : path(useCase, key, insert, statements),
                                useCase,
                                method);
        List<Parameter> request = new ArrayList<>();
        if (!job) {
            params.values().forEach(p -> parameter(p, key, reads, useCase).ifPresent(request::add));
            if (insert.isPresent()) {
                request.addFirst(
                        new Parameter(
                                "Idempotency-Key",
                                "header",
                                FieldType.UUID,
                                List.of(),
                                true,
                                "$new.id",
                                DataClass.INTERNAL));
            }
        }
        List<Parameter> result = result(transaction, insert, useCase);
        boolean many = reads && transaction.first().refusals().isEmpty();
        List<Operation.Response> responses = new ArrayList<>();
        if (!job) {
            responses.add(
                    new Operation.Response(
                            insert.isPresent() ? 201 : reads ? 200 : 204, "", "it is done"));
            refusals(transaction, useCase)
                    .forEach(r ->
                            responses.add(new Operation.Response(r.status(), r.id(), r.when())));
        }
        added.add(
                new Operation(
                        "operation:" + useCase.slug(),
                        useCase.id(),
                        "service:" + Names.slug(design.name()),
                        job ? "job" : "rest",
                        method,
                        path,
                        request,
                        result,
                        many,
                        responses,
                        job
                                ? "the application's own timer"
                                : "signed in as " + Names.words(String.valueOf(useCase.actor())),
                        insert.isPresent() && !job
                                ? "The key becomes the id of the new row: a repeat finds it by primary key and is answered with the row that the first one made."
                                : reads
                                        ? "Reads change nothing."
                                        : job
                                                ? again(transaction, useCase)
                                                : "A repeat finds what it would change already changed and is refused; nothing happens twice.",
                        Origin.derived(
                                "contracts",
                                "“" + useCase.name() + "” as an operation.",
                                List.of(transaction.id(), useCase.id()))));
    }

    /**
     * The parameter that stands in the path: the id or the unique key of what a change is about.
     */
    private static String pathKey(Map<String, Scalar.Param> params, String about, boolean none) {
        if (none) {
            return "";
        }
        Optional<String> own =
                params.values().stream()
                        .filter(p -> p.bind().equals(Names.snake(about) + ".id"))
                        .map(Scalar.Param::name)
                        .findFirst();
        if (own.isPresent()) {
            return own.get();
        }
        Optional<String> id =
                params.values().stream()
                        .filter(p -> p.bind().endsWith(".id") && !p.bind().startsWith("$"))
                        .filter(p -> !p.bind().startsWith("maybe:"))
                        .map(Scalar.Param::name)
                        .findFirst();
        if (id.isPresent()) {
            return id.get();
        }
        return params.values().stream()
                .filter(p -> p.bind().contains(".") && !p.bind().startsWith("$"))
                .map(Scalar.Param::name)
                .findFirst()
                .orElse("");
    }

    private String path(
            UseCase useCase, String key, Optional<Effect> insert, List<Statement> statements) {
        String own =
                statements.stream()
                                .anyMatch(s ->
                                        SqlWalk.guards(s.sql()).stream()
                                                .anyMatch(g ->
                                                        design.find(AccessRule.OwnOnly.class, g)
                                                                .isPresent()))
                        ? "/me"
                        : "";
        if (insert.isPresent()) {
            boolean mine =
                    design.entity(insert.get().entity())
                            .parents()
                            .contains(String.valueOf(useCase.actor()));
            return (mine ? "/me" : "") + "/" + kebab(insert.get().entity());
        }
        if (useCase.kind() == UseCase.Kind.REPORT && !useCase.reads().isEmpty()) {
            return "/reports/"
                    + kebab(useCase.reads().getFirst())
                    + (useCase.reads().size() > 1
                            ? "-per-" + Names.slug(useCase.reads().get(1))
                            : "");
        }
        if (useCase.kindOrThrow().onlyReads() && !useCase.reads().isEmpty()) {
            return own + "/" + kebab(useCase.reads().getFirst());
        }
        if (key.isEmpty() && !useCase.reads().isEmpty()) {
            return own + "/" + kebab(useCase.reads().getFirst()) + "/" + verb(useCase);
        }
        String table =
                statements.stream()
                        .flatMap(s -> SqlWalk.params(s.sql()).stream())
                        .filter(p -> p.name().equals(key))
                        .map(p -> p.bind().split("\\.")[0])
                        .findFirst()
                        .orElse("things");
        boolean target =
                Names.snake(
                                useCase.effects().stream()
                                        .filter(Effect::writes)
                                        .map(Effect::entity)
                                        .findFirst()
                                        .orElse(""))
                        .equals(table);
        return (target ? own : "")
                + "/"
                + Names.plural(table.replace('_', '-'))
                + "/{"
                + Names.camel(key)
                + "}"
                + (useCase.kind() == UseCase.Kind.DELETE ? "" : "/" + verb(useCase));
    }

    /** What a second run of a job does. */
    private static String again(Transaction transaction, UseCase useCase) {
        boolean each =
                transaction.steps().stream().anyMatch(s -> s.role() == Transaction.Role.EACH);
        return useCase.followsOn()
                ? "A message that was not deleted goes out again with the same id."
                : each
                        ? "What has its record is not taken again."
                        : "What was moved no longer meets the condition.";
    }

    /** The caller's own row needs no id. */
    private String self(UseCase useCase, boolean reads) {
        boolean plain = reads || useCase.kind() == UseCase.Kind.DELETE;
        return "/me" + (plain ? "" : "/" + verb(useCase));
    }

    private static String kebab(String entity) {
        return Names.plural(Names.slug(entity));
    }

    /** The words before the article or the thing: {@code check-in} of {@code check in an item}. */
    private String verb(UseCase useCase) {
        String thing =
                Effects.main(design, useCase)
                        .map(e -> Names.words(e.entity()))
                        .map(w -> "|" + Pattern.quote(w) + "|" + Pattern.quote(Names.plural(w)))
                        .orElse("");
        String words =
                Names.words(useCase.name())
                        .replaceFirst("\\b(an?|the|my|its|their" + thing + ")\\b.*$", "")
                        .strip();
        return Names.slug(words.isEmpty() ? useCase.name() : words);
    }

    /** What tells it from another operation on the same path. */
    private static String told(UseCase useCase) {
        return useCase.kind() == UseCase.Kind.SEARCH ? "search" : useCase.slug();
    }

    private String unique(String path, UseCase useCase, String method) {
        int verb = path.lastIndexOf("}/");
        String longer = verb < 0 ? path : path.substring(0, verb + 1);
        String result = taken.add(method + " " + path) ? path : longer + "/" + told(useCase);
        taken.add(method + " " + result);
        return result;
    }

    private Optional<Parameter> parameter(
            Scalar.Param p, String key, boolean reads, UseCase useCase) {
        String bind = p.bind();
        if (bind.startsWith("$clock.")
                || bind.startsWith("$actor.")
                || bind.startsWith("$new.")
                || bind.startsWith("$row.")) {
            return Optional.empty();
        }
        if (bind.equals("$tenant.id")) {
            // people bring it in their token; a machine that serves all tenants names it
            return tenancy.filter(t -> t.named(useCase))
                    .map(t ->
                            new Parameter(
                                    Names.camel(t.column()),
                                    reads ? "query" : "body",
                                    p.type(),
                                    List.of(),
                                    true,
                                    bind,
                                    DataClass.INTERNAL));
        }
        if (bind.startsWith("$rows.")) {
            return Optional.of(list(p));
        }
        if (bind.startsWith("maybe:")) {
            return Optional.of(
                    new Parameter(
                            Names.camel(p.name()),
                            "body",
                            p.type(),
                            List.of(),
                            false,
                            bind,
                            DataClass.INTERNAL));
        }
        if (bind.equals("$page.limit")) {
            return Optional.of(
                    new Parameter(
                            "limit",
                            "query",
                            FieldType.INTEGER,
                            List.of(),
                            false,
                            bind,
                            DataClass.INTERNAL));
        }
        if (bind.startsWith("$geo.")) {
            return Optional.of(
                    new Parameter(
                            Names.camel(p.name()),
                            "query",
                            p.type(),
                            List.of(),
                            true,
                            bind,
                            DataClass.PERSONAL));
        }
        if (bind.startsWith("$page.")) {
            return Optional.of(
                    new Parameter(
                            Names.camel(p.name()),
                            "query",
                            p.type(),
                            List.of(),
                            false,
                            bind,
                            DataClass.INTERNAL));
        }
        String[] parts = bind.split("\\.", 2);
        Optional<Table.Column> column =
                design.find(Table.class, Table.id(parts[0])).flatMap(t -> t.column(parts[1]));
        String in = p.name().equals(key) ? "path" : reads ? "query" : "body";
        return Optional.of(
                new Parameter(
                        Names.camel(p.name()),
                        in,
                        p.type(),
                        column.map(Table.Column::values).orElse(List.of()),
                        !in.equals("body") || !column.map(Table.Column::nullable).orElse(false),
                        bind,
                        column.map(Table.Column::data).orElse(DataClass.INTERNAL)));
    }

    /** A list in the request: one object for each row that is written. */
    private Parameter list(Scalar.Param p) {
        List<Parameter> items = new ArrayList<>();
        for (Statement statement : design.all(Statement.class)) {
            if (statement.sql() instanceof Sql.Insert i
                    && i.rows() != null
                    && i.rows().input().equals(p)
                    && items.isEmpty()) {
                for (Sql.Cell cell : i.rows().cells()) {
                    String[] bind = cell.bind().split("\\.", 2);
                    Optional<Table.Column> column =
                            design.find(Table.class, Table.id(bind[0]))
                                    .flatMap(t -> t.column(bind[1]));
                    items.add(
                            new Parameter(
                                    Names.camel(cell.name()),
                                    "body",
                                    cell.type(),
                                    column.map(Table.Column::values).orElse(List.of()),
                                    true,
                                    cell.bind(),
                                    column.map(Table.Column::data).orElse(DataClass.INTERNAL)));
                }
            }
        }
        return new Parameter(
                Names.camel(p.name()),
                "body",
                p.type(),
                List.of(),
                true,
                p.bind(),
                DataClass.INTERNAL,
                items);
    }

    private List<Parameter> result(
            Transaction transaction, Optional<Effect> insert, UseCase useCase) {
        List<Parameter> result = new ArrayList<>();
        if (insert.isPresent() && !useCase.job()) {
            Set<String> shown = new LinkedHashSet<>();
            for (Transaction.Step step : transaction.steps()) {
                if (design.get(Statement.class, step.statement()).sql() instanceof Sql.Insert i
                        && i.table().equals(Names.snake(insert.get().entity()))) {
                    shown.addAll(i.returning());
                }
            }
            for (Table.Column c : design.tableOf(insert.get().entity()).columns()) {
                if (!c.nullable()
                        && c.generated() == null
                        && c.defaultSql() == null
                        && shown.contains(c.name())
                        && !tenantColumn.equals(c.name())) {
                    result.add(
                            new Parameter(
                                    Names.camel(c.name()),
                                    "body",
                                    c.type(),
                                    c.values(),
                                    true,
                                    Names.snake(insert.get().entity()) + "." + c.name(),
                                    c.data()));
                }
            }
            return result;
        }
        Sql shows = design.get(Statement.class, transaction.first().statement()).sql();
        Sql.Select select =
                shows instanceof Sql.Called c ? c.body() : shows instanceof Sql.Select s ? s : null;
        if (useCase.kindOrThrow().onlyReads() && select != null) {
            for (Sql.Output output : select.outputs()) {
                result.add(output(output, select));
            }
        }
        return result;
    }

    private Parameter output(Sql.Output output, Sql.Select from) {
        String name = Names.camel(output.name());
        if (output.value() instanceof Scalar.Column c) {
            Optional<Table.Column> column =
                    design.find(Table.class, Table.id(c.table())).flatMap(t -> t.column(c.name()));
            if (column.isPresent()) {
                boolean outer =
                        from.joins().stream()
                                .anyMatch(j -> j.outer() && j.source().alias().equals(c.alias()));
                boolean promised = !column.get().nullable() && !outer;
                return new Parameter(
                        name,
                        "body",
                        column.get().type(),
                        column.get().values(),
                        promised,
                        c.table() + "." + c.name(),
                        column.get().data());
            }
        }
        boolean truth = output.value() instanceof Scalar.Truth;
        return new Parameter(
                name,
                "body",
                truth ? FieldType.BOOLEAN : FieldType.INTEGER,
                List.of(),
                true,
                "",
                DataClass.INTERNAL);
    }

    /**
     * In the order in which they are met: the lock, the diagnosis, then the constraints of what is
     * written.
     */
    private List<Refusal> refusals(Transaction transaction, UseCase useCase) {
        Set<String> ids = new LinkedHashSet<>();
        transaction.steps().forEach(s -> ids.addAll(s.refusals()));
        Occurrence occurrence = new Occurrence(design, useCase);
        design.all(Refusal.class).stream()
                .filter(r -> !r.constraint().isEmpty() && occurrence.of(r))
                .forEach(r -> ids.add(r.id()));
        return ids.stream().map(id -> design.get(Refusal.class, id)).toList();
    }
}
