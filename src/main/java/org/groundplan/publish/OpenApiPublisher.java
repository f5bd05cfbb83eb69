package org.groundplan.publish;

import static org.groundplan.publish.Yaml.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.groundplan.model.Design;
import org.groundplan.model.Names;
import org.groundplan.model.Operation;
import org.groundplan.model.Refusal;
import org.groundplan.model.Tenancy;
import org.groundplan.model.UseCase;

/** OpenAPI 3.1 from the operations; problem details as in RFC 9457. */
public final class OpenApiPublisher {
    private final Design design;

    private final Map<String, String> modules = new HashMap<>();

    private OpenApiPublisher(Design design) {
        this.design = design;
        for (org.groundplan.model.Module module : design.all(org.groundplan.model.Module.class)) {
            module.useCases().forEach(u -> modules.putIfAbsent(u, module.name()));
        }
    }

    public static String path(Design design) {
        return "api/" + Names.slug(design.name()) + ".openapi.yaml";
    }

    public static Map<String, String> render(Design design) {
        List<Operation> rest =
                design.all(Operation.class).stream().filter(o -> o.style().equals("rest")).toList();
        if (rest.isEmpty()) {
            return Map.of();
        }
        return Map.of(
                path(design),
                Yaml.write(
                        design.name()
                                + ": the contract. Changes that break a client get /v2; see the versioning note below.",
                        new OpenApiPublisher(design).document(rest)));
    }

    private Map<String, Object> document(List<Operation> operations) {
        Map<String, Object> paths = new TreeMap<>();
        Map<String, Object> schemas = new TreeMap<>();
        Set<String> scopes = new LinkedHashSet<>();
        for (Operation operation : operations) {
            Map<String, Object> path =
                    cast(
                            paths.computeIfAbsent(
                                    operation.path(), _ -> new LinkedHashMap<String, Object>()));
            path.put(operation.method().toLowerCase(Locale.ROOT), operation(operation, schemas));
            scopes.add(scope(operation));
        }
        schemas.put(
                "Problem",
                map(
                        "type",
                        "object",
                        "description",
                        "What went wrong, as in RFC 9457.",
                        "required",
                        List.of("type", "title", "status"),
                        "additionalProperties",
                        false,
                        "properties",
                        map(
                                "type",
                                        map(
                                                "type",
                                                "string",
                                                "format",
                                                "uri-reference",
                                                "maxLength",
                                                OpenApiSchemas.MAX_TEXT,
                                                "description",
                                                "Names the problem; stable, to be compared by programs.",
                                                "examples",
                                                List.of("/problems/not-found")),
                                "title",
                                        map(
                                                "type",
                                                "string",
                                                "maxLength",
                                                OpenApiSchemas.MAX_TEXT,
                                                "pattern",
                                                "^[^\\u0000-\\u0008]*$",
                                                "description",
                                                "The same for every occurrence."),
                                "status",
                                        map(
                                                "type",
                                                "integer",
                                                "format",
                                                "int32",
                                                "minimum",
                                                400,
                                                "maximum",
                                                599,
                                                "description",
                                                "The HTTP status again."),
                                "detail",
                                        map(
                                                "type",
                                                "string",
                                                "maxLength",
                                                1000,
                                                "pattern",
                                                "^[^\\u0000-\\u0008]*$",
                                                "description",
                                                "About this occurrence."))));
        Map<String, Object> roles = new TreeMap<>();
        scopes.stream()
                .sorted()
                .forEach(s -> roles.put(s, "What a " + s.replace('-', ' ') + " may do."));
        String description =
                design.summary()
                        + "\n\nVersioning: the path carries the major version. Within it fields and operations are only added; a field or operation that goes is announced with a Deprecation and a Sunset header six months before.";
        return map(
                "openapi",
                "3.1.0",
                "info",
                map(
                        "title",
                        design.name(),
                        "version",
                        "1.0.0",
                        "description",
                        description.strip(),
                        "contact",
                        map(
                                "name",
                                "The team of " + design.name(),
                                "url",
                                "https://example.org/contact"),
                        "license",
                        map("name", "Proprietary", "url", "https://example.org/licence")),
                "servers",
                List.of(
                        map(
                                "url",
                                "https://api.example.org/v1",
                                "description",
                                "Production; replace by the real host.",
                                "x-internal",
                                false)),
                "tags",
                tags(operations),
                "security",
                List.of(map("session", List.of())),
                "paths",
                paths,
                "components",
                map(
                        "securitySchemes",
                        map(
                                "session",
                                map(
                                        "type",
                                        "http",
                                        "scheme",
                                        "bearer",
                                        "bearerFormat",
                                        "opaque session token",
                                        "description",
                                        "Issued at sign-in, 30 minutes since last use, revoked at sign-out; RFC 8725 is to be followed if it ever becomes a JWT. Roles: "
                                                + String.join(", ", roles.keySet())
                                                + "."
                                                + Tenancy.of(design)
                                                        .map(t ->
                                                                " The session names the "
                                                                        + Names.words(t.tenant())
                                                                        + " for which the caller acts.")
                                                        .orElse(""))),
                        "headers",
                        headers(),
                        "responses",
                        standard(),
                        "schemas",
                        schemas));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Object map) {
        return (Map<String, Object>) map;
    }

