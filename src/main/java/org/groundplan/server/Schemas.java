package org.groundplan.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON Schemas of arguments and answers, in as few words as they need. */
final class Schemas {
    private Schemas() {}

    static Map<String, Object> text(String description) {
        return Map.of("type", "string", "description", description);
    }

    static Map<String, Object> number(String description) {
        return Map.of("type", "integer", "minimum", 0, "description", description);
    }

    static Map<String, Object> truth(String description) {
        return Map.of("type", "boolean", "description", description);
    }

    static Map<String, Object> list(Map<String, Object> items) {
        return Map.of("type", "array", "items", items);
    }

    static Map<String, Object> texts() {
        return list(Map.of("type", "string"));
    }

    /**
     * @param required names of the fields that have to be there
     * @param fields name, schema, name, schema …
     */
    @SuppressWarnings("unchecked")
    static Map<String, Object> object(List<String> required, Object... fields) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            properties.put((String) fields[i], (Map<String, Object>) fields[i + 1]);
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }
}
