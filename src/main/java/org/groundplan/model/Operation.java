package org.groundplan.model;

import java.util.List;

/**
 * What the contract offers for a use case.
 *
 * @param style rest, or job for what the clock starts
 * @param request parameters in path, query and body
 * @param responses success first, then refusals in the order they are checked
 */
public record Operation(
        String id,
        String useCase,
        String service,
        String style,
        String method,
        String path,
        List<Parameter> request,
        List<Parameter> result,
        boolean many,
        List<Response> responses,
        String security,
        String idempotency,
        Origin origin)
        implements Element {
    /**
     * @param in path, query, header or body
     * @param items what each object of a list holds; empty for single values
     * @param bind column the value is compared with or written to, e.g. {@code item.barcode}
     */
    public record Parameter(
            String name,
            String in,
            FieldType type,
            List<String> values,
            boolean required,
            String bind,
            DataClass data,
            List<Parameter> items) {
        public Parameter(
                String name,
                String in,
                FieldType type,
                List<String> values,
                boolean required,
                String bind,
                DataClass data) {
            this(name, in, type, values, required, bind, data, List.of());
        }

        public Parameter {
            values = List.copyOf(values);
            items = List.copyOf(items);
        }
    }

    /**
     * @param problem id of a refusal, empty for success
     */
    public record Response(int status, String problem, String when) {}

    public Operation {
        request = List.copyOf(request);
        result = List.copyOf(result);
        responses = List.copyOf(responses);
    }

    /** The same, done by another service. */
    public Operation in(String other) {
        return new Operation(
                id,
                useCase,
                other,
                style,
                method,
                path,
                request,
                result,
                many,
                responses,
                security,
                idempotency,
                origin);
    }
}
