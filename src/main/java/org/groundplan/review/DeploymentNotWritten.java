package org.groundplan.review;

import java.util.List;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import org.groundplan.model.Finding;

/** The deployment target is one for which this version writes no manifests. */
final class DeploymentNotWritten implements ReviewRule {
    @Override
    public String id() {
        return "coverage.deployment-not-written";
    }

    @Override
    public List<Finding> look(Design design) {
        return design.find(Decision.class, "decision:deployment-target")
                .filter(d -> d.chosen().contains("Kubernetes"))
                .map(d ->
                        List.of(
                                finding(
                                        Finding.Severity.WARNING,
                                        89,
                                        d.id(),
                                        "The deployment target is "
                                                + d.chosen()
                                                + ", and no manifests for it are written by this version: deploy/compose.yaml runs the same parts on one machine.",
                                        "Take compose.yaml as the list of what runs, and write the manifests by hand.")))
                .orElse(List.of());
    }
}
