package org.groundplan.architect.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.catalog.Catalog;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Technology;

/** What the catalogue knows of what was chosen: version, end of support, care, what wakes one. */
public final class TechnologyStep {
    /** Answers that are not called like the entry. */
    private static final Map<String, String> ENTRIES =
            Map.of(
                    Targets.CONTAINERS,
                    "containers of a provider",
                    Targets.CLUSTER,
                    "Kubernetes",
                    Targets.OWN_CLUSTER,
                    "Kubernetes",
                    Messaging.QUEUE,
                    "queue of a provider",
                    Identity.BOUGHT,
                    "sign-in of a provider",
                    "object storage of the provider",
                    "object storage of a provider",
                    "object storage on own machines",
                    "SeaweedFS");

    private TechnologyStep() {}

    public static Design apply(Design design, Catalog catalog) {
        Map<String, List<Decision>> chosen = new TreeMap<>();
        for (Decision decision : design.all(Decision.class)) {
            String name =
                    ENTRIES.getOrDefault(
                            decision.chosen(), decision.chosen().replaceFirst(", split by .*", ""));
            if (catalog.technologies().containsKey(name)) {
                chosen.computeIfAbsent(name, _ -> new ArrayList<>()).add(decision);
            }
        }
        boolean rented =
                design.find(Decision.class, "decision:deployment-target")
                        .filter(d -> Targets.rented(d.chosen()))
                        .isPresent();
        List<Element> result = new ArrayList<>();
        chosen.forEach((name, decisions) -> {
            Catalog.Technology t = catalog.technology(name);
            result.add(
                    new Technology(
                            "technology:" + Names.slug(name),
                            name,
                            t.version(),
                            t.support(),
                            t.licence(),
                            rented && decisions.getFirst().question().equals("primary store")
                                    ? Math.max(1, t.ops() / 4)
                                    : t.ops(),
                            t.good(),
                            t.bad(),
                            t.managed(),
                            t.wakes(),
                            t.limits(),
                            t.source() + ", " + t.date(),
                            catalog.old(t.date()),
                            decisions.stream().map(Decision::question).toList(),
                            Origin.derived(
                                    "catalogue",
                                    "Chosen for "
                                            + decisions.getFirst().question()
                                            + "; as the catalogue knows it.",
                                    decisions.stream().map(Decision::id).toList())));
        });
        return design.with(result);
    }
}