    private String tag(Operation operation) {
        return modules.getOrDefault(design.useCase(operation.useCase()).name(), "other");
    }

    private List<Object> tags(List<Operation> operations) {
        return operations.stream()
                .map(this::tag)
                .distinct()
                .sorted()
                .<Object>map(
                        t -> map("name", t, "description", "Operations of the module " + t + "."))
                .toList();
    }

    private String scope(Operation operation) {
        return Names.slug(String.valueOf(design.useCase(operation.useCase()).actor()));
    }

    private static Map<String, Object> headers() {
        return map(
                "Access-Control-Allow-Origin",
                        map(
                                "description",
                                "The one web client; never a star.",
                                "schema",
                                map(
                                        "type",
                                        "string",
                                        "format",
                                        "uri",
                                        "maxLength",
                                        OpenApiSchemas.MAX_TEXT)),
                "RateLimit-Limit",
                        map(
                                "description",
                                "Requests allowed in the window.",
                                "schema",
                                map(
                                        "type", "integer", "format", "int32", "minimum", 1,
                                        "maximum", 100_000)),
                "RateLimit-Reset",
                        map(
                                "description",
                                "Seconds until the window starts again.",
                                "schema",
                                map(
                                        "type", "integer", "format", "int32", "minimum", 0,
                                        "maximum", 86_400)),
                "Retry-After",
                        map(
                                "description",
                                "Seconds to wait.",
                                "schema",
                                map(
                                        "type", "integer", "format", "int32", "minimum", 0,
                                        "maximum", 86_400)));
    }

    private static Map<String, Object> limits() {
        return map(
                "Access-Control-Allow-Origin",
                map("$ref", "#/components/headers/Access-Control-Allow-Origin"),
                "RateLimit-Limit",
                map("$ref", "#/components/headers/RateLimit-Limit"),
                "RateLimit-Reset",
                map("$ref", "#/components/headers/RateLimit-Reset"));
    }

    private static Map<String, Object> problem(String description) {
        return map(
                "description",
                description,
                "headers",
                limits(),
                "content",
                map(
                        "application/problem+json",
                        map("schema", map("$ref", "#/components/schemas/Problem"))));
    }

    private static Map<String, Object> standard() {
        Map<String, Object> tooMany = problem("Too many requests from this address.");
        Map<String, Object> headers = new LinkedHashMap<>(limits());
        headers.put("Retry-After", map("$ref", "#/components/headers/Retry-After"));
        tooMany.put("headers", headers);
        return map(
                "BadRequest",
                problem("The request does not fit the contract; detail says where."),
                "Unauthorized",
                problem("Not signed in, or the session has ended."),
                "Forbidden",
                problem("Signed in, but not in a role that may do this."),
                "TooManyRequests",
                tooMany,
                "Unavailable",
                problem("The database cannot be reached; nothing was changed. Safe to repeat."));
    }

