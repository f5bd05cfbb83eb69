package org.groundplan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.groundplan.architect.Architect;
import org.groundplan.architect.PracticeCatalogue;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.stack.Asking;
import org.groundplan.brief.BriefReader;
import org.groundplan.brief.Diagnostic;
import org.groundplan.brief.Reading;
import org.groundplan.brief.prose.ProseReader;
import org.groundplan.brief.prose.ProseReading;
import org.groundplan.catalog.Catalog;
import org.groundplan.model.Artefacts;
import org.groundplan.model.Card;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Evidence;
import org.groundplan.model.Finding;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Rule;
import org.groundplan.publish.DdlPublisher;
import org.groundplan.publish.OpenApiPublisher;
import org.groundplan.publish.Publisher;
import org.groundplan.review.Review;
import org.groundplan.trial.Trials;
import org.groundplan.trial.Tried;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The front door: read, derive, review, render, try, write. Doors call this and nothing else. */
public final class Groundplan {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Catalog catalog = Catalog.load();

    /** A design with its files. */
    public record Outcome(Design design, Artefacts files) {
        public List<Evidence> broken() {
            return design.all(Evidence.class).stream()
                    .filter(e -> e.verdict() == Evidence.Verdict.BROKEN)
                    .toList();
        }

        public List<Finding> errors() {
            return design.all(Finding.class).stream()
                    .filter(f -> f.severity() == Finding.Severity.ERROR)
                    .toList();
        }

        /** True when PostgreSQL itself could not be started. */
        public boolean couldNotTry() {
            return design.all(Evidence.class).stream()
                    .anyMatch(e -> e.id().equals("evidence:trials"));
        }
    }

    /**
     * Reads a brief.
     *
     * @param file name to print
     */
    public Reading read(String file, String text) {
        return BriefReader.read(file, text);
    }

    /**
     * Reads a brief and the practices that stand beside it.
     *
     * @param practices text by file name
     */
    public Reading read(String file, String text, Map<String, String> practices) {
        return BriefReader.read(file, text, practices);
    }

    /**
     * Reads a page of prose, without a language model.
     *
     * @param file name to print
     */
    public ProseReading prose(String file, String text) {
        return ProseReader.read(file, text);
    }

    /**
     * Reads the brief that was made of prose; its facts stand at their sentences.
     *
     * @param yaml the brief as it is now: as read, or merged with what somebody changed
     */
    public Reading read(ProseReading prose, String yaml, Map<String, String> practices) {
        boolean asRead = yaml.equals(prose.yaml());
        return BriefReader.read(
                "brief.yaml", yaml, practices, asRead ? prose.sources() : Sources.of(prose, yaml));
    }

    /** Derives and reviews; tries nothing. */
    public Design derive(Design brief, List<Diagnostic> diagnostics) {
        Design design = Architect.derive(brief, catalog);
        List<Element> more = new ArrayList<>(Review.of(design));
        for (Diagnostic diagnostic : diagnostics) {
            // a sentence that is kept as it is: the review speaks of it
            boolean reviewed =
                    design.all(Rule.NotUnderstood.class).stream()
                            .anyMatch(r -> diagnostic.at().equals(r.origin().at()));
            if (!diagnostic.error() && !reviewed) {
                String id =
                        "finding:brief-"
                                + diagnostic.at().line()
                                + "-"
                                + Names.slug(diagnostic.found())
                                        .substring(
                                                0,
                                                Math.min(
                                                        30,
                                                        Names.slug(diagnostic.found()).length()));
                more.add(
                        new Finding(
                                id,
                                "brief.not-carried",
                                Finding.Severity.WARNING,
                                50,
                                "",
                                Names.sentence(diagnostic.found())
                                        + " (brief, line "
                                        + diagnostic.at().line()
                                        + ").",
                                diagnostic.expected().isEmpty()
                                        ? "It changes nothing in this design."
                                        : "Expected " + diagnostic.expected() + ".",
                                Origin.stated(diagnostic.at())));
            }
        }
        return design.with(more);
    }

    /**
     * One question answered without a folder.
     *
     * @param about names of the decisions the words fit; the answer is there when it is one
     * @param raised whether the brief raises the question by itself
     */
    public record Answer(
            List<String> about, java.util.Optional<Decision> decision, boolean raised) {
        public Answer {
            about = List.copyOf(about);
        }
    }

    /** The cards of all practices, family by family, sorted by id. */
    public static List<Card> practices() {
        return PracticeCatalogue.ALL.stream()
                .map(Practice::card)
                .sorted(java.util.Comparator.comparing(Card::id))
                .toList();
    }

    /** Names of the questions that {@link #decide} answers. */
    public static List<String> questions() {
        return Asking.all();
    }

    /**
     * Decides one question in words: {@code do we need Kafka?}
     *
     * @param design derived already
     */
    public Answer decide(Design design, String question) {
        List<String> about = Asking.about(question);
        if (about.size() != 1) {
            return new Answer(about, java.util.Optional.empty(), false);
        }
        String name = about.getFirst();
        return new Answer(
                about,
                java.util.Optional.of(Asking.decide(design, catalog, name)),
                Asking.raised(design, name));
    }

    /**
     * Renders, tries the rendered bytes, and writes the document.
     *
     * @param overrides files that people decided on, by path: they replace what is rendered and are
     *     tried like it
     */
    public Outcome publish(
            Design design,
            String brief,
            Map<String, String> overrides,
            boolean trial,
            Consumer<String> progress) {
        Artefacts artefacts = Publisher.artefacts(design).with(overrides);
        Design tried = design;
        Artefacts all = artefacts;
        if (trial) {
            Tried result = Trials.run(design, artefacts, paths(design, artefacts), progress);
            tried = Unconfirmed.lower(design.with(result.evidence()));
            Map<String, String> files = new TreeMap<>(result.files());
            result.measured()
                    .forEach((topic, values) ->
                            files.put(
                                    "evidence/measured/" + topic + ".json",
                                    JSON.writeValueAsString(values) + "\n"));
            all = artefacts.with(files);
        }
        progress.accept("writing the document");
        Artefacts documents = Publisher.documents(tried, all);
        return new Outcome(tried, documents.with(Map.of("brief.yaml", brief)).with(overrides));
    }

    /** Where the rendered files stand that trials read. */
    static Trials.Paths paths(Design design, Artefacts artefacts) {
        List<String> migrations =
                artefacts.files().keySet().stream()
                        .filter(p -> p.matches("db/main/V\\d+__[^/]*\\.sql"))
                        .toList();
        String openapi = OpenApiPublisher.path(design);
        return new Trials.Paths(
                migrations,
                artefacts.files().containsKey(openapi) ? openapi : null,
                DdlPublisher.role(design));
    }

    /**
     * Writes a design's files, all or none.
     *
     * @throws Folder.EditedException when somebody edited a file that would be overwritten
     */
    public static void write(Path folder, Artefacts files, Folder.Edits edits)
            throws IOException, Folder.EditedException {
        Folder.write(folder, files, edits);
    }
}
