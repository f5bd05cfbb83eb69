package org.groundplan.brief;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundplan.model.Expr;
import org.groundplan.model.Names;
import org.groundplan.model.Trait;
import org.groundplan.model.Unit;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * What practices want to know beyond the shape of a system: prices, limits of partners, people on
 * duty, hours. One line each; whatever is not said is derived, assumed openly, or nobody speaks of
 * it.
 */
final class Vocabulary {
    enum Owner {
        ACTOR,
        ENTITY,
        USE_CASE,
        INTEGRATION,
        QUALITIES,
        CONSTRAINTS
    }

    enum Shape {
        COUNT,
        DURATION,
        RATE,
        PRICE,
        SIZE,
        YES,
        WORD
    }

    /**
     * @param kind what the quantity or trait is called in ids
     * @param words of a WORD: those allowed, or empty for any
     */
    record Word(
            Owner owner,
            String key,
            Shape shape,
            String kind,
            List<String> words,
            String example,
            String meaning) {}

    private static Word word(
            Owner owner, String key, Shape shape, String kind, String example, String meaning) {
        return new Word(owner, key, shape, kind, List.of(), example, meaning);
    }

    static final List<Word> ALL =
            List.of(
                    word(
                            Owner.ACTOR,
                            "onDuty",
                            Shape.COUNT,
                            "on-duty",
                            "onDuty: 700",
                            "How many of them work at the busiest time."),
                    word(
                            Owner.ENTITY,
                            "largest",
                            Shape.COUNT,
                            "largest",
                            "largest: 900",
                            "Most of them that belong to one tenant, or to one parent."),
                    word(
                            Owner.ENTITY,
                            "online",
                            Shape.COUNT,
                            "online",
                            "online: 30_000",
                            "Most of those of one parent that are there at once."),
                    word(
                            Owner.ENTITY,
                            "sizeLimit",
                            Shape.SIZE,
                            "size-limit",
                            "sizeLimit: 25 MB",
                            "The largest that is accepted."),
                    word(
                            Owner.ENTITY,
                            "keepFrom",
                            Shape.WORD,
                            "keep-from",
                            "keepFrom: end of the year of issuedOn",
                            "The instant from which the time in keep counts."),
                    word(
                            Owner.USE_CASE,
                            "window",
                            Shape.DURATION,
                            "window",
                            "window: 10 h",
                            "Hours a day in which it really happens."),
                    word(
                            Owner.USE_CASE,
                            "takes",
                            Shape.DURATION,
                            "takes",
                            "takes: 12 min",
                            "Time a person spends on one."),
                    word(
                            Owner.USE_CASE,
                            "fanout",
                            Shape.COUNT,
                            "fanout",
                            "fanout: 200",
                            "How many people one of them reaches."),
                    word(
                            Owner.USE_CASE,
                            "items",
                            Shape.COUNT,
                            "items",
                            "items: 50_000",
                            "Most rows in one request."),
                    word(
                            Owner.USE_CASE,
                            "offline",
                            Shape.DURATION,
                            "offline",
                            "offline: 8 h",
                            "How long it must go on without a network."),
                    word(
                            Owner.USE_CASE,
                            "deadline",
                            Shape.WORD,
                            "deadline",
                            "deadline: 31 May 24:00",
                            "One instant for everybody, by which it must have happened."),
                    word(
                            Owner.USE_CASE,
                            "ordered",
                            Shape.WORD,
                            "ordered",
                            "ordered: Channel",
                            "Within what its effects keep their order: an entity, or all."),
                    new Word(
                            Owner.USE_CASE,
                            "channel",
                            Shape.WORD,
                            "channel",
                            List.of("sms", "email", "push", "call", "letter"),
                            "channel: sms",
                            "By what a person is told."),
                    word(
                            Owner.INTEGRATION,
                            "price",
                            Shape.PRICE,
                            "price",
                            "price: 0.075 EUR",
                            "What one call or message costs."),
                    word(
                            Owner.INTEGRATION,
                            "quota",
                            Shape.RATE,
                            "quota",
                            "quota: 10_000 per day",
                            "Most calls in a day or month."),
                    new Word(
                            Owner.INTEGRATION,
                            "idempotency",
                            Shape.WORD,
                            "idempotency",
                            List.of("key", "reference", "none"),
                            "idempotency: key",
                            "How it recognises the same thing sent twice."),
                    word(
                            Owner.INTEGRATION,
                            "keyWindow",
                            Shape.DURATION,
                            "key-window",
                            "keyWindow: 24 h",
                            "How long it remembers an idempotency key."),
                    word(
                            Owner.INTEGRATION,
                            "lookup",
                            Shape.YES,
                            "lookup",
                            "lookup: yes",
                            "Whether it can be asked what became of a call."),
                    word(
                            Owner.INTEGRATION,
                            "maintenance",
                            Shape.DURATION,
                            "maintenance",
                            "maintenance: 4 h",
                            "How long it is closed in a month, announced."),
                    word(
                            Owner.INTEGRATION,
                            "every",
                            Shape.DURATION,
                            "every",
                            "every: 15 min",
                            "How often data is fetched from it or comes from it."),
                    word(
                            Owner.INTEGRATION,
                            "sandbox",
                            Shape.YES,
                            "sandbox",
                            "sandbox: no",
                            "Whether it has a place to test against."),
                    word(
                            Owner.INTEGRATION,
                            "takes",
                            Shape.DURATION,
                            "takes",
                            "takes: 15 min",
                            "The longest an honest run through it lasts, people included."),
                    word(
                            Owner.QUALITIES,
                            "revocation",
                            Shape.DURATION,
                            "revocation",
                            "revocation: 15 min",
                            "How soon somebody who lost a right can do nothing with it."),
                    word(
                            Owner.QUALITIES,
                            "roundTrip",
                            Shape.DURATION,
                            "round-trip",
                            "roundTrip: 20 ms",
                            "Time to the other site and back."),
                    word(
                            Owner.CONSTRAINTS,
                            "onCall",
                            Shape.COUNT,
                            "on-call",
                            "onCall: 3",
                            "People who take turns to answer at night."),
                    word(
                            Owner.CONSTRAINTS,
                            "deploys",
                            Shape.RATE,
                            "deploys",
                            "deploys: 20 per month",
                            "Releases."));