    private Map<String, Object> operation(Operation operation, Map<String, Object> schemas) {
        UseCase useCase = design.useCase(operation.useCase());
        List<Object> parameters = new ArrayList<>();
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Operation.Parameter p : operation.request()) {
            if (p.in().equals("body")) {
                properties.put(p.name(), OpenApiSchemas.schema(p));
                required.add(p.name());
            } else {
                parameters.add(
                        map(
                                "name",
                                p.name(),
                                "in",
                                p.in(),
                                "required",
                                p.in().equals("path") || p.required(),
                                "description",
                                OpenApiSchemas.describe(p),
                                "schema",
                                OpenApiSchemas.schema(p)));
            }
        }
        Map<String, Object> result =
                map(
                        "operationId",
                        Names.camel(useCase.name()),
                        "summary",
                        Names.sentence(useCase.name()),
                        "description",
                        "For a "
                                + Names.words(String.valueOf(useCase.actor()))
                                + ". "
                                + operation.idempotency(),
                        "tags",
                        List.of(tag(operation)),
                        "security",
                        List.of(map("session", List.of(scope(operation)))));
        if (!parameters.isEmpty()) {
            result.put("parameters", parameters);
        }
        String name = Names.pascal(useCase.name());
        if (!properties.isEmpty()) {
            schemas.put(
                    name + "Request",
                    map(
                            "type",
                            "object",
                            "description",
                            "What “" + useCase.name() + "” needs.",
                            "required",
                            required,
                            "additionalProperties",
                            false,
                            "properties",
                            properties));
            result.put(
                    "requestBody",
                    map(
                            "required",
                            true,
                            "description",
                            "What “" + useCase.name() + "” needs.",
                            "content",
                            map(
                                    "application/json",
                                    map(
                                            "schema",
                                            map(
                                                    "$ref",
                                                    "#/components/schemas/" + name + "Request")))));
        }
        result.put("responses", responses(operation, name, schemas));
        return result;
    }

    private Map<String, Object> responses(
            Operation operation, String name, Map<String, Object> schemas) {
        Map<Integer, List<Refusal>> refusals = new TreeMap<>();
        Map<String, Object> result = new LinkedHashMap<>();
        for (Operation.Response response : operation.responses()) {
            if (response.problem().isEmpty()) {
                result.put(
                        String.valueOf(response.status()),
                        success(operation, response.status(), name, schemas));
            } else {
                refusals.computeIfAbsent(response.status(), _ -> new ArrayList<>())
                        .add(design.get(Refusal.class, response.problem()));
            }
        }
        result.put("400", map("$ref", "#/components/responses/BadRequest"));
        result.put("401", map("$ref", "#/components/responses/Unauthorized"));
        result.put("403", map("$ref", "#/components/responses/Forbidden"));
        refusals.forEach((status, list) -> {
            Map<String, Object> media = map("schema", map("$ref", "#/components/schemas/Problem"));
            Map<String, Object> problem =
                    problem(
                            String.join(
                                            " or ",
                                            list.stream()
                                                    .map(r -> "`" + r.problem() + "`: " + r.when())
                                                    .toList())
                                    + ".");
            Map<String, Object> examples = new LinkedHashMap<>();
            list.forEach(r ->
                    examples.put(
                            Names.camel(r.problem()),
                            map(
                                    "value",
                                    map(
                                            "type",
                                            "/problems/" + r.problem(),
                                            "title",
                                            r.title(),
                                            "status",
                                            r.status()))));
            media.put("examples", examples);
            problem.put("content", map("application/problem+json", media));
            result.put(String.valueOf(status), problem);
        });
        result.put("429", map("$ref", "#/components/responses/TooManyRequests"));
        result.put("500", map("$ref", "#/components/responses/Unavailable"));
        result.put("503", map("$ref", "#/components/responses/Unavailable"));
        return result;
    }

    private Map<String, Object> success(
            Operation operation, int status, String name, Map<String, Object> schemas) {
        if (operation.result().isEmpty()) {
            return map("description", "Done.", "headers", limits());
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        operation.result().forEach(p -> properties.put(p.name(), OpenApiSchemas.schema(p)));
        List<String> required =
                operation.result().stream()
                        .filter(Operation.Parameter::required)
                        .map(Operation.Parameter::name)
                        .toList();
        String entity = operation.many() ? name + "Item" : name + "Result";
        schemas.put(
                entity,
                map(
                        "type",
                        "object",
                        "description",
                        "One row of the answer to “"
                                + design.useCase(operation.useCase()).name()
                                + "”.",
                        "required",
                        required,
                        "additionalProperties",
                        false,
                        "properties",
                        properties));
        Object schema = map("$ref", "#/components/schemas/" + entity);
        if (operation.many()) {
            schemas.put(
                    name + "Page",
                    map(
                            "type",
                            "object",
                            "description",
                            "One page; the last row's sort keys are the cursor of the next.",
                            "required",
                            List.of("items"),
                            "additionalProperties",
                            false,
                            "properties",
                            map(
                                    "items",
                                    map(
                                            "type",
                                            "array",
                                            "maxItems",
                                            operation.request().stream()
                                                            .anyMatch(p -> p.name().equals("limit"))
                                                    ? 100
                                                    : 100_000,
                                            "description",
                                            "The rows in order.",
                                            "items",
                                            schema))));
            schema = map("$ref", "#/components/schemas/" + name + "Page");
        }
        return map(
                "description",
                status == 201 ? "Written." : "Found.",
                "headers",
                limits(),
                "content",
                map("application/json", map("schema", schema)));
    }
}
