package org.groundplan.brief.prose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.groundplan.brief.BriefReader;
import org.groundplan.brief.Diagnostic;
import org.groundplan.brief.Reading;
import org.groundplan.model.Location;

/**
 * One text on its way to a brief: what was understood, put in order, read by the reader of briefs.
 */
@SuppressWarnings(
        "ReferenceEquality") // the very phrase, clause or sentence, not one that looks like it
final class Assembly {
    private static final Pattern HARD =
            Pattern.compile(
                    "(?i)\\b(?:never|only|must|shall|may not|cannot|at most|no more than|exactly|twice|"
                            + Numerals.MANY
                            + ")\\b|\\d");
    private static final int MOST_REPAIRS = 60;

    private final String file;
    private final Text text;
    private final Understanding u;
    private final Things things;
    private final Uses uses;
    private final Branch brief = new Branch();
    private final List<ProseReading.Pending> confirm = new ArrayList<>();
    private final List<ProseReading.Pending> unused = new ArrayList<>();
    private final List<ProseReading.Pending> unread = new ArrayList<>();
    private final Set<String> dropped = new LinkedHashSet<>();

    Assembly(String file, Text text) {
        this.file = file;
        this.text = text;
        u = Understanding.of(text);
        things = new Things(u);
        uses = new Uses(u, things);
    }

    ProseReading reading() {
        RuleDraft rules = new RuleDraft(u, things, uses);
        Around around = new Around(u);
        unread();
        assemble(rules, around);
        if (uses.all.isEmpty()) {
            return result("", Map.of(), List.of());
        }
        BriefWriter.Written written = write();
        Reading read = BriefReader.read("brief.yaml", written.text());
        for (int i = 0;
                i < MOST_REPAIRS && read.diagnostics().stream().anyMatch(Diagnostic::error);
                i++) {
            if (!repair(written, read)) {
                break;
            }
            written = write();
            read = BriefReader.read("brief.yaml", written.text());
        }
        if (!read.usable() || uses.all.isEmpty()) {
            return result("", Map.of(), read.diagnostics());
        }
        Map<Integer, Location> sources = new HashMap<>();
        List<BriefWriter.Place> places = new ArrayList<>(written.places());
        for (int i = 0; i < places.size(); i++) {
            BriefWriter.Place place = places.get(i);
            if (place != null && place.said() != null) {
                Sentence s = place.said().sentence();
                sources.put(
                        i + 1,
                        new Location(s.at().file(), s.at().line(), s.at().column(), s.text()));
            }
        }
        return result(written.text(), sources, read.diagnostics());
    }

    private ProseReading result(
            String yaml, Map<Integer, Location> sources, List<Diagnostic> problems) {
        long sentences =
                text.sentences().stream().filter(s -> s.kind() != Sentence.Kind.HEADING).count();
        return new ProseReading(
                file,
                "",
                u.facts,
                confirm,
                unread,
                unused,
                yaml,
                sources,
                problems,
                (int) sentences,
                (int)
                        text.sentences().stream()
                                .filter(s ->
                                        s.kind() != Sentence.Kind.HEADING
                                                && understood.contains(s.index()))
                                .count());
    }

    /** Takes out what the reader of briefs does not accept, and says so. */
    private boolean repair(BriefWriter.Written written, Reading read) {
        boolean any = false;
        for (Diagnostic d : read.diagnostics()) {
            int line = d.at().line() - 1;
            BriefWriter.Place place =
                    d.error() && line >= 0 && line < written.places().size()
                            ? written.places().get(line)
                            : null;
            if (place == null || !place.owner().has(place.key())) {
                continue;
            }
            boolean inRules = place.owner() == brief.get("rules");
            boolean name = place.key().equals("name");
            Branch owner = name ? holder(place.owner()) : place.owner();
            String key = name ? keyOf(owner, place.owner()) : place.key();
            if (owner.has(key)) {
                owner.remove(key);
                String what = written.text().lines().skip(line).findFirst().orElse("").strip();
                if (dropped.add(what)) {
                    Location at = place.said() == null ? d.at() : place.said().sentence().at();
                    confirm.add(
                            new ProseReading.Pending(
                                    at,
                                    place.said() == null ? what : place.said().sentence().text(),
                                    "understood as “"
                                            + what
                                            + "”, which does not fit the rest ("
                                            + d.found()
                                            + ") and was left out",
                                    true));
                }
                any = true;
                if (!inRules) {
                    break; // one error can cause the others
                }
            }
        }
        return any;
    }

    private Branch holder(Branch useCase) {
        return brief.get("useCases") instanceof Branch all
                        && all.values().values().stream().anyMatch(v -> v.content() == useCase)
                ? all
                : useCase;
    }

