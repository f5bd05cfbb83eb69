package org.groundplan.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import org.groundplan.model.Finding;

/** Something was decided for which this version writes no artefacts. */
final class ChoiceNotWritten implements ReviewRule {
    /** What the artefacts of this version are written for, by decision. */
    private static final Map<String, Set<String>> WRITTEN =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("decision:api-style", Set.of("REST")),
                            Map.entry("decision:architecture-style", Set.of("modular monolith")),
                            Map.entry(
                                    "decision:background-work",
                                    Set.of("a timer in the application, with a row per message")),
                            Map.entry("decision:cache", Set.of("none")),
                            Map.entry("decision:live-updates", Set.of("asking again")),
                            Map.entry(
                                    "decision:messaging",
                                    Set.of("an outbox table, emptied by the application")),
                            Map.entry("decision:primary-store", Set.of("PostgreSQL")),
                            Map.entry(
                                    "decision:regions",
                                    Set.of("one region", "one region, two zones")),
                            Map.entry("decision:stream-store", Set.of("the primary store")),
                            Map.entry(
                                    "decision:text-search",
                                    Set.of(
                                            "the database's own full-text index",
                                            "pattern match without index"))));

    @Override
    public String id() {
        return "coverage.choice-not-written";
    }

    @Override
    public List<Finding> look(Design design) {
        List<String> missing = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        WRITTEN.forEach((decision, written) ->
                design.find(Decision.class, decision)
                        .filter(d -> !written.contains(d.chosen()))
                        .ifPresent(d -> {
                            missing.add(d.chosen() + " (" + d.question() + ")");
                            ids.add(d.id());
                        }));
        design.find(Decision.class, "decision:deployment-target")
                .filter(d -> !d.chosen().startsWith("one "))
                .ifPresent(d -> {
                    missing.add("manifests for " + d.chosen());
                    ids.add(d.id());
                });
        boolean manifests = missing.size() == 1 && missing.getFirst().startsWith("manifests for ");
        return missing.isEmpty()
                ? List.of()
                : List.of(
                        finding(
                                Finding.Severity.WARNING,
                                manifests ? 50 : 64,
                                ids.getFirst(),
                                "Decided and not written by this version: "
                                        + String.join(", ", missing)
                                        + (manifests
                                                ? ". The image, its limits and its health check are in deploy/compose.yaml; what starts it there is in the provider's words."
                                                : ". The artefacts are for one service over one PostgreSQL; of these, the bill has only what runs the application, its database and sign-in."),
                                "Take what is written as the part that was tried, and add the rest by hand."));
    }
}
