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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Integrations, qualities and constraints of the brief. */
@SuppressWarnings(
        "ReferenceEquality") // the very phrase, clause or sentence, not one that looks like it
final class Around {
    /** What a sum of money is for each of: {@code 2 euros per active user and month}. */
    private static final Pattern HEAD =
            Pattern.compile(
                    "^[^.;]{0,30}?\\bper (?:daily |monthly |active |registered )*(?!day\\b|week\\b|month\\b|year\\b)(\\p{L}+)");

    /** What one does by way of another system. */
    private static final Set<String> HANDS =
            Words.words(
                    "pay, charge, refund, send, hand, pass, submit, fetch, check, verify, order, call, transfer, withdraw, forward, exchange, export, push, deposit, text, notify, file, report");

    private final Understanding u;

    Around(Understanding understanding) {
        this.u = understanding;
    }

    // ---- other systems ----

    /** Each other system once, with what is said of it. */
    private Map<String, List<Fact>> systems() {
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
                            .filter(o -> !o.equals(name) && (ends(o, name) || interfaced(name, o)))
                            .findFirst()
                            .orElse("");
            List<Fact> all = byName.get(longer);
            List<Fact> same = byName.get(name);
            if (all != null && same != null) {
                all.addAll(same);
                byName.remove(name);
            }
        }
        return byName;
    }

    /** {@code Banking partner} is the partner. */
    private static boolean ends(String longer, String name) {
        return longer.toLowerCase(Locale.ROOT).endsWith(" " + name.toLowerCase(Locale.ROOT));
    }

    /** {@code Bank interface} is the bank's. */
    private static boolean interfaced(String name, String owner) {
        return name.toLowerCase(Locale.ROOT)
                .matches(
                        Pattern.quote(owner.toLowerCase(Locale.ROOT))
                                + " (?:interface|api|web ?service|feed|portal|gateway)");
    }

    Branch integrations() {
        Branch branch = new Branch();
        systems().forEach((name, facts) -> branch.put(name, integration(name, facts)));
        return branch;
    }

    /** {@code residents pay by card through Stripe}: that use case calls Stripe. */
    void called(Uses uses) {
        systems()
                .forEach((name, facts) -> {
                    boolean in = direction(facts).equals("in");
                    for (Fact f : facts) {
                        if (in || f.sure() < Fact.DOUBTFUL) {
                            continue;
                        }
                        uses.all.values().stream()
                                .filter(x ->
                                        x.deed != null
                                                && !x.kind.equals(
                                                        "notify") // has its channel anyway
                                                && x.said.sentence() == f.sentence()
                                                && HANDS.contains(x.verb.replaceFirst(" .*", ""))
                                                && within(x.deed.source().clause(), f))
                                .forEach(x -> x.calls.add(name));
                    }
                });
    }

    private static boolean within(Clause c, Fact f) {
        int token = f.sentence().tokenAt(f.start());
        return token >= c.from() && token < c.to();
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

    /** in, out or both. */
    private static String direction(List<Fact> facts) {
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
        return in || from && !out ? (out && in ? "both" : "in") : "out";
    }

    private Branch integration(String name, List<Fact> facts) {
        Branch b = new Branch();
        b.said = Said.of(facts.getFirst());
        String purpose = facts.getFirst().words().get(1);
        b.put("direction", direction(facts), null);
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
            if (f.role() == Figure.Role.LIMIT && f.per().matches("second|minute|hour|day")) {
                place(b, "limit", f.number() + " per " + f.per(), f, 88);
            } else if (f.role() == Figure.Role.OUTAGE && f.time()) {
                place(b, "outage", f.amount(), f, 85);
            } else if (f.role() == Figure.Role.LATENCY && f.time() && !u.placed.contains(f)) {
                String percentile = f.percentile().isEmpty() ? "p95" : f.percentile();
                place(b, "latency", percentile + " " + f.shortly(), f, 75);
            } else if (f.role() == Figure.Role.AVAILABILITY && !f.time() && !u.placed.contains(f)) {
                place(b, "availability", f.percent(), f, 80);
            }
        }
        return b;
    }

    /** The first number that can stand there stands there. */
    private void place(Branch b, String key, String text, Figure f, int sure) {
        if (!b.has(key)) {
            b.put(key, text, Said.of(f, sure));
            u.placed.add(f);
        }
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
            if (u.placed.contains(f)) {
                continue;
            }
            String near = Roles.near(f).toLowerCase(Locale.ROOT);
            if (f.role() == Figure.Role.AVAILABILITY
                    && !f.time()
                    && f.value().compareTo(BigDecimal.ONE) < 0) {
                place(b, "availability", f.percent(), f, 88);
            } else if (f.role() == Figure.Role.AVAILABILITY && !Durations.allowance(f).isEmpty()) {
                place(b, "availability", Durations.availability(f) + " %", f, 70);
            } else if (f.role() == Figure.Role.LATENCY && f.time() && !f.percentile().isEmpty()) {
                place(b, "latency", f.percentile() + " " + f.shortly(), f, 75);
            } else if (f.role() == Figure.Role.RECOVERY
                    && near.matches("(?s).*\\b(?:los(?:e|es|s|t|ing)|rpo|go back|lost)\\b.*")
                    && !before(f)
                            .matches(
                                    "(?s).*\\b(?:back within|back in|rto|restore\\w*|running again|up again)\\b(?![^,;]*\\blos(?:e|es|t|ing)\\b)[^,;]*")
                    && !b.has("rpo")) {
                place(b, "rpo", f.value().signum() == 0 ? "0 s" : f.shortly(), f, 85);
            } else if (f.role() == Figure.Role.RECOVERY && f.value().signum() > 0) {
                place(b, "rto", f.shortly(), f, 82);
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
            if (f.unit().equals("x") && time != null) {
                place(b, "growth", f.number() + "x in " + time.amount(), f, 85);
                u.placed.add(time);
            } else if (f.unit().equals("x")
                    && before(f).matches("(?s).*\\b(?:next|this|coming)\\b.*")) {
                place(b, "growth", f.number() + "x in 1 year", f, 85);
            } else if (f.unit().equals("x")) {
                // no time said: two years is the horizon that is planned for, and it is asked
                place(b, "growth", f.number() + "x in 2 years", f, 45);
            } else if (f.unit().equals("%") && f.sentence().kind() != Sentence.Kind.ROW) {
                BigDecimal factor = BigDecimal.ONE.add(f.value()).round(new MathContext(4));
                place(b, "growth", Figure.plain(factor) + "x in 1 year", f, 75);
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
        List<Branch> teams = new Teams(u).teams(List.copyOf(languages));
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
                    && f.value().intValue() > 0
                    && f.value().intValue() < 100) {
                place(b, "sites", f.number(), f, 85);
            }
        }
    }

    private void budget(Branch b) {
        for (Figure f : u.figures) {
            boolean known = f.unit().matches("EUR|USD|GBP|CHF");
            if (f.role() != Figure.Role.BUDGET
                    || b.has("budget")
                    || !known
                    || f.value().signum() <= 0) {
                continue;
            }
            String rest = f.sentence().text().substring(f.end()).toLowerCase(Locale.ROOT);
            BigDecimal value = f.value();
            int sure = 88;
            Matcher per = HEAD.matcher(rest);
            String period =
                    f.per().matches("month|year")
                            ? f.per()
                            : rest.matches("(?s).*\\b(?:a|per|each|every) year\\b.*")
                                    ? "year"
                                    : rest.matches(
                                                    "(?s).*\\b(?:a|per|each|every) month\\b.*|.*\\bmonthly\\b.*")
                                            ? "month"
                                            : "";
            if (period.isEmpty()) {
                continue;
            }
            if (per.find()) {
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
            String most = "less than " + Figure.plain(value) + " " + f.unit();
            place(b, "budget", most + " per " + period, f, sure);
        }
    }
}
