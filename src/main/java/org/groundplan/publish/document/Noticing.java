package org.groundplan.publish.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.groundplan.model.Conflict;
import org.groundplan.model.Design;
import org.groundplan.model.Noticed;
import org.groundplan.model.Question;

/**
 * What was noticed, divided among the sections: the strongest shape section 1, not two of one
 * family; the next stand in the section they belong to; all of them in findings.md.
 */
final class Noticing {
    private static final int SHAPING = 4;
    private static final int CONFLICTS = 2;
    private static final int EACH = 2;
    private static final int LEAST = 60;
    private static final int QUESTIONS = 7;
    private static final Map<String, Integer> SECTIONS = sections();

    /** What a conflict says better: not said again beside it. */
    private static final Map<String, List<String>> SAID_BY =
            Map.ofEntries(
                    Map.entry("conf.exactly-vs-partner", List.of("intg.exactly-once-three-ways")),
                    Map.entry("conf.freshness-vs-sampling", List.of("iot.freshness-budget")),
                    Map.entry(
                            "conf.budget-vs-usage",
                            List.of("cost.third-party-first", "cost.over-budget")),
                    Map.entry("conf.two-sites-auto", List.of("ha.third-voter")),
                    Map.entry(
                            "conf.availability-vs-staff", List.of("org.no-on-call", "ha.minutes")),
                    Map.entry("conf.sla-vs-maintenance", List.of("intg.async-when-weaker")),
                    Map.entry("conf.order-vs-fresh", List.of("iot.backfill")),
                    Map.entry(
                            "conf.keep-vs-budget",
                            List.of("iot.tiers", "cost.over-budget", "dr.restore-time")));

    private final List<Noticed> shaping = new ArrayList<>();
    private final List<Conflict> conflicts;
    private final Map<Integer, List<Noticed>> rest = new HashMap<>();
    private final Set<String> shown = new HashSet<>();
    private final Design design;

    private Noticing(Design design) {
        this.design = design;
        List<Noticed> all =
                Noticed.of(design).stream().filter(n -> !n.kind().startsWith("brief.")).toList();
        this.conflicts =
                all.stream()
                        .filter(Noticed::conflict)
                        .limit(CONFLICTS)
                        .flatMap(n -> design.find(Conflict.class, n.id()).stream())
                        .toList();
        conflicts.forEach(c -> shown.add(c.id()));
        Set<String> said = new HashSet<>();
        conflicts.forEach(c -> said.addAll(SAID_BY.getOrDefault(c.kind(), List.of())));
        all.stream().filter(n -> said.contains(n.kind())).forEach(n -> shown.add(n.id()));
        Set<String> families = new HashSet<>();
        for (Noticed n : all) {
            boolean fits = !n.conflict() && !shown.contains(n.id());
            if (fits && shaping.size() < SHAPING && families.add(family(n.kind()))) {
                shaping.add(n);
                shown.add(n.id());
            }
        }
        for (Noticed n : all) {
            int section = SECTIONS.getOrDefault(family(n.kind()), 7);
            List<Noticed> there = rest.computeIfAbsent(section, _ -> new ArrayList<>());
            boolean again = there.stream().anyMatch(o -> o.kind().equals(n.kind()));
            if (!shown.contains(n.id()) && n.weight() >= LEAST && there.size() < EACH && !again) {
                there.add(n);
                shown.add(n.id());
            }
        }
    }

    static Noticing of(Design design) {
        return design.memo(Noticing.class, Noticing::new);
    }

    private static Map<String, Integer> sections() {
        Map<String, Integer> result = new HashMap<>();
        Map.of(
                        2, "load ha iot chat flash book latency",
                        3, "flow intg notify state org boundary style geo",
                        4, "api inv rule",
                        5, "money schema priv tenant data rep search retention dr",
                        6, "cache cost file coverage decision",
                        7, "iam access deploy privacy")
                .forEach((section, families) -> {
                    for (String family : families.split(" ")) {
                        result.put(family, section);
                    }
                });
        return result;
    }

    private static String family(String kind) {
        return kind.substring(0, Math.max(0, kind.indexOf('.')));
    }

    /** Section 1: what cannot both hold, then what shapes the design. */
    void first(Md md) {
        if (!conflicts.isEmpty()) {
            md.heading(3, "What cannot both hold");
            for (Conflict c : conflicts) {
                md.text(
                        "**"
                                + org.groundplan.model.Names.sentence(c.title())
                                + ".** "
                                + (c.sentences().isEmpty()
                                        ? ""
                                        : String.join(" and ", c.sentences()) + ". ")
                                + c.arithmetic());
                List<String> options = new ArrayList<>();
                for (int i = 0; i < c.options().size(); i++) {
                    Conflict.Option o = c.options().get(i);
                    options.add(
                            (i == c.taken() ? "**Assumed until answered:** " : "Or: ")
                                    + o.what()
                                    + " – "
                                    + o.price()
                                    + ".");
                }
                md.list(options);
            }
        }
        md.heading(3, "What shapes the design");
        md.list(shaping.stream().map(Noticing::line).toList());
        int later = rest.values().stream().mapToInt(List::size).sum();
        long more =
                Noticed.of(design).stream().filter(n -> !n.kind().startsWith("brief.")).count()
                        - conflicts.size()
                        - shaping.size()
                        - later;
        md.text(
                later
                        + (later == 1
                                ? " more stands in the section it belongs to"
                                : " more stand in the sections they belong to")
                        + (more > 0
                                ? "; "
                                        + more
                                        + (more == 1 ? " other" : " others")
                                        + ", with every rule as it was understood, in [findings.md](findings.md)."
                                : "."));
    }

    /** The end of a later section. */
    void section(int number, Md md) {
        List<Noticed> here = rest.getOrDefault(number, List.of());
        if (!here.isEmpty()) {
            md.heading(3, number == 7 ? "Also noticed" : "Noticed here");
            md.list(here.stream().map(Noticing::line).toList());
        }
    }

    /** The questions that go with the strongest, at most seven. */
    List<Question> questions() {
        Map<String, Integer> rank = new HashMap<>();
        List<Noticed> all = Noticed.of(design);
        for (int i = 0; i < all.size(); i++) {
            rank.putIfAbsent(all.get(i).id().replaceFirst("^[a-z]+:", ""), i);
        }
        return design.all(Question.class).stream()
                .sorted(
                        java.util.Comparator.comparingInt((Question q) ->
                                        rank.getOrDefault(
                                                q.id().replaceFirst("^[a-z]+:", ""), all.size()))
                                .thenComparing(Question::id))
                .limit(QUESTIONS)
                .toList();
    }

    private static String line(Noticed n) {
        return n.said() + (n.advice().isEmpty() ? "" : " *" + n.advice() + "*");
    }
}
