package org.groundplan.brief.prose;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Integrations, qualities and constraints of the brief. */
@SuppressWarnings(
        "ReferenceEquality") // the very phrase, clause or sentence, not one that looks like it
final class Around {
    private final Understanding u;
    private final Uses uses;

    Around(Understanding understanding, Uses uses) {
        this.u = understanding;
        this.uses = uses;
    }

    // ---- other systems ----

    Branch integrations() {
        Map<String, List<Fact>> byName = new LinkedHashMap<>();
        for (Fact f : u.facts) {
            if (f.kind() == Fact.Kind.INTEGRATION) {
                byName.computeIfAbsent(name(f), _ -> new ArrayList<>()).add(f);
            }
        }
        // a named provider is the payment provider
        for (String purpose : List.of("payment", "sms", "email", "identity")) {
            String generic = Surroundings.channelName(purpose);
            String named =
                    byName.entrySet().stream()
                            .filter(e ->
                                    !e.getKey().equals(generic)
                                            && e.getValue()
                                                    .getFirst()
                                                    .words()
                                                    .get(1)
                                                    .equals(purpose))
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse("");
            if (!named.isEmpty() && byName.containsKey(generic)) {
                List<Fact> both = byName.get(named);
                List<Fact> rest = byName.remove(generic);
                if (both != null && rest != null) {
                    both.addAll(rest);
                }
            }
        }
        // "the partner's API" is the banking partner's
        for (String name : List.copyOf(byName.keySet())) {
            String longer =
                    byName.keySet().stream()
                            .filter(o ->
                                    !o.equals(name)
                                            && o.toLowerCase(Locale.ROOT)
                                                    .endsWith(" " + name.toLowerCase(Locale.ROOT)))
                            .findFirst()
                            .orElse("");
            List<Fact> all = byName.get(longer);
            List<Fact> same = byName.get(name);
            if (all != null && same != null) {
                all.addAll(same);
                byName.remove(name);
            }
        }
        Branch branch = new Branch();
        byName.forEach((name, facts) -> {
            if (facts.stream().allMatch(Fact::doubtful)
                    && facts.size() < 2
                    && facts.getFirst().words().get(1).isEmpty()) {
                return;
            }
            branch.put(name, integration(name, facts));
        });
        return branch;
    }