    private static final Pattern PRICE =
            Pattern.compile(
                    "(EUR|€|USD|\\$|GBP|£|CHF)?\\s*(\\d+(?:[.,]\\d+)?)\\s*(EUR|€|euros?|USD|\\$|dollars?|GBP|£|CHF|ct|cents?)?(?:\\s*(?:/|per|a|each)\\s*.*)?",
                    Pattern.CASE_INSENSITIVE);

    private Vocabulary() {}

    /** The keys of the format and those of this list. */
    static Set<String> with(Owner owner, Set<String> own) {
        Set<String> all = new TreeSet<>(own);
        ALL.stream().filter(w -> w.owner() == owner).map(Word::key).forEach(all::add);
        return Set.copyOf(all);
    }

    /**
     * @param subject id of the element that is described, or {@code system}
     * @param slug how its quantities begin
     */
    static void read(Owner owner, Fields keys, Facts facts, String subject, String slug) {
        for (Word w : ALL) {
            if (w.owner() == owner) {
                keys.node(w.key()).ifPresent(node -> one(w, node, facts, subject, slug));
            }
        }
    }

    private static void one(Word w, Node node, Facts facts, String subject, String slug) {
        String text = facts.doc.text(node).orElse("");
        String id = "quantity:" + slug + "." + w.kind();
        boolean read =
                switch (w.shape()) {
                    case COUNT ->
                            number(Amounts.count(text), Unit.ONE, "", id, w, node, facts, subject);
                    case DURATION ->
                            number(
                                    Amounts.duration(
                                            text.replaceFirst(
                                                    "\\s*(?:per|a|each|every)\\s+month$", "")),
                                    Unit.SECOND,
                                    text,
                                    id,
                                    w,
                                    node,
                                    facts,
                                    subject);
                    case SIZE ->
                            number(
                                    Amounts.size(text),
                                    Unit.BYTE,
                                    text,
                                    id,
                                    w,
                                    node,
                                    facts,
                                    subject);
                    case PRICE ->
                            number(
                                    price(text),
                                    new Unit(0, 0, 1, 0),
                                    text,
                                    id,
                                    w,
                                    node,
                                    facts,
                                    subject);
                    case RATE -> rate(text, id, w, node, facts, subject);
                    case YES, WORD -> trait(text, w, node, facts, subject);
                };
        if (!read) {
            List<String> expected =
                    w.words().isEmpty() ? List.of(expected(w.shape())) : new ArrayList<>(w.words());
            facts.bad(
                    facts.doc.at(node),
                    "“" + text + "” as “" + w.key() + "”",
                    w.words().isEmpty()
                            ? expected.getFirst()
                            : "one of " + String.join(", ", expected),
                    w.example());
        }
    }

    private static String expected(Shape shape) {
        return switch (shape) {
            case COUNT -> "a number";
            case DURATION -> "a number and a unit of time";
            case RATE -> "a number per second, hour, day or month";
            case PRICE -> "an amount of money";
            case SIZE -> "a number and a unit of size";
            case YES -> "yes or no";
            case WORD -> "a few words";
        };
    }

    private static boolean number(
            Optional<BigDecimal> value,
            Unit unit,
            String text,
            String id,
            Word w,
            Node node,
            Facts facts,
            String subject) {
        value.ifPresent(v -> facts.number(id, subject, w.kind(), "", v, unit, text, node));
        return value.isPresent();
    }

    private static boolean rate(
            String text, String id, Word w, Node node, Facts facts, String subject) {
        Optional<Expr> rate = Amounts.rate(text);
        rate.ifPresent(r ->
                facts.quantity(
                        id,
                        subject,
                        "rate",
                        w.kind(),
                        r,
                        r instanceof Expr.Const c ? c.label() : "",
                        node));
        return rate.isPresent();
    }

    private static boolean trait(String text, Word w, Node node, Facts facts, String subject) {
        String plain = text.strip();
        if (w.shape() == Shape.YES) {
            String said = plain.toLowerCase(Locale.ROOT);
            if (!said.matches("true|false|yes|no")) {
                return false;
            }
            plain = said.matches("true|yes") ? "yes" : "no";
        }
        if (!w.words().isEmpty()) {
            plain = plain.toLowerCase(Locale.ROOT);
            if (!w.words().contains(plain)) {
                return false;
            }
        }
        if (plain.isEmpty() || plain.length() > 120 || !Names.slug(plain).matches(".*\\S.*")) {
            return false;
        }
        facts.add(
                new Trait(
                        Trait.id(subject, w.kind()), subject, w.kind(), plain, facts.stated(node)));
        return true;
    }

    /** Euros; other currencies are taken for euros, as in a budget. */
    private static Optional<BigDecimal> price(String text) {
        Matcher m = PRICE.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(m.group(2).replace(',', '.'));
        String unit = m.group(3) == null ? "" : m.group(3).toLowerCase(Locale.ROOT);
        return Optional.of(unit.matches("ct|cents?") ? value.movePointLeft(2) : value);
    }
}
