package org.groundplan.brief;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundplan.model.Expr;
import org.groundplan.model.Names;
import org.groundplan.model.Unit;
import org.groundplan.model.UseCase;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * How often and how fast: {@code 9000 per day}, {@code 30 per "book a slot"}, {@code 1 per Bus
 * every 2 s}, {@code 90k in 10 s}, {@code { average: …, peak: … }}, {@code p95 < 300 ms}.
 */
final class RateReader {
    private static final Pattern QUOTED =
            Pattern.compile(
                    "(.+?)\\s+(?:times\\s+)?(?:per|for each|for every)\\s+[\"“'](.+?)[\"”']");
    private static final Pattern EACH_EVERY =
            Pattern.compile(
                    "(.+?)\\s+(?:per|by each|from each|for each)\\s+(\\p{L}[\\p{L}\\p{N} _-]*?)\\s+(?:every|each)\\s+(.+)");
    private static final Pattern EVERY_EACH =
            Pattern.compile(
                    "every\\s+(.+?)\\s+(?:per|from each|by each|for each)\\s+(\\p{L}[\\p{L}\\p{N} _-]*)");
    private static final Pattern EACH_PERIOD =
            Pattern.compile(
                    "(.+?)\\s+(?:per|by each|from each|for each)\\s+(\\p{L}[\\p{L}\\p{N} _-]*?)\\s*(?:per|a|an|/)\\s*(second|s|minute|min|hour|h|day|week|month|year)");
    private static final Pattern PER_WORDS =
            Pattern.compile("(.+?)\\s+(?:times\\s+)?(?:per|for each|for every)\\s+(.+)");
    private static final Pattern PERCENTILE =
            Pattern.compile(
                    "p(\\d{2}(?:\\.\\d)?)\\s*(?:[:<≤=]|under|below|in|at most|within)?=?\\s*(.+)");
    private static final Pattern SHARE_IN =
            Pattern.compile("(\\d{2}(?:\\.\\d)?)\\s*%\\s*(?:in|under|below|within|<|≤)\\s*(.+)");

    private final Facts facts;

    RateReader(Facts facts) {
        this.facts = facts;
    }

    void rate(Node node, String name, String id) {
        String slug = Names.slug(name);
        if (!(node instanceof MappingNode)) {
            average(node, slug, id);
            return;
        }
        Fields keys =
                new Fields(
                        facts.doc,
                        facts.problems,
                        node,
                        "the rate of “" + name + "”",
                        Set.of("average", "peak", "burst"),
                        Set.of());
        keys.node("average").ifPresent(average -> average(average, slug, id));
        keys.node("peak").ifPresent(peak -> peak(peak, slug, id));
        if (keys.node("peak").isEmpty()) {
            keys.node("burst").ifPresent(burst -> peak(burst, slug, id));
        }
        boolean both = keys.node("peak").isPresent() && keys.node("burst").isPresent();
        if (both) {
            facts.bad(
                    keys.at("burst"),
                    "a peak and a burst for “" + name + "”",
                    "one of the two: the higher one",
                    "peak: 90k in 10 s");
        }
    }

    private void average(Node node, String slug, String id) {
        String text = facts.doc.text(node).orElse("");
        Optional<Expr> rate = Amounts.rate(text);
        if (rate.isPresent()) {
            rate(slug, id, rate.get(), node);
            return;
        }
        Optional<Expr> burst = Amounts.burst(text);
        if (burst.isPresent()) {
            peakRate(slug, id, burst.get(), text, node);
            return;
        }
        if (perActor(text, slug, id, node) || relative(text, slug, node)) {
            return;
        }
        facts.bad(
                facts.doc.at(node),
                "“" + text + "” as a rate",
                "a number per second, minute, hour, day, week or month; per another use case; per actor and interval; or so many in a time",
                "9000 per day   ·   200/s   ·   30 per \"book a slot\"   ·   1 per Bus every 2 s   ·   90k in 10 s");
    }

    private void rate(String slug, String id, Expr rate, Node node) {
        facts.quantity(
                "quantity:" + slug + ".rate",
                id,
                "rate",
                "average",
                rate,
                rate instanceof Expr.Const c ? c.label() : "",
                node);
    }

    private void peakRate(String slug, String id, Expr rate, String text, Node node) {
        facts.quantity("quantity:" + slug + ".rate-peak", id, "rate", "peak", rate, text, node);
    }

