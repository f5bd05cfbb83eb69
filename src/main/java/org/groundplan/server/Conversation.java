package org.groundplan.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.groundplan.Consultation;
import org.groundplan.Deciding;
import org.groundplan.Explanation;
import org.groundplan.Folder;
import org.groundplan.Groundplan;
import org.groundplan.brief.Diagnostic;
import org.groundplan.brief.Reading;
import org.groundplan.brief.prose.ProseReading;
import org.groundplan.model.Assumption;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import org.groundplan.model.Entity;
import org.groundplan.model.Evidence;
import org.groundplan.model.Finding;
import org.groundplan.model.Module;
import org.groundplan.model.Question;
import org.groundplan.model.Rule;
import org.groundplan.model.UseCase;
import org.jspecify.annotations.Nullable;

/** One conversation with an agent: its brief, what was designed from it, and what it asks. */
final class Conversation {
    static final int PAGE = 7_000;
    private static final int MOST = 12;
    private static final int MOST_QUESTIONS = 8;
    private static final int MOST_TEXT = 2_000_000;
    private static final String NEEDED =
            """
            There is no brief yet. Call submit_brief with YAML; only name and one use case are required:
            name: Clinic booking
            actors: { Patient: { count: 60k } }
            entities:
              Slot: { fields: { startsAt: instant, endsAt: instant, status: [free, booked] } }
            useCases:
              - { name: book a slot, actor: Patient, writes: [Slot], rate: { average: 9000 per day, peak: 60 % in 2 hours } }
            rules:
              - "Slot.status: free -> booked"
            qualities: { availability: 99.9 % }
            Take the facts from the conversation; leave out what nobody said, it will be assumed and listed.\
            """;

    private final Groundplan groundplan = new Groundplan();
    private final Path home;
    private String text = "";
    private @Nullable Design derived;
    private Groundplan.@Nullable Outcome outcome;

    /**
     * @param home the only folder below which designs are written
     */
    Conversation(Path home) {
        this.home = home.toAbsolutePath().normalize();
    }

    Tool.Answer submit(Map<String, Object> arguments, Consumer<String> progress) {
        String brief = String.valueOf(arguments.getOrDefault("brief", ""));
        if (brief.length() > MOST_TEXT) {
            return Tool.Answer.wrong("The brief is larger than 2 MB; a brief is a few pages.");
        }
        return submitted(brief, groundplan.read("brief.yaml", brief));
    }

    /** Prose to a brief, which is handed in at once. */
    Tool.Answer prose(Map<String, Object> arguments, Consumer<String> progress) {
        String page = String.valueOf(arguments.getOrDefault("prose", ""));
        ProseReading prose = groundplan.prose("prose.md", page);
        if (!prose.usable()) {
            return Tool.Answer.wrong(
                    prose.refused().isEmpty()
                            ? "No use case was found: say who does what, e.g. “Members reserve books”."
                            : "Not read: " + prose.refused() + ".");
        }
        Tool.Answer answer =
                submitted(prose.yaml(), groundplan.read(prose, prose.yaml(), Map.of()));
        Map<String, Object> result = new LinkedHashMap<>(answer.structured());
        result.put("brief", prose.yaml());
        result.put("confirm", pending(prose.confirm()));
        result.put("unread", pending(prose.unread()));
        result.put("unused", pending(prose.unused()));
        result.put(
                "next",
                "Show the user what was understood and what was not; correct the YAML, submit_brief, then questions.");
        return new Tool.Answer(
                cut(
                        prose.understood()
                                + " of "
                                + prose.sentences()
                                + " sentences led to facts; to confirm: "
                                + prose.confirm().size()
                                + ", not understood: "
                                + prose.unread().size()
                                + ".\n\n"
                                + prose.yaml(),
                        PAGE),
                result,
                false);
    }

    private static List<String> pending(List<ProseReading.Pending> all) {
        return all.stream()
                .limit(MOST)
                .map(p -> cut("line " + p.at().line() + ": " + p.text() + " " + p.why(), 300))
                .toList();
    }

