package org.groundplan.publish;

import java.util.Map;
import java.util.TreeMap;
import org.groundplan.model.Artefacts;
import org.groundplan.model.Design;
import org.groundplan.publish.document.DocumentPublisher;

/** All formats. Artefacts first, so that their bytes can be tried; the document last. */
public final class Publisher {
    private Publisher() {}

    /** What does not depend on trials. */
    public static Artefacts artefacts(Design design) {
        Map<String, String> files = new TreeMap<>();
        files.putAll(DdlPublisher.render(design));
        files.putAll(OpenApiPublisher.render(design));
        files.putAll(DeployPublisher.render(design));
        files.putAll(TestPublisher.render(design));
        files.putAll(DiagramPublisher.render(design));
        files.putAll(DecisionPublisher.render(design));
        return Artefacts.of(files);
    }

    /**
     * What says how it went.
     *
     * @param design with evidence
     * @param files artefacts and what trials left
     */
    public static Artefacts documents(Design design, Artefacts files) {
        Map<String, String> more = new TreeMap<>();
        more.putAll(FindingsPublisher.render(design));
        more.putAll(AgentsPublisher.render(design));
        more.put("design.json", DesignJson.render(design));
        String ddl = DdlPublisher.tablesOnly(design);
        more.put(
                "ARCHITECTURE.md",
                DocumentPublisher.render(design, files, DiagramPublisher.system(design), ddl));
        return files.with(more);
    }
}