    /** So many for each of a kind in a time; becomes a rate once the kind has been counted. */
    private boolean perActor(String text, String slug, String id, Node node) {
        Matcher eachEvery = EACH_EVERY.matcher(text);
        Matcher everyEach = EVERY_EACH.matcher(text);
        Matcher eachPeriod = EACH_PERIOD.matcher(text);
        String many;
        String who;
        Optional<java.math.BigDecimal> seconds;
        if (eachEvery.matches()) {
            many = eachEvery.group(1);
            who = eachEvery.group(2);
            seconds = Amounts.duration(eachEvery.group(3));
        } else if (everyEach.matches()) {
            many = "1";
            who = everyEach.group(2);
            seconds = Amounts.duration(everyEach.group(1));
        } else if (eachPeriod.matches()) {
            many = eachPeriod.group(1);
            who = eachPeriod.group(2);
            seconds = Amounts.duration("1 " + eachPeriod.group(3));
        } else {
            return false;
        }
        Optional<java.math.BigDecimal> count = Amounts.count(many);
        if (count.isEmpty() || seconds.isEmpty() || seconds.get().signum() == 0) {
            return false;
        }
        facts.number(
                "quantity:" + slug + ".each",
                id,
                "count",
                who.strip(),
                count.get(),
                Unit.ONE,
                "",
                node);
        facts.number(
                "quantity:" + slug + ".interval",
                id,
                "duration",
                "each",
                seconds.get(),
                Unit.SECOND,
                "",
                node);
        return true;
    }

    private boolean relative(String text, String slug, Node node) {
        Matcher m = QUOTED.matcher(text);
        if (!m.matches()) {
            m = PER_WORDS.matcher(text);
        }
        if (!m.matches()) {
            return false;
        }
        String many = m.group(1);
        Optional<java.math.BigDecimal> ratio = Amounts.percent(many).or(() -> Amounts.count(many));
        if (ratio.isEmpty()
                || m.group(2).matches("seconds?|minutes?|hours?|days?|weeks?|months?|years?")) {
            return false; // a period, so the number was out of range
        }
        facts.number(
                "quantity:" + slug + ".ratio",
                UseCase.id(m.group(2)),
                "ratio",
                m.group(2),
                ratio.get(),
                Unit.ONE,
                "",
                node);
        return true;
    }

    private void peak(Node node, String slug, String id) {
        String text = facts.doc.text(node).orElse("");
        Optional<Expr> absolute = Amounts.rate(text).or(() -> Amounts.burst(text));
        if (absolute.isPresent()) {
            peakRate(slug, id, absolute.get(), text, node);
            return;
        }
        Optional<Amounts.Peak> peak = Amounts.peak(text);
        if (peak.isEmpty()) {
            facts.bad(
                    facts.doc.at(node),
                    "“" + text + "” as a peak",
                    "a share and a window, a rate, or so many in a time",
                    "60 % in 2 hours   ·   45 % between 18:30 and 20:30   ·   12/s   ·   90k in 10 s");
            return;
        }
        facts.number(
                "quantity:" + slug + ".peak-share",
                id,
                "share",
                peak.get().period(),
                peak.get().share(),
                Unit.ONE,
                text.substring(0, text.indexOf('%') + 1),
                node);
        facts.number(
                "quantity:" + slug + ".peak-window",
                id,
                "duration",
                "peak",
                peak.get().windowSeconds(),
                Unit.SECOND,
                "",
                node);
    }

    /** One percentile, several, or a plain time, which is taken as the 95th. */
    void latency(Node node, String slug, String id) {
        List<Node> all = node instanceof SequenceNode s ? s.getValue() : List.of(node);
        if (node instanceof MappingNode) {
            for (YamlDoc.Entry entry : facts.doc.entries(node, "latency").values()) {
                Node value = entry.value() == null ? entry.keyNode() : entry.value();
                percentile(entry.key() + " " + facts.doc.text(value).orElse(""), value, slug, id);
            }
            return;
        }
        for (Node item : all) {
            String text = facts.doc.text(item).orElse("");
            for (String part : text.split("\\s*[;,]\\s*(?=p\\d)")) {
                percentile(part, item, slug, id);
            }
        }
    }

    private void percentile(String text, Node node, String slug, String id) {
        String plain = text.strip().toLowerCase(java.util.Locale.ROOT);
        Matcher m = PERCENTILE.matcher(plain);
        if (!m.matches()) {
            m = SHARE_IN.matcher(plain);
        }
        String p = m.matches() ? m.group(1) : "95";
        String time =
                m.matches()
                        ? m.group(2)
                        : plain.replaceFirst("^(?:under|below|within|at most|less than)\\s+", "");
        Optional<java.math.BigDecimal> seconds = Amounts.duration(time);
        if (seconds.isEmpty() || seconds.get().signum() == 0) {
            facts.bad(
                    facts.doc.at(node),
                    "“" + text.strip() + "” as a latency",
                    "a percentile and a time",
                    "latency: p95 300 ms");
            return;
        }
        facts.number(
                "quantity:" + slug + ".latency-p" + p.replace('.', '-'),
                id,
                "latency",
                "p" + p,
                seconds.get(),
                Unit.SECOND,
                "",
                node);
    }
}