    /** What is open, the most consequential first. */
    Tool.Answer questions(Map<String, Object> arguments, Consumer<String> progress) {
        if (derived == null) {
            return Tool.Answer.wrong(NEEDED);
        }
        List<Map<String, Object>> open = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Consultation.Open q :
                Consultation.of(groundplan, text, Map.of())
                        .map(Consultation::open)
                        .orElse(List.of())
                        .stream()
                        .limit(MOST_QUESTIONS)
                        .toList()) {
            open.add(
                    Map.of(
                            "id", q.id(),
                            "question", cut(q.text(), 300),
                            "taken", cut(q.taken(), 200),
                            "range", cut(q.range(), 200),
                            "hangs", cut(q.hangs(), 300),
                            "path", q.path()));
            lines.add(cut(q.text(), 300) + " (taken: " + cut(q.taken(), 120) + ")");
        }
        return new Tool.Answer(
                cut(String.join("\n", lines), PAGE), Map.of("questions", open), false);
    }

    private Tool.Answer submitted(String brief, Reading reading) {
        List<String> diagnostics =
                reading.diagnostics().stream().map(Diagnostic::print).limit(MOST).toList();
        Map<String, Object> result = new LinkedHashMap<>();
        Design stated = reading.brief();
        result.put("accepted", stated != null);
        if (stated == null) {
            String next =
                    "Correct the errors and call submit_brief again; the brief before this one stays.";
            result.put("diagnostics", diagnostics);
            result.put("next", next);
            return new Tool.Answer(
                    cut(String.join("\n", diagnostics), PAGE) + "\n" + next, result, false);
        }
        text = brief;
        derived = groundplan.derive(stated, reading.diagnostics());
        outcome = null;
        List<Map<String, Object>> rules = new ArrayList<>();
        for (Rule rule : stated.all(Rule.class).stream().limit(MOST).toList()) {
            rules.add(
                    Map.of(
                            "rule", cut(rule.text(), 160),
                            "understood", cut(rule.paraphrase(), 240),
                            "forbids", cut(rule.counterexample(), 160)));
        }
        int entities = stated.all(Entity.class).size();
        int useCases = stated.all(UseCase.class).size();
        String next =
                "Check the rules against what the user meant, then call assumptions, or design.";
        result.put("name", stated.name());
        result.put("entities", entities);
        result.put("useCases", useCases);
        result.put("diagnostics", diagnostics.stream().map(d -> cut(d, 300)).limit(4).toList());
        result.put("rules", rules);
        result.put("next", next);
        int left = stated.all(Rule.class).size() - rules.size();
        return new Tool.Answer(
                stated.name()
                        + ": "
                        + entities
                        + " entities, "
                        + useCases
                        + " use cases, "
                        + stated.all(Rule.class).size()
                        + " rules"
                        + (left > 0 ? " (" + left + " more are in findings.md)" : "")
                        + ". "
                        + next,
                result,
                false);
    }

    Tool.Answer assumptions(Map<String, Object> arguments, Consumer<String> progress) {
        Design design = derived;
        if (design == null) {
            return Tool.Answer.wrong(NEEDED);
        }
        List<Assumption> all = design.all(Assumption.class);
        int pages = Math.max(1, (all.size() + MOST - 1) / MOST);
        int page = page(arguments);
        if (page > pages) {
            return Tool.Answer.wrong(
                    "There are " + pages + " pages; ask for page 1 to " + pages + ".");
        }
        List<Map<String, Object>> assumed = new ArrayList<>();
        for (Assumption a : all.stream().skip((page - 1L) * MOST).limit(MOST).toList()) {
            assumed.add(Map.of("what", a.text(), "value", a.value(), "ifWrong", a.ifWrong()));
        }
        List<Map<String, Object>> questions = new ArrayList<>();
        for (Question q : design.all(Question.class).stream().limit(MOST).toList()) {
            questions.add(
                    Map.of(
                            "id", q.id().replaceFirst("^question:", ""),
                            "question", q.text(),
                            "taken", q.defaultAnswer()));
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("assumptions", assumed);
        result.put("questions", questions);
        result.put("page", page);
        result.put("pages", pages);
        return new Tool.Answer(
                all.size()
                        + " assumptions and "
                        + design.all(Question.class).size()
                        + " questions, page "
                        + page
                        + " of "
                        + pages
                        + ". Ask the user about those that would change much; write the answers into the brief and submit it again, or call design.",
                result,
                false);
    }

    Tool.Answer design(Map<String, Object> arguments, Consumer<String> progress) {
        Design design = derived;
        if (design == null) {
            return Tool.Answer.wrong(NEEDED);
        }
        Path folder = null;
        if (arguments.get("folder") instanceof String name && !name.isBlank()) {
            folder = home.resolve(name).normalize();
            if (Path.of(name).isAbsolute() || !folder.startsWith(home) || folder.equals(home)) {
                return Tool.Answer.wrong(
                        "folder has to be relative and below the working folder, for example design.");
            }
        }
        boolean trial = !Boolean.FALSE.equals(arguments.get("trial"));
        Groundplan.Outcome made;
        try {
            made =
                    groundplan.publish(
                            design,
                            text,
                            folder == null ? Map.of() : Folder.overrides(folder),
                            trial,
                            progress);
            if (folder != null) {
                Groundplan.write(folder, made.files(), Folder.Edits.STOP);
            }
        } catch (Folder.EditedException e) {
            return Tool.Answer.wrong(
                    "Somebody edited files in that folder, so nothing was written: "
                            + cut(String.join(", ", e.paths()), 1000)
                            + ". Call check with these versions, or name another folder.");
        } catch (IOException e) {
            return Tool.Answer.wrong("The folder could not be written: " + e.getMessage());
        }
        outcome = made;
        return summary(made, trial);
    }

    private static Tool.Answer summary(Groundplan.Outcome made, boolean trial) {
        Design design = made.design();
        Map<String, Integer> evidence = new TreeMap<>();
        design.all(Evidence.class)
                .forEach(e -> evidence.merge(e.verdict().word(), 1, Integer::sum));
        List<String> broken =
                made.broken().stream()
                        .map(e -> cut(e.claim() + ": " + e.how(), 300))
                        .limit(5)
                        .toList();
        String status =
                !broken.isEmpty()
                        ? "broken"
                        : !made.errors().isEmpty() ? "errors" : trial ? "held" : "not tried";
        List<String> findings =
                design.all(Finding.class).stream()
                        .sorted(
                                java.util.Comparator.comparing(Finding::severity)
                                        .thenComparing(
                                                java.util.Comparator.comparingInt(Finding::weight)
                                                        .reversed())
                                        .thenComparing(Finding::id))
                        .map(f -> cut(f.severity().word() + ": " + f.message(), 220))
                        .limit(6)
                        .toList();
        String next =
                status.equals("held") || status.equals("not tried")
                        ? "Read ARCHITECTURE.md#1 with get, then the sections you need."
                        : "Read what broke, correct the brief (rules may contradict each other) and submit it again.";
        Map<String, Object> result = new LinkedHashMap<>();
        String summary =
                design.name()
                        + ": "
                        + design.all(UseCase.class).size()
                        + " use cases, "
                        + design.all(Module.class).size()
                        + " modules, "
                        + evidence;
        result.put("status", status);
        result.put("summary", summary);
        result.put("evidence", evidence);
        result.put("broken", broken);
        result.put("findings", findings);
        result.put(
                "modules",
                design.all(Module.class).stream()
                        .map(m -> cut(m.name() + ": " + String.join(", ", m.owns()), 120))
                        .limit(MOST)
                        .toList());
        result.put(
                "decisions",
                design.all(Decision.class).stream()
                        .map(d -> cut(d.question() + ": " + d.chosen(), 120))
                        .limit(MOST)
                        .toList());
        result.put("files", made.files().files().size());
        result.put("next", next);
        return new Tool.Answer(status + ". " + summary + ". " + next, result, false);
    }

    Tool.Answer get(Map<String, Object> arguments, Consumer<String> progress) {
        Groundplan.Outcome made = outcome;
        if (made == null) {
            return Tool.Answer.wrong(
                    derived == null ? NEEDED : "Nothing is designed yet: call design first.");
        }
        String part = String.valueOf(arguments.getOrDefault("part", "")).strip();
        String content = new Parts(made.files()).find(part);
        if (content == null) {
            return Tool.Answer.wrong(
                    "There is no part “"
                            + cut(part, 100)
                            + "”. Use files for the list of paths, ARCHITECTURE.md#1 to #7 for a section, or an element's id as explain prints it.");
        }
        List<String> pages = Parts.pages(content, PAGE);
        int page = page(arguments);
        if (page > pages.size()) {
            return Tool.Answer.wrong(part + " has " + pages.size() + " pages.");
        }
        return Tool.Answer.text(
                "["
                        + part
                        + ", page "
                        + page
                        + " of "
                        + pages.size()
                        + "]\n"
                        + pages.get(page - 1));
    }

    Tool.Answer explain(Map<String, Object> arguments, Consumer<String> progress) {
        Groundplan.Outcome made = outcome;
        if (made == null) {
            return Tool.Answer.wrong(
                    derived == null ? NEEDED : "Nothing is designed yet: call design first.");
        }
        String name = String.valueOf(arguments.getOrDefault("name", "")).strip();
        Explanation explanation = Explanation.of(made.files().text("design.json"), name);
        if (explanation.isEmpty()) {
            return Tool.Answer.wrong(
                    "Nothing is called “"
                            + cut(name, 100)
                            + "”"
                            + (explanation.near().isEmpty()
                                    ? "."
                                    : "; near: " + String.join(", ", explanation.near()) + "."));
        }
        return Tool.Answer.text(cut(explanation.print(), PAGE));
    }

    Tool.Answer decide(Map<String, Object> arguments, Consumer<String> progress) {
        Design design = derived;
        if (design == null) {
            return Tool.Answer.wrong(NEEDED);
        }
        String question = cut(String.valueOf(arguments.getOrDefault("question", "")).strip(), 500);
        Groundplan.Answer answer = groundplan.decide(design, question);
        return answer.decision()
                .map(d ->
                        Tool.Answer.text(
                                cut(Deciding.print(design, d, question, answer.raised()), PAGE)))
                .orElseGet(() ->
                        Tool.Answer.wrong(
                                "Ask about one of: "
                                        + String.join(
                                                ", ",
                                                answer.about().isEmpty()
                                                        ? Groundplan.questions()
                                                        : answer.about())
                                        + "."));
    }

    Tool.Answer check(Map<String, Object> arguments, Consumer<String> progress) {
        Design design = derived;
        if (design == null) {
            return Tool.Answer.wrong(NEEDED);
        }
        Groundplan.Outcome rendered = groundplan.publish(design, text, Map.of(), false, _ -> {});
        Map<String, String> overrides = new TreeMap<>();
        if (arguments.get("files") instanceof Map<?, ?> files) {
            for (Map.Entry<?, ?> file : files.entrySet()) {
                String path = String.valueOf(file.getKey());
                String content = String.valueOf(file.getValue());
                boolean known =
                        rendered.files().files().containsKey(path) && path.matches("(db|api)/.*");
                if (!known || content.length() > MOST_TEXT) {
                    return Tool.Answer.wrong(
                            "“"
                                    + cut(path, 200)
                                    + "” is not a file of this design under db/ or api/ (or is larger than 2 MB). Use get with part files for the paths.");
                }
                overrides.put(path, content);
            }
        }
        Groundplan.Outcome tried = groundplan.publish(design, text, overrides, true, progress);
        List<String> broken =
                tried.broken().stream()
                        .map(e -> cut(e.claim() + ": " + e.how(), 400))
                        .limit(8)
                        .toList();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("held", broken.isEmpty());
        result.put("broken", broken);
        result.put("claims", tried.design().all(Evidence.class).size());
        return new Tool.Answer(
                broken.isEmpty()
                        ? "Everything that was tried held."
                        : "Broken: " + broken.getFirst(),
                result,
                false);
    }

    private static int page(Map<String, Object> arguments) {
        return arguments.get("page") instanceof Number n ? Math.max(1, n.intValue()) : 1;
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
