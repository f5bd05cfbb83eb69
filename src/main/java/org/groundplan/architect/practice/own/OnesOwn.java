package org.groundplan.architect.practice.own;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.expression.Expression;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.Finding;
import org.groundplan.model.Integration;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.OwnPractice;
import org.groundplan.model.Question;
import org.groundplan.model.UseCase;

/** Asks the practices that stand beside a brief, after all others. */
public final class OnesOwn {
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]{1,60})\\}");

    private final Sight sight;
    private final Map<String, Object> system;
    private final List<Element> said = new ArrayList<>();

    private OnesOwn(Design design) {
        this.sight = new Sight(design);
        this.system = system();
    }

    public static Design apply(Design design) {
        List<OwnPractice> all = design.all(OwnPractice.class);
        if (all.isEmpty()) {
            return design;
        }
        OnesOwn own = new OnesOwn(design);
        all.forEach(own::ask);
        return design.with(own.said);
    }

    private void ask(OwnPractice practice) {
        try {
            Expression when = Expression.read(practice.when());
            Map<String, Expression> numbers = new TreeMap<>();
            for (Map.Entry<String, String> n : practice.numbers().entrySet()) {
                numbers.put(n.getKey(), Expression.read(n.getValue()));
            }
            for (Map.Entry<String, Map<String, Object>> each : each(practice.each()).entrySet()) {
                one(practice, when, numbers, each.getKey(), each.getValue());
            }
        } catch (Expression.Wrong e) {
            said.add(
                    finding(
                            practice,
                            "unread",
                            practice.id(),
                            "The practice “"
                                    + practice.kind()
                                    + "” could not be asked: "
                                    + e.getMessage(),
                            "Correct it, or take it away."));
        }
    }

    private void one(
            OwnPractice practice,
            Expression when,
            Map<String, Expression> formulas,
            String id,
            Map<String, Object> facts)
            throws Expression.Wrong {
        if (!Boolean.TRUE.equals(when.value(facts, system))) {
            return;
        }
        Map<String, String> values = new TreeMap<>();
        facts.forEach((name, value) -> values.put("this." + name, print(value)));
        system.forEach((name, value) -> values.put("system." + name, print(value)));
        for (Map.Entry<String, Expression> n : formulas.entrySet()) {
            values.put(n.getKey(), print(n.getValue().value(facts, system)));
        }
        String about = id.substring(id.indexOf(':') + 1);
        said.add(
                finding(
                        practice,
                        about,
                        id,
                        fill(practice.says(), values),
                        fill(practice.advice(), values)));
        if (!practice.question().isEmpty()) {
            said.add(
                    new Question(
                            "question:"
                                    + practice.kind().replace('.', '-')
                                    + "-"
                                    + Names.slug(about),
                            fill(practice.question(), values),
                            fill(practice.says(), values),
                            List.of(id),
                            practice.otherwise(),
                            origin(practice, id)));
        }
    }

    private static Finding finding(
            OwnPractice practice, String about, String element, String message, String advice) {
        return new Finding(
                "finding:" + practice.kind().replace('.', '-') + "-" + Names.slug(about),
                practice.kind(),
                Finding.Severity.WARNING,
                practice.weight(),
                element,
                message,
                advice,
                origin(practice, element));
    }

    private static Origin origin(OwnPractice practice, String element) {
        return Origin.derived(
                "practice " + practice.kind(),
                practice.title() + " Source: " + practice.source() + ".",
                element.equals("system")
                        ? List.of(practice.id())
                        : List.of(practice.id(), element));
    }

    private static String fill(String text, Map<String, String> values) {
        Matcher m = PLACE.matcher(text);
        StringBuilder out = new StringBuilder();
        while (m.find()) {
            m.appendReplacement(
                    out, Matcher.quoteReplacement(values.getOrDefault(m.group(1), m.group())));
        }
        return m.appendTail(out).toString();
    }

    private static String print(Object value) {
        return value instanceof Number n ? Say.n(n.doubleValue()) : String.valueOf(value);
    }

    private Map<String, Map<String, Object>> each(String kind) {
        Map<String, Map<String, Object>> result = new LinkedHashMap<>();
        switch (kind) {
            case "useCase" -> sight.uses().forEach(u -> result.put(u.id(), useCase(u)));
            case "entity" -> sight.entities().forEach(e -> result.put(e.id(), entity(e)));
            case "integration" -> sight.partners().forEach(i -> result.put(i.id(), integration(i)));
            default -> result.put("system", system);
        }
        return result;
    }

    private Map<String, Object> useCase(UseCase u) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("name", u.name());
        facts.put("kind", u.kindOrThrow().word());
        facts.put("actor", u.actor() == null ? "" : u.actor());
        facts.put("reads", u.reads());
        facts.put("writes", u.writes());
        facts.put("peak", sight.peak(u));
        facts.put("perDay", sight.perDay(u));
        facts.put("stated", sight.rateStated(u));
        facts.put("availability", sight.availability(u));
        facts.put(
                "latency", sight.latency(u).map(l -> l.limit().value().doubleValue()).orElse(0.0));
        facts.put("freshness", sight.value("quantity:" + u.slug() + ".freshness"));
        facts.put("share", sight.share(u));
        return facts;
    }

    private Map<String, Object> entity(Entity e) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("name", e.name());
        facts.put("data", e.data().name().toLowerCase(Locale.ROOT));
        facts.put("fields", e.fields().stream().map(Field::name).toList());
        facts.put("rows", sight.rows(e));
        facts.put("bytes", sight.bytes(e));
        facts.put("perDay", sight.comes(e) * Sight.DAY);
        facts.put("keepDays", sight.kept(e) / Sight.DAY);
        return facts;
    }

    private Map<String, Object> integration(Integration i) {
        Map<String, Object> facts = new TreeMap<>();
        List<UseCase> callers = sight.callers(i);
        facts.put("name", i.name());
        facts.put("purpose", i.purpose());
        facts.put("protocol", i.protocol());
        facts.put("peak", callers.stream().mapToDouble(sight::peak).sum());
        facts.put("perDay", callers.stream().mapToDouble(sight::perDay).sum());
        facts.put("limit", sight.value(sight.slug(i) + ".limit"));
        facts.put("price", sight.value(sight.slug(i) + ".price"));
        facts.put("availability", sight.value(sight.slug(i) + ".availability"));
        return facts;
    }

    private Map<String, Object> system() {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("name", sight.design().name());
        facts.put("peak", sight.value("quantity:system.rate-peak"));
        facts.put("bytes", sight.value("quantity:system.bytes"));
        facts.put("cost", sight.value("quantity:system.cost"));
        facts.put("budget", sight.value("quantity:budget"));
        facts.put("engineers", sight.engineers());
        facts.put("availability", sight.value("quantity:system.availability"));
        facts.put("sites", sight.sites());
        facts.put("compliance", sight.words("compliance"));
        return facts;
    }
}
