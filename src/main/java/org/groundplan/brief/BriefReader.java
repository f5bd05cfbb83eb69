package org.groundplan.brief;

import java.util.List;
import java.util.Set;
import org.groundplan.model.Design;
import org.groundplan.model.Location;
import org.groundplan.model.OwnPractice;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads a YAML brief. All problems are reported together; with an error among them there is no
 * brief.
 */
public final class BriefReader {
    static final Set<String> KEYS =
            Set.of(
                    "name",
                    "summary",
                    "actors",
                    "entities",
                    "useCases",
                    "rules",
                    "integrations",
                    "qualities",
                    "constraints",
                    "design",
                    "answers",
                    "reading");

    private final Problems problems = new Problems();
    private final YamlDoc doc;
    private final Facts facts;

    private BriefReader(String file, String text, java.util.Map<Integer, Location> sources) {
        this.doc = new YamlDoc(file, text, sources, problems);
        this.facts = new Facts(doc, problems);
    }

    /**
     * @param file name to print in diagnostics and origins
     * @param text YAML
     */
    public static Reading read(String file, String text) {
        return read(file, text, java.util.Map.of());
    }

    /**
     * @param practices files with practices of one's own, by the name to print
     */
    public static Reading read(String file, String text, java.util.Map<String, String> practices) {
        return read(file, text, practices, java.util.Map.of());
    }

    /**
     * @param sources the sentence each line was made of, by its number from 1, where prose was read
     */
    public static Reading read(
            String file,
            String text,
            java.util.Map<String, String> practices,
            java.util.Map<Integer, Location> sources) {
        BriefReader reader = new BriefReader(file, text, sources);
        Design stated = reader.brief(text);
        java.util.Map<String, OwnPractice> own = new java.util.TreeMap<>();
        new java.util.TreeMap<>(practices)
                .forEach((name, content) ->
                        PracticeReader.read(name, content, reader.problems)
                                .forEach((id, practice) -> {
                                    if (own.putIfAbsent(id, practice) != null
                                            && practice.origin().at() != null) {
                                        reader.problems.error(
                                                practice.origin().at(),
                                                "a second practice “" + id + "”",
                                                "each id once",
                                                "");
                                    }
                                }));
        Design brief = stated == null ? null : stated.with(own.values());
        List<Diagnostic> found = reader.problems.inOrder();
        boolean broken = brief == null || found.stream().anyMatch(Diagnostic::error);
        return new Reading(broken ? null : brief, found);
    }

    private @Nullable Design brief(String text) {
        Node root = doc.root(text);
        if (root == null) {
            return null;
        }
        if (!(root instanceof MappingNode)) {
            problems.error(
                    doc.at(root),
                    "this is not a YAML brief but plain text or a list",
                    "a mapping with a name and useCases; prose is read from files that end in .md or .txt",
                    "groundplan init   writes a brief of twelve lines to start from");
            return null;
        }
        Fields keys = new Fields(doc, problems, root, "the brief", KEYS, Set.of());
        String name = keys.text("name").orElse("");
        if (name.isEmpty() || !Facts.speaks(name) || name.length() > 120) {
            problems.error(
                    doc.at(keys.node("name").orElse(root)),
                    name.isEmpty()
                            ? "a brief without a name"
                            : "“" + shortened(name) + "” as a name",
                    "a name of letters and digits, at most 120 long",
                    "name: Clinic booking");
        }
        PartyReader parties = new PartyReader(facts);
        LimitReader limits = new LimitReader(facts);
        DesignReader design = new DesignReader(facts);
        keys.node("actors").ifPresent(parties::actors);
        keys.node("entities").ifPresent(new EntityReader(facts)::read);
        keys.node("useCases")
                .ifPresentOrElse(
                        new UseCaseReader(facts)::read,
                        () ->
                                problems.error(
                                        doc.at(root),
                                        "a brief without use cases",
                                        "at least one use case",
                                        "useCases:\n              - name: book a slot"));
        keys.node("integrations").ifPresent(parties::integrations);
        keys.node("rules").ifPresent(node -> new RuleReader(facts).read(node));
        keys.node("qualities").ifPresent(limits::qualities);
        keys.node("constraints").ifPresent(limits::constraints);
        keys.node("design").ifPresent(design::read);
        keys.node("answers").ifPresent(design::answers);
        keys.node("reading").ifPresent(new ReadingReader(facts)::read);
        Design stated = Design.of(name, keys.text("summary").orElse(""), facts.elements());
        return References.check(Completion.of(stated, problems), problems);
    }

    private static String shortened(String name) {
        return name.length() > 60 ? name.substring(0, 57) + "…" : name;
    }
}
