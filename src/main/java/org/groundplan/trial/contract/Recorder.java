package org.groundplan.trial.contract;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.model.Artefacts;
import org.groundplan.model.Design;
import org.groundplan.model.Evidence;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Operation;
import org.groundplan.model.Origin;
import org.groundplan.model.Recordings;
import org.groundplan.model.Refusal;
import org.groundplan.model.Transaction;
import org.groundplan.trial.Tried;
import org.groundplan.trial.interpreter.Interpreter;
import org.groundplan.trial.interpreter.Outcome;
import org.groundplan.trial.interpreter.Script;
import org.groundplan.trial.interpreter.Seeder;
import org.groundplan.trial.interpreter.Tables;
import org.groundplan.trial.postgres.Database;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records one exchange for every answer an operation can give, by executing it, and holds it
 * against the contract.
 */
public final class Recorder {
    private static final ObjectWriter JSON =
            JsonMapper.builder()
                    .build()
                    .writer()
                    .with(
                            new DefaultPrettyPrinter(
                                            Separators.createDefaultInstance()
                                                    .withObjectNameValueSpacing(
                                                            Separators.Spacing.AFTER))
                                    .withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private static final JsonMapper JSON_IN = JsonMapper.builder().build();

    private final Design design;
    private final Artefacts artefacts;
    private final Contract contract;
    private final Tried.Collector tried = new Tried.Collector();

    private Recorder(Design design, Artefacts artefacts, String openapi) {
        this.design = design;
        this.artefacts = artefacts;
        this.contract = new Contract(openapi);
    }

    /**
     * @param database with the migrations applied; ours to fill
     * @param openapi path of the published contract
     */
    public static Tried run(
            Design design, Artefacts artefacts, Database database, String role, String openapi)
            throws SQLException {
        Recorder recorder = new Recorder(design, artefacts, artefacts.text(openapi));
        try (Connection owner = database.connect();
                Connection application = database.connectAs(Names.sql(role))) {
            application.setAutoCommit(false);
            Seeder seeder = new Seeder(design, owner, 0);
            for (Operation operation : design.all(Operation.class)) {
                if (operation.style().equals("rest")) {
                    // each on its own rows, so that no answer shows another's
                    Tables.empty(design, owner);
                    seeder.forget();
                    recorder.operation(operation, new Provocation(design, seeder), application);
                }
            }
        }
        return recorder.tried.collected();
    }

    private void operation(Operation operation, Provocation provocation, Connection application)
            throws SQLException {
        Transaction transaction =
                design.get(
                        Transaction.class,
                        operation.useCase().replace("use-case:", "transaction:"));
        Script script = Script.of(design, artefacts, transaction);
        int recorded = 0;
        List<String> missed = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (Operation.Response response : operation.responses()) {
            Provocation.Case provoked = provocation.provoke(transaction, response.problem());
            if (provoked.values() == null) {
                missed.add(name(response) + ": " + provoked.why());
                continue;
            }
            Outcome outcome = Interpreter.execute(application, script, provoked.values());
            String got = outcome.failed() ? outcome.error() : outcome.refusal();
            boolean another =
                    !outcome.failed() && !got.isEmpty() && !got.equals(response.problem());
            if (another) {
                missed.add(name(response) + ": " + got.replace("refusal:", "") + " came first");
                continue;
            }
            if (!got.equals(response.problem())) {
                wrong.add(
                        name(response)
                                + " was expected, the answer was "
                                + (got.isEmpty() ? "success" : got.replace("refusal:", "")));
                continue;
            }
            Map<String, Object> exchange =
                    exchange(operation, response, provoked.values(), outcome);
            wrong.addAll(contract.breaches(operation, response.status(), exchange));
            tried.file(
                    Recordings.path(operation, response), JSON.writeValueAsString(exchange) + "\n");
            recorded++;
        }
        String how =
                recorded
                        + " of "
                        + operation.responses().size()
                        + " answers recorded and held against the contract"
                        + (missed.isEmpty() ? "" : "; not provoked: " + String.join(", ", missed))
                        + (wrong.isEmpty() ? "." : "; wrong: " + String.join("; ", wrong) + ".");
        tried.evidence(
                new Evidence(
                        "evidence:" + operation.id().replace(':', '-'),
                        operation.id(),
                        !wrong.isEmpty()
                                ? Evidence.Verdict.BROKEN
                                : recorded == 0
                                                || missed.stream()
                                                        .anyMatch(m -> m.startsWith("success"))
                                        ? Evidence.Verdict.NOT_RUN
                                        : Evidence.Verdict.OBSERVED,
                        Evidence.Basis.INTERPRETED_DESIGN,
                        how,
                        recorded == 0
                                ? ""
                                : Recordings.path(operation, operation.responses().getFirst()),
                        Origin.derived("record", how, List.of(operation.id()))));
    }

    private static String name(Operation.Response response) {
        return response.problem().isEmpty()
                ? "success"
                : response.problem().replace("refusal:", "");
    }

    private Map<String, Object> exchange(
            Operation operation,
            Operation.Response response,
            Map<String, @Nullable Object> values,
            Outcome outcome) {
        Map<String, Object> headers = new LinkedHashMap<>();
        Map<String, Object> body = new LinkedHashMap<>();
        List<String> query = new ArrayList<>();
        String path = operation.path();
        for (Operation.Parameter p : operation.request()) {
            Object value =
                    plain(
                            p.bind().equals("$new.id")
                                    ? values.get("id")
                                    : p.bind().equals("$tenant.id")
                                            ? values.get("caller_" + Names.snake(p.name()))
                                            : value(p, values));
            if (value == null || p.bind().startsWith("$page.")) {
                continue;
            }
            switch (p.in()) {
                case "path" ->
                        path = path.replace("{" + p.name() + "}", encode(String.valueOf(value)));
                case "query" -> query.add(p.name() + "=" + encode(String.valueOf(value)));
                case "header" -> headers.put(p.name(), value);
                default -> body.put(p.name(), value);
            }
        }
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("method", operation.method());
        request.put("path", "/v1" + path + (query.isEmpty() ? "" : "?" + String.join("&", query)));
        if (!headers.isEmpty()) {
            request.put("headers", headers);
        }
        if (!body.isEmpty()) {
            request.put("body", body);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", response.status());
        Object content = content(operation, response, outcome);
        if (content != null) {
            answer.put("body", content);
        }
        Map<String, Object> exchange = new LinkedHashMap<>();
        exchange.put("request", request);
        exchange.put("response", answer);
        return exchange;
    }

    private static @Nullable Object value(
            Operation.Parameter p, Map<String, @Nullable Object> values) {
        for (Map.Entry<String, @Nullable Object> e : values.entrySet()) {
            if (Names.camel(e.getKey()).equals(p.name())) {
                boolean list = p.bind().startsWith("$rows.") && e.getValue() != null;
                return list ? objects(String.valueOf(e.getValue())) : e.getValue();
            }
        }
        return null;
    }

    /** The rows of a list as the contract names them. */
    private static List<Map<String, Object>> objects(String json) {
        List<Map<String, Object>> result = new ArrayList<>();
        for (tools.jackson.databind.JsonNode node : JSON_IN.readTree(json)) {
            Map<String, Object> object = new LinkedHashMap<>();
            node.properties()
                    .forEach(p ->
                            object.put(
                                    Names.camel(p.getKey()),
                                    p.getValue().isNumber()
                                            ? p.getValue().numberValue()
                                            : p.getValue().isBoolean()
                                                    ? (Object) p.getValue().booleanValue()
                                                    : p.getValue().stringValue()));
            result.add(object);
        }
        return result;
    }

    private @Nullable Object content(
            Operation operation, Operation.Response response, Outcome outcome) {
        if (!response.problem().isEmpty()) {
            Refusal refusal = design.get(Refusal.class, response.problem());
            Map<String, Object> problem = new LinkedHashMap<>();
            problem.put("type", "/problems/" + refusal.problem());
            problem.put("title", refusal.title());
            problem.put("status", refusal.status());
            problem.put("detail", Names.sentence(refusal.when()) + ".");
            return problem;
        }
        if (operation.result().isEmpty()) {
            return null;
        }
        List<Map<String, Object>> rows =
                outcome.rows().stream().map(r -> row(operation, r)).toList();
        return operation.many() ? Map.of("items", rows) : rows.isEmpty() ? null : rows.getFirst();
    }

    private static Map<String, Object> row(Operation operation, Map<String, @Nullable Object> row) {
        Map<String, Object> result = new LinkedHashMap<>();
        Map<String, @Nullable Object> byName = new TreeMap<>();
        row.forEach((column, value) -> byName.put(Names.camel(column), value));
        for (Operation.Parameter p : operation.result()) {
            Object value = plain(byName.get(p.name()));
            if (value != null) {
                result.put(p.name(), value);
            }
        }
        return result;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case java.sql.Timestamp t -> t.toInstant().toString();
            case java.time.OffsetDateTime t -> t.toInstant().toString();
            case Number n -> n;
            case Boolean b -> b;
            case List<?> list -> list;
            case org.postgresql.util.PGobject p when "point".equals(p.getType()) ->
                    position(String.valueOf(p.getValue()));
            default -> value.toString();
        };
    }

    /** Longitude and latitude, as GeoJSON has them. */
    private static List<java.math.BigDecimal> position(String point) {
        List<java.math.BigDecimal> result = new ArrayList<>();
        for (String part : point.replaceAll("[()]", "").split(",")) {
            result.add(new java.math.BigDecimal(part));
        }
        return result;
    }

    private static String encode(String value) {
        return java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    static boolean number(FieldType type) {
        return type == FieldType.INTEGER || type == FieldType.MONEY || type == FieldType.DECIMAL;
    }
}