    private static String keyOf(Branch holder, Branch item) {
        return holder.values().entrySet().stream()
                .filter(e -> e.getValue().content() == item)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("name");
    }

    private void assemble(RuleDraft rules, Around around) {
        brief.put("name", title(), null);
        around.called(uses);
        Branch integrations = around.integrations();
        Branch qualities = around.qualities();
        Branch constraints = around.constraints();
        Branch actors = actors();
        Branch entities = things.branch();
        Branch useCases = new Branch();
        int n = 0;
        for (Branch b : uses.branches()) {
            useCases.put("#" + n++, b);
        }
        Branch lines = new Branch();
        n = 0;
        for (RuleDraft.Line line : rules.lines()) {
            boolean shown =
                    u.facts.stream()
                            .anyMatch(f ->
                                    f.kind() == Fact.Kind.RULE
                                            && f.sentence() == line.said().sentence());
            if (line.formal() && !shown) {
                u.facts.add(
                        new Fact(
                                Fact.Kind.RULE,
                                "",
                                line.text(),
                                line.said().sentence(),
                                line.said().start(),
                                Math.min(line.said().end(), line.said().sentence().text().length()),
                                line.said().sure(),
                                List.of()));
            }
            lines.put("#" + n++, line.formal() ? line.text() : "text: " + line.text(), line.said());
            if (!line.formal()) {
                confirm.add(
                        new ProseReading.Pending(
                                line.said().sentence().at(),
                                line.text(),
                                "a rule that is kept as a sentence: nothing enforces it yet",
                                true));
            } else if (line.said().doubtful()) {
                confirm.add(
                        new ProseReading.Pending(
                                line.said().sentence().at(),
                                line.said().quote(),
                                "a doubtful rule: " + line.text(),
                                true));
            }
        }
        brief.put("actors", actors);
        brief.put("entities", entities);
        brief.put("useCases", useCases);
        brief.put("rules", lines);
        brief.put("integrations", integrations);
        brief.put("qualities", qualities);
        brief.put("constraints", constraints);
        doubts(brief);
        unused(rules);
    }

    /** The brief with what is open of it, which grows with every repair. */
    private BriefWriter.Written write() {
        Branch reading = new Branch();
        reading.put("of", file, null);
        list(reading, "confirm", confirm);
        list(reading, "unread", unread.stream().filter(ProseReading.Pending::hard).toList());
        list(reading, "unused", unused);
        if (reading.values().size() > 1) {
            brief.put("reading", reading);
        }
        return BriefWriter.write(brief, head(), foot());
    }

    private static void list(Branch reading, String key, List<ProseReading.Pending> pending) {
        Branch items = new Branch();
        for (String item : pendings(pending)) {
            items.put("#" + items.values().size(), item, null);
        }
        if (!items.values().isEmpty()) {
            reading.put(key, items);
        }
    }

    private static List<String> pendings(List<ProseReading.Pending> list) {
        return list.stream()
                .map(p ->
                        "line "
                                + p.at().line()
                                + ": "
                                + shortened(p.text())
                                + (p.why().isEmpty() ? "" : " – " + shortened(p.why())))
                .distinct()
                .toList();
    }