    private static String name(Fact f) {
        String words =
                f.name()
                        .replaceFirst("(?i)^(?:our|the|an?|its|their) ", "")
                        .replaceAll("'s\\b", "")
                        .strip();
        return words.isEmpty()
                ? f.name()
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private Branch integration(String name, List<Fact> facts) {
        Branch b = new Branch();
        b.said = Said.of(facts.getFirst());
        String purpose = facts.getFirst().words().get(1);
        boolean in =
                facts.stream()
                        .anyMatch(f ->
                                purpose.equals("email")
                                        && f.text()
                                                .matches(
                                                        "(?is).*\\b(?:write|writes|send us|get|receive)s?\\b[^.]*e-?mails?\\b.*(?:\\bas\\b|\\bticket|\\bback\\b).*"));
        boolean from =
                facts.stream()
                        .anyMatch(f ->
                                f.text()
                                        .matches(
                                                "(?is).*\\b(?:read|reads|imported|import|fetched|received|come|comes|arrive|delivered) from\\b.*"));
        boolean out =
                facts.stream()
                        .anyMatch(f ->
                                f.text()
                                        .matches(
                                                "(?is).*\\b(?:by|via|through|to|sends?|gets? an|out)\\b.*"));
        b.put("direction", in || from && !out ? (out && in ? "both" : "in") : "out", null);
        if (purpose.equals("email")) {
            b.put("protocol", "smtp", null);
        }
        if (!purpose.isEmpty()) {
            b.put("purpose", purpose, null);
        }
        for (Figure f : u.figures) {
            if (!of(name, facts, f)) {
                continue;
            }
            if (f.role() == Figure.Role.LIMIT
                    && f.per().matches("second|minute|hour|day")
                    && !b.has("limit")) {
                b.put("limit", Uses.plain(f.value()) + " per " + f.per(), Said.of(f, 88));
                uses.placed.add(f);
            } else if (f.role() == Figure.Role.OUTAGE && f.time() && !b.has("outage")) {
                b.put(
                        "outage",
                        Uses.plain(f.value())
                                + " "
                                + f.unit()
                                + (f.value().compareTo(BigDecimal.ONE) == 0 ? "" : "s"),
                        Said.of(f, 85));
                uses.placed.add(f);
            } else if (f.role() == Figure.Role.LATENCY
                    && f.time()
                    && !uses.placed.contains(f)
                    && !b.has("latency")) {
                b.put(
                        "latency",
                        (f.percentile().isEmpty() ? "p95" : f.percentile())
                                + " "
                                + Uses.plain(f.value())
                                + (f.unit().equals("millisecond")
                                        ? " ms"
                                        : f.unit().equals("second") ? " s" : " " + f.unit()),
                        Said.of(f, 75));
                uses.placed.add(f);
            } else if (f.role() == Figure.Role.AVAILABILITY
                    && !uses.placed.contains(f)
                    && !b.has("availability")) {
                b.put(
                        "availability",
                        Uses.plain(f.value().movePointRight(2)) + " %",
                        Said.of(f, 80));
                uses.placed.add(f);
            }
        }
        return b;
    }

    /** A number of the same sentence, or of a bullet below it. */
    private boolean of(String name, List<Fact> facts, Figure f) {
        if (f.role() == Figure.Role.LATENCY || f.role() == Figure.Role.AVAILABILITY) {
            return facts.stream()
                    .anyMatch(x -> x.sentence() == f.sentence() && x.start() < f.start());
        }
        String head = name.toLowerCase(Locale.ROOT).replaceFirst(".* ", "");
        for (Fact x : facts) {
            boolean here = x.sentence() == f.sentence();
            boolean below =
                    f.sentence().level() > 1
                            && x.sentence().index() < f.sentence().index()
                            && x.sentence().level() == f.sentence().level() - 1
                            && x.sentence().index() >= f.sentence().index() - 3
                            && between(x, f);
            boolean named =
                    f.sentence()
                                    .text()
                                    .toLowerCase(Locale.ROOT)
                                    .contains(name.toLowerCase(Locale.ROOT))
                            || f.subject().contains(head)
                                    && head.length() > 3
                                    && !head.equals("provider");
            boolean partner =
                    f.subject().matches(".*\\b(?:api|partner)\\b.*")
                            && name.toLowerCase(Locale.ROOT).contains("partner");
            if (here || below || named || partner) {
                return true;
            }
        }
        return false;
    }

    private boolean between(Fact x, Figure f) {
        return u.text.sentences().subList(x.sentence().index() + 1, f.sentence().index()).stream()
                .allMatch(s -> s.level() == f.sentence().level());
    }

    // ---- qualities ----

    Branch qualities() {
        Branch b = new Branch();
        for (Figure f : u.figures) {
            if (uses.placed.contains(f)) {
                continue;
            }
            String near = Roles.near(f).toLowerCase(Locale.ROOT);
            String time =
                    f.time()
                            ? Uses.plain(f.value())
                                    + " "
                                    + switch (f.unit()) {
                                        case "second" -> "s";
                                        case "minute" -> "min";
                                        case "hour" -> "h";
                                        case "millisecond" -> "ms";
                                        default -> f.unit() + "s";
                                    }
                            : "";
            if (f.role() == Figure.Role.AVAILABILITY
                    && f.value().compareTo(BigDecimal.ONE) < 0
                    && !b.has("availability")) {
                b.put(
                        "availability",
                        Uses.plain(f.value().movePointRight(2)) + " %",
                        Said.of(f, 88));
                uses.placed.add(f);
            } else if (f.role() == Figure.Role.LATENCY
                    && f.time()
                    && !b.has("latency")
                    && !f.percentile().isEmpty()) {
                b.put("latency", f.percentile() + " " + time, Said.of(f, 75));
                uses.placed.add(f);
            } else if (f.role() == Figure.Role.RECOVERY
                    && (near.matches("(?s).*\\b(?:los[est]\\w*|rpo|go back|lost)\\b.*")
                            && !before(f)
                                    .matches(
                                            "(?s).*\\b(?:back within|back in|rto|restore\\w*|running again|up again)\\b[^,;]*"))
                    && !b.has("rpo")) {
                b.put("rpo", f.value().signum() == 0 ? "0 s" : time, Said.of(f, 85));
                uses.placed.add(f);
            } else if (f.role() == Figure.Role.RECOVERY
                    && f.value().signum() > 0
                    && !b.has("rto")) {
                b.put("rto", time, Said.of(f, 82));
                uses.placed.add(f);
            }
        }
        growth(b);
        return b;
    }

    static String before(Figure f) {
        return f.sentence().text().substring(0, f.start()).toLowerCase(Locale.ROOT);
    }

    private void growth(Branch b) {
        for (Figure f : u.figures) {
            if (f.role() != Figure.Role.GROWTH || b.has("growth")) {
                continue;
            }
            Figure time =
                    u.figures.stream()
                            .filter(t ->
                                    t.sentence() == f.sentence()
                                            && t.role() == Figure.Role.GROWTH
                                            && t.time())
                            .findFirst()
                            .orElse(null);
            if (f.unit().equals("x")) {
                String span =
                        time == null
                                ? before(f).matches("(?s).*\\b(?:next|this|coming)\\b.*")
                                        ? "1 year"
                                        : ""
                                : Uses.plain(time.value())
                                        + " "
                                        + time.unit()
                                        + (time.value().compareTo(BigDecimal.ONE) == 0 ? "" : "s");
                if (!span.isEmpty()) {
                    b.put("growth", Uses.plain(f.value()) + "x in " + span, Said.of(f, 85));
                    uses.placed.add(f);
                    if (time != null) {
                        uses.placed.add(time);
                    }
                } else {
                    // no time said: two years is the horizon that is planned for, and it is asked
                    b.put("growth", Uses.plain(f.value()) + "x in 2 years", Said.of(f, 45));
                    uses.placed.add(f);
                }
            } else if (f.unit().equals("%") && f.sentence().kind() != Sentence.Kind.ROW) {
                BigDecimal factor = BigDecimal.ONE.add(f.value()).round(new MathContext(4));
                b.put("growth", Uses.plain(factor) + "x in 1 year", Said.of(f, 75));
                uses.placed.add(f);
            }
        }
    }

    // ---- constraints ----

    Branch constraints() {
        Branch b = new Branch();
        Set<String> laws = new LinkedHashSet<>();
        Set<String> languages = new LinkedHashSet<>();
        Set<String> products = new LinkedHashSet<>();
        Set<String> places = new LinkedHashSet<>();
        Said law = null;
        Said where = null;
        Said runs = null;
        String cloud = "";
        for (Fact f : u.facts) {
            if (f.kind() != Fact.Kind.CONSTRAINT) {
                continue;
            }
            String kind = f.words().getFirst();
            String name = f.name();
            switch (kind) {
                case "compliance" -> {
                    if (!name.startsWith("not ")) {
                        laws.add(f.quote());
                        law = law == null ? Said.of(f) : law;
                    }
                }
                case "technology" ->
                        (name.matches(Surroundings.LANGUAGES) ? languages : products)
                                .add(name.matches("golang") ? "go" : name);
                case "cloud" -> {
                    if (cloud.isEmpty() && !name.matches("any cloud|no cloud")) {
                        cloud =
                                name.matches("google cloud.*")
                                        ? "gcp"
                                        : name.matches("amazon.*")
                                                ? "aws"
                                                : name.matches("our own.*|on-?prem.*|bare metal")
                                                        ? "on-premises"
                                                        : name;
                        runs = Said.of(f);
                    }
                }
                case "place" -> {
                    if (name.matches(
                                    "eu|eea|european union|uk|united kingdom|us|usa|u\\.s\\.|united states|europe|\\p{L}{4,}")
                            && f.text()
                                    .matches(
                                            "(?is).*\\b(?:data|host\\w*|stay|stored|within|region|cent(?:er|re)s?|remain|servers?)\\b.*")) {
                        places.add(name.length() < 4 ? name.toUpperCase(Locale.ROOT) : f.quote());
                        where = where == null ? Said.of(f) : where;
                    }
                }
                default -> {}
            }
        }
        if (!cloud.isEmpty()) {
            b.put("runsOn", cloud, runs);
        }
        if (!places.isEmpty()) {
            b.put("residency", List.copyOf(places), where);
        }
        sites(b);
        budget(b);
        List<String> own =
                products.stream().filter(p -> !p.matches("docker|terraform|graphql|grpc")).toList();
        if (!own.isEmpty()) {
            b.put("uses", own, null);
        }
        if (!laws.isEmpty()) {
            b.put("compliance", List.copyOf(laws), law);
        }
        List<Branch> teams = new Teams(u, uses).teams(List.copyOf(languages));
        if (!teams.isEmpty()) {
            Branch holder = new Branch();
            for (int i = 0; i < teams.size(); i++) {
                holder.put("#" + i, teams.get(i));
            }
            b.put("teams", holder);
        }
        return b;
    }

    private void sites(Branch b) {
        for (Figure f : u.figures) {
            if (f.role() == Figure.Role.SITES
                    && f.subject()
                            .matches(
                                    "(?:.* )?(?:region|data cent(?:re|er)|datacenter|availability zone)")
                    && !b.has("sites")
                    && f.value().intValue() > 0
                    && f.value().intValue() < 100) {
                b.put("sites", Uses.plain(f.value()), Said.of(f, 85));
                uses.placed.add(f);
            }
        }
    }

    private void budget(Branch b) {
        for (Figure f : u.figures) {
            if (f.role() != Figure.Role.BUDGET || b.has("budget") || f.value().signum() <= 0) {
                continue;
            }
            String text = f.sentence().text().toLowerCase(Locale.ROOT);
            BigDecimal value = f.value();
            int sure = 88;
            java.util.regex.Matcher per =
                    java.util.regex.Pattern.compile(
                                    "\\bper (?:daily |monthly |active |registered )*(\\p{L}+)")
                            .matcher(text);
            String period =
                    f.per().matches("month|year")
                            ? f.per()
                            : text.substring(f.start())
                                            .matches("(?s).*\\b(?:a|per|each|every) year\\b.*")
                                    ? "year"
                                    : text.substring(f.start())
                                                    .matches(
                                                            "(?s).*\\b(?:a|per|each|every|monthly) ?month\\b.*|.*\\bmonthly\\b.*")
                                            ? "month"
                                            : "";
            if (period.isEmpty()) {
                continue;
            }
            if (per.find() && !per.group(1).matches("month|year")) {
                String who = Lexicon.wordnet().base(true, per.group(1));
                Figure count =
                        u.figures.stream()
                                .filter(c ->
                                        c.role() == Figure.Role.COUNT && c.subject().endsWith(who))
                                .findFirst()
                                .orElse(null);
                if (count == null) {
                    continue;
                }
                value = value.multiply(count.value());
                sure = 70;
            }
            b.put(
                    "budget",
                    "less than " + Uses.plain(value) + " " + f.unit() + " per " + period,
                    Said.of(f, sure));
            uses.placed.add(f);
        }
    }
}
