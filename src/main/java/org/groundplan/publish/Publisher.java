package org.groundplan.publish;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.groundplan.model.Artefacts;
import org.groundplan.model.Design;
import org.groundplan.publish.document.DocumentPublisher;

/** All formats. Artefacts first, so that their bytes can be tried; the document last. */
public final class Publisher {
    private Publisher() {}

    /** What does not depend on trials. */
    public static Artefacts artefacts(Design design) {
        return Artefacts.of(
                together(
                        List.of(
                                () -> DdlPublisher.render(design),
                                () -> PersonPublisher.render(design),
                                () -> OpenApiPublisher.render(design),
                                () -> DeployPublisher.render(design),
                                () -> AlertPublisher.render(design),
                                () -> TestPublisher.render(design),
                                () -> DiagramPublisher.render(design),
                                () -> DecisionPublisher.render(design))));
    }

    /** Renders side by side; none of them sees what another wrote. */
    private static Map<String, String> together(List<Supplier<Map<String, String>>> publishers) {
        Map<String, String> files = new TreeMap<>();
        publishers.parallelStream().map(Supplier::get).toList().forEach(files::putAll);
        return files;
    }

    /**
     * What says how it went.
     *
     * @param design with evidence
     * @param files artefacts and what trials left
     */
    public static Artefacts documents(Design design, Artefacts files) {
        return files.with(
                together(
                        List.of(
                                () -> Map.of("design.json", DesignJson.render(design)),
                                () -> Map.of("ARCHITECTURE.md", document(design, files)),
                                () -> FindingsPublisher.render(design),
                                () -> AgentsPublisher.render(design))));
    }

    private static String document(Design design, Artefacts files) {
        return DocumentPublisher.render(
                design, files, DiagramPublisher.system(design), DdlPublisher.tablesOnly(design));
    }
}
