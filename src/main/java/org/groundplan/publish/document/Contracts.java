package org.groundplan.publish.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.groundplan.model.Artefacts;
import org.groundplan.model.Design;
import org.groundplan.model.Operation;
import org.groundplan.model.Recordings;
import org.groundplan.model.Refusal;
import org.groundplan.model.UseCase;
import org.groundplan.publish.OpenApiPublisher;

/** Section 4: operations, with recorded samples for the ones that carry most rules. */
final class Contracts {
    private Contracts() {}

    static void write(Design design, Artefacts tried, Md md) {
        md.heading(2, "4. API contracts");
        md.text(
                "REST under `/v1`, described in ["
                        + OpenApiPublisher.path(design)
                        + "]("
                        + OpenApiPublisher.path(design)
                        + "). Errors are problem details (RFC 9457): programs compare `type`. "
                        + "A new row takes its id from the `Idempotency-Key`, so a repeat after a lost answer writes nothing twice. Pages follow the sort keys of the last row. "
                        + "Within `/v1` fields are only added; what goes is announced six months before. 400, 401, 403, 429 and 503 can come from any operation.");
        List<List<String>> rows = new ArrayList<>();
        for (Operation o : design.all(Operation.class)) {
            UseCase useCase = design.useCase(o.useCase());
            String refusals =
                    o.responses().stream()
                            .filter(r -> !r.problem().isEmpty())
                            .map(r -> r.status() + " " + r.problem().replace("refusal:", ""))
                            .collect(Collectors.joining(", "));
            rows.add(
                    List.of(
                            useCase.name(),
                            Said.shortPath(o),
                            o.style().equals("job")
                                    ? String.valueOf(useCase.schedule())
                                    : o.security().replace("signed in as ", ""),
                            refusals.isEmpty() ? "none" : refusals,
                            Said.verdict(design, o.id())));
        }
        md.table(List.of("Use case", "Operation", "Who", "Refusals", "Recorded"), rows);
        design.all(Operation.class).stream()
                .filter(o -> o.style().equals("rest"))
                .sorted(
                        Comparator.comparingInt((Operation o) -> -o.responses().size())
                                .thenComparing(Operation::id))
                .limit(1)
                .forEach(o -> samples(design, o, tried, md));
        md.text("All recordings: [evidence/recordings](evidence/recordings).");
    }

    private static void samples(Design design, Operation operation, Artefacts tried, Md md) {
        md.heading(3, design.useCase(operation.useCase()).name());
        boolean first = true;
        List<Operation.Response> shown = new ArrayList<>(List.of(operation.responses().getFirst()));
        operation.responses().stream()
                .filter(r ->
                        !r.problem().isEmpty()
                                && !design.get(Refusal.class, r.problem()).rule().isEmpty())
                .limit(1)
                .forEach(shown::add);
        for (Operation.Response response : shown) {
            String text = tried.files().get(Recordings.path(operation, response));
            if (text == null) {
                continue;
            }
            md.code("json", first ? text : response(text));
            first = false;
        }
        if (first) {
            md.text("Not recorded: nothing was tried in this run.");
        }
    }

    /** The answer alone, from a recording of request and response. */
    private static String response(String recording) {
        int start = recording.indexOf("\n  \"response\": ");
        return start < 0
                ? recording
                : recording
                        .substring(
                                start + "\n  \"response\": ".length(), recording.lastIndexOf('}'))
                        .strip()
                        .replace("\n  ", "\n");
    }
}