    private static String shortened(String words) {
        String plain = words.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u0085\\ufeff]", " ");
        return plain.length() <= 220
                ? plain
                : plain.substring(
                                0,
                                plain.offsetByCodePoints(
                                        0, Math.min(200, plain.codePointCount(0, plain.length()))))
                        + " …";
    }

    /** Lines of the brief whose words were not sure. */
    private void doubts(Branch branch) {
        branch.values()
                .forEach((key, value) -> {
                    Said said = value.said();
                    if (value.content() instanceof Branch inner) {
                        if (inner.said != null && inner.said.doubtful()) {
                            String what =
                                    key.startsWith("#") && inner.get("name") instanceof String name
                                            ? "use case: " + name
                                            : key;
                            add(inner.said, "doubtful: " + what);
                        }
                        if (!key.equals("rules")) {
                            doubts(inner);
                        }
                    } else if (said != null
                            && said.doubtful()
                            && value.content() instanceof String words
                            && !key.equals("name")) {
                        add(said, "doubtful: " + (key.startsWith("#") ? "" : key + ": ") + words);
                    }
                });
    }

    private void add(Said said, String why) {
        ProseReading.Pending p =
                new ProseReading.Pending(said.sentence().at(), said.quote(), why, true);
        if (!confirm.contains(p)) {
            confirm.add(p);
        }
    }

    /** What was understood and has no place in the brief. */
    private void unused(RuleDraft rules) {
        unused.addAll(uses.homeless);
        for (Fact f : u.facts) {
            if (f.kind() == Fact.Kind.CONSTRAINT && f.words().getFirst().equals("deadline")) {
                unused.add(
                        new ProseReading.Pending(
                                f.at(), f.quote(), "a date: nothing is derived from it", true));
            }
        }
        for (Figure f : u.figures) {
            boolean sentence =
                    rules.lines().stream()
                            .anyMatch(r ->
                                    !r.formal()
                                            && r.said().sentence() == f.sentence()
                                            && r.said().start() <= f.start()
                                            && r.said().end() >= f.end() - 1);
            if (!u.placed.contains(f) && !sentence) {
                unused.add(
                        new ProseReading.Pending(
                                f.sentence().at(),
                                f.text(),
                                f.role().word()
                                        + (f.subject().isEmpty() ? "" : " of " + f.subject()),
                                true));
            }
        }
    }

    /** Sentences that led to something. */
    private final Set<Integer> understood = new LinkedHashSet<>();

    private Branch actors() {
        Branch branch = new Branch();
        Set<String> used = new LinkedHashSet<>();
        uses.all.values().forEach(x -> used.add(x.actor));
        for (Actors.Actor a : u.actors.all()) {
            boolean needed = used.contains(a.name());
            if (!needed && a.sure() < 90) {
                continue;
            }
            Branch b = new Branch();
            b.said = new Said(a.sentence(), a.start(), a.end(), a.sure());
            if (a.kind().equals("device")) {
                b.put("kind", "device", null);
            }
            for (Figure f : u.figures) {
                String head = Words.last(f.subject());
                boolean his =
                        f.phrase() != null
                                        && (f.subject().equals(a.name())
                                                || a.name().endsWith(" " + f.subject())
                                                || f.phrase().name().equals(a.name())
                                                || head.equals(a.name()))
                                || f.phrase() == null && f.subject().equals(a.name());
                if (his && f.role() == Figure.Role.COUNT && f.unit().isEmpty()) {
                    String part = Gathering.part(f);
                    String key = part.equals("onDuty") ? "onDuty" : part.isEmpty() ? "count" : "";
                    if (!key.isEmpty() && !b.has(key)) {
                        b.put(key, f.number(), Said.of(f, 88));
                        u.placed.add(f);
                    }
                } else if (his && f.role() == Figure.Role.OUTAGE && f.time() && !b.has("offline")) {
                    b.put("offline", f.amount(), Said.of(f, 80));
                    u.placed.add(f);
                }
            }
            branch.put(uses.actorName(a.name()), b);
        }
        return branch;
    }

    private String title() {
        for (Sentence s : text.sentences()) {
            if (s.kind() == Sentence.Kind.HEADING) {
                return clean(s.text());
            }
            if (s.text().length() < 70
                    && !s.text().endsWith(".")
                    && s.index() == 0
                    && s.kind() == Sentence.Kind.PARAGRAPH
                    && text.sentences().size() > 1) {
                return clean(s.text());
            }
            break;
        }
        String name =
                file.replaceFirst(".*[/\\\\]", "")
                        .replaceFirst("\\.[^.]*$", "")
                        .replaceAll("[-_]+", " ")
                        .strip();
        return clean(
                name.isEmpty()
                        ? "brief"
                        : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    }

    private static String clean(String words) {
        String plain =
                words.replaceAll("[^\\p{L}\\p{N} ,.&'()-]+", " ").replaceAll("\\s+", " ").strip();
        String cut = plain.length() > 80 ? plain.substring(0, 80).strip() : plain;
        return cut.chars().anyMatch(Character::isLetterOrDigit) ? cut : "Brief";
    }

    private List<String> head() {
        return List.of(
                "What Groundplan understood of "
                        + clean(file)
                        + ". Numbers before a sentence are lines of that text;",
                "“?” marks what is doubtful. Change anything: what you write here wins over the prose.");
    }

    private List<String> foot() {
        return unread.stream()
                .filter(p -> !p.hard())
                .limit(100)
                .map(p -> "not understood, line " + p.at().line() + ": " + shortened(p.text()))
                .toList();
    }

    /** Sentences that led to no fact. */
    private void unread() {
        u.facts.forEach(f -> understood.add(f.sentence().index()));
        things.things()
                .forEach(t -> {
                    understood.add(t.said.sentence().index());
                    if (t.stated != null) {
                        understood.add(t.stated.sentence().index());
                    }
                    if (t.kept != null) {
                        understood.add(t.kept.sentence().index());
                    }
                });
        for (Sentence s : text.sentences()) {
            boolean head = s.kind() == Sentence.Kind.HEADING;
            if (!understood.contains(s.index())
                    && !head
                    && s.text().codePoints().anyMatch(Character::isLetterOrDigit)) {
                unread.add(
                        new ProseReading.Pending(
                                s.at(), s.text(), "", HARD.matcher(s.text()).find()));
            }
        }
    }
}
