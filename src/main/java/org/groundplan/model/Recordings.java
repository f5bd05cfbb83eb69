package org.groundplan.model;

/** Where recordings stand below a design's folder. */
public final class Recordings {
    private Recordings() {}

    public static String path(Operation operation, Operation.Response response) {
        String name =
                response.problem().isEmpty()
                        ? "success"
                        : response.problem().replace("refusal:", "");
        return "evidence/recordings/"
                + Names.file(operation.id().substring("operation:".length()))
                + "."
                + name
                + ".json";
    }
}
