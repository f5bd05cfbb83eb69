package org.groundplan.publish;

import static org.groundplan.publish.Yaml.map;

import java.util.Map;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Operation;

/** JSON Schemas of parameters and fields, each with the bounds that keep a request small. */
final class OpenApiSchemas {
    static final int MAX_TEXT = 200;

    /** Most objects in one list of a request. */
    private static final int MOST_ITEMS = 1000;

    private OpenApiSchemas() {}

    static String describe(Operation.Parameter p) {
        return switch (p.bind()) {
            case "$new.id" ->
                    "A UUID the client makes for this act and repeats when it repeats the request.";
            case "$page.limit" -> "Rows of a page.";
            case "$page.lowest", "$page.highest" ->
                    "Cursor: this sort key of the last row of the page before; leave out for the first page.";
            default ->
                    p.name().equals("q")
                            ? "Words, as one types them into a search box."
                            : Names.sentence(Names.words(p.name())) + ".";
        };
    }

    static Map<String, Object> schema(Operation.Parameter p) {
        if (p.bind().equals("$page.limit")) {
            return map(
                    "type", "integer", "format", "int32", "minimum", 1, "maximum", 100, "default",
                    20);
        }
        if (!p.items().isEmpty()) {
            return list(p);
        }
        if (!p.values().isEmpty()) {
            return map(
                    "type",
                    "string",
                    "enum",
                    p.values(),
                    "description",
                    Names.sentence(Names.words(p.name())) + ".");
        }
        Map<String, Object> schema = type(p.type());
        schema.put(
                "description",
                Names.sentence(Names.words(p.name()))
                        + (p.data().isPersonal() ? "; personal data." : "."));
        return schema;
    }

    /** A list of objects; bounded, as every list of a contract should be. */
    private static Map<String, Object> list(Operation.Parameter p) {
        Map<String, Object> properties = new java.util.LinkedHashMap<>();
        p.items().forEach(i -> properties.put(i.name(), schema(i)));
        return map(
                "type",
                "array",
                "minItems",
                1,
                "maxItems",
                MOST_ITEMS,
                "description",
                Names.sentence(Names.words(p.name())) + ".",
                "items",
                map(
                        "type",
                        "object",
                        "additionalProperties",
                        false,
                        "required",
                        p.items().stream().map(Operation.Parameter::name).toList(),
                        "properties",
                        properties));
    }

    private static Map<String, Object> type(FieldType type) {
        return switch (type) {
            case INTEGER ->
                    map(
                            "type",
                            "integer",
                            "format",
                            "int64",
                            "minimum",
                            0,
                            "maximum",
                            9_007_199_254_740_991L);
            case MONEY ->
                    map(
                            "type",
                            "integer",
                            "format",
                            "int64",
                            "minimum",
                            -9_007_199_254_740_991L,
                            "maximum",
                            9_007_199_254_740_991L);
            case DECIMAL -> map("type", "number", "format", "double");
            case BOOLEAN -> map("type", "boolean");
            case POINT ->
                    map(
                            "type",
                            "array",
                            "minItems",
                            2,
                            "maxItems",
                            2,
                            "items",
                            map(
                                    "type", "number", "format", "double", "minimum", -180,
                                    "maximum", 180));
            case DATE -> map("type", "string", "format", "date", "maxLength", 10);
            case INSTANT -> map("type", "string", "format", "date-time", "maxLength", 40);
            case UUID -> map("type", "string", "format", "uuid", "maxLength", 36);
            case EMAIL -> map("type", "string", "format", "email", "maxLength", 254);
            case URL, FILE -> map("type", "string", "format", "uri", "maxLength", 2000);
            default ->
                    map(
                            "type",
                            "string",
                            "maxLength",
                            MAX_TEXT,
                            "pattern",
                            "^[^\\u0000-\\u0008]*$");
        };
    }
}
