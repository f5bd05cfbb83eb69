package org.groundplan.architect.stack;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.groundplan.architect.boundaries.ServiceGroups;
import org.groundplan.model.Actor;
import org.groundplan.model.Constraint;
import org.groundplan.model.Crossing;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Entity;
import org.groundplan.model.Integration;
import org.groundplan.model.Mechanisms;
import org.groundplan.model.Module;
import org.groundplan.model.Names;
import org.groundplan.model.Numbers;
import org.groundplan.model.Quantity;
import org.groundplan.model.Rule;
import org.groundplan.model.Staff;
import org.groundplan.model.Streams;
import org.groundplan.model.Table;
import org.groundplan.model.Team;
import org.groundplan.model.Tenancy;
import org.groundplan.model.UseCase;

/** Facts that decisions look at, read off a design. */
final class FactsReader {
    private static final double MINUTES = 30 * 24 * 60.0;

    private final Design design;
    private final List<UseCase> useCases;

    private FactsReader(Design design) {
        this.design = design;
        this.useCases = design.all(UseCase.class);
    }

    static Facts of(Design design) {
        FactsReader reader = new FactsReader(design);
        return new Facts(
                reader.values(),
                reader.names(),
                design.all(Team.class).stream()
                        .flatMap(t -> t.knows().stream())
                        .map(k -> k.toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList(),
                reader.constraint("uses"),
                reader.constraint("prefers"),
                reader.constraint("runsOn"));
    }

    private List<String> constraint(String name) {
        return design.all(Constraint.class).stream()
                .filter(c -> c.name().equals(name))
                .flatMap(c -> c.values().stream())
                .map(v -> v.toLowerCase(Locale.ROOT))
                .toList();
    }

    private double value(String id, double otherwise) {
        return design.findQuantity(id).map(q -> q.value().doubleValue()).orElse(otherwise);
    }

    private double peak(UseCase useCase) {
        return value("quantity:" + useCase.slug() + ".rate-peak", 0);
    }

    private Map<Fact, Double> values() {
        Map<Fact, Double> values = new EnumMap<>(Fact.class);
        values.put(Fact.PEAK, value("quantity:system.rate-peak", 0));
        values.put(Fact.READS, reads().mapToDouble(this::peak).sum());
        values.put(
                Fact.WRITES,
                Math.max(
                        0,
                        values.getOrDefault(Fact.PEAK, 0.0)
                                - values.getOrDefault(Fact.READS, 0.0)));
        values.put(Fact.STALE, stale());
        values.put(Fact.BYTES, value("quantity:system.bytes", 0));
        values.put(Fact.BUDGET, value("quantity:budget", -1));
        values.put(Fact.ENGINEERS, Staff.all(design));
        values.put(Fact.OPERATORS, Staff.operators(design));
        values.put(Fact.SEARCHED, searched());
        values.put(Fact.NOTICES, notices());
        values.put(Fact.ACCOUNTS, people().map(q -> q.value().doubleValue()).orElse(0.0));
        values.put(Fact.EVENTS, followers().mapToDouble(this::peak).sum());
        Optional<String> stream = Streams.largest(design);
        values.put(
                Fact.STREAM,
                stream.map(s -> Streams.appended(design, s).doubleValue()).orElse(0.0));
        values.put(
                Fact.STREAM_BYTES,
                stream.map(s -> value("quantity:" + Names.slug(s) + ".bytes", 0)).orElse(0.0));
        values.put(Fact.FRESH, watched().map(this::fresh).orElse(0.0));
        values.put(Fact.WATCHED, watched().map(this::peak).orElse(0.0));
        values.put(Fact.FILES, value("quantity:system.files", 0));
        values.put(Fact.SITES, value("quantity:system.sites", 1));
        values.put(Fact.DOWNTIME, strictest().map(q -> down(q.value())).orElse(-1.0));
        values.put(Fact.RTO, value("quantity:system.rto", -1));
        values.put(Fact.RPO, value("quantity:system.rpo", -1));
        values.put(Fact.MAILS, mails());
        return values;
    }

    private double monthly(UseCase useCase) {
        return value("quantity:" + useCase.slug() + ".rate", 0) * 30 * 86_400;
    }

    private boolean calls(UseCase useCase, String integration) {
        return useCase.effects().stream()
                .anyMatch(e -> e instanceof Effect.Call c && c.entity().equals(integration));
    }

    /** Mails a month: one for each change that is told of, or what the clock sends each night. */
    private double mails() {
        String mailer = purpose("(?i)e-?mail");
        double followed =
                followers().filter(u -> calls(u, mailer)).mapToDouble(this::monthly).sum();
        boolean clock = useCases.stream().anyMatch(u -> !u.followsOn() && calls(u, mailer));
        return followed + (clock ? notices() * 30 : 0);
    }

    /** The use case from which an integration is called, at once or afterwards. */
    private String causing(String integration) {
        return useCases.stream()
                .filter(u -> calls(u, integration))
                .max(Comparator.comparingDouble(this::peak).thenComparing(UseCase::id))
                .map(u -> u.followsOn() ? cause(u) : u.name())
                .orElse(named(UseCase.Kind.CREATE));
    }

    private static double down(BigDecimal availability) {
        return (1 - availability.doubleValue()) * MINUTES;
    }

    private double searched() {
        return design.all(Table.class).stream()
                .filter(t -> t.column("search").isPresent())
                .mapToDouble(
                        t -> value("quantity:" + Names.slug(t.entity()) + ".rows", 0) / share(t))
                .sum();
    }

    /**
     * How many such parts there are as a search looks at: the largest tenant's part where somebody
     * said how much of something it has, else ten times its share.
     */
    private double share(Table table) {
        return Tenancy.of(design)
                .filter(t -> t.coversTable(table.name()))
                .map(t ->
                        largest()
                                .orElse(
                                        Math.max(
                                                1,
                                                value(
                                                                "quantity:"
                                                                        + Names.slug(t.tenant())
                                                                        + ".rows",
                                                                10)
                                                        / 10)))
                .orElse(1.0);
    }

    /** Of what is counted, all for each that the largest tenant has. */
    private Optional<Double> largest() {
        String end = ".largest";
        return design.all(Quantity.class).stream()
                .filter(q -> q.id().endsWith(end) && q.value().signum() > 0)
                .flatMap(q ->
                        design
                                .findQuantity(
                                        q.id().substring(0, q.id().length() - end.length())
                                                + ".rows")
                                .map(all -> all.value().doubleValue() / q.value().doubleValue())
                                .stream())
                .min(Comparator.naturalOrder())
                .map(x -> Math.max(1, x));
    }

    private Optional<Quantity> people() {
        return design.all(Quantity.class).stream()
                .filter(q -> q.id().startsWith("quantity:actor.") && q.id().endsWith(".count"))
                .max(Comparator.comparing(Quantity::value).thenComparing(Quantity::id));
    }

    /** Messages a day: one for each change that is told of, or for one in twenty that is open. */
    private double notices() {
        return useCases.stream()
                .filter(u -> u.kind() == UseCase.Kind.NOTIFY)
                .mapToDouble(u -> {
                    if (u.followsOn()) {
                        return value("quantity:" + u.slug() + ".rate", 0) * 86_400;
                    }
                    double once = once(u);
                    if (once > 0) {
                        return once;
                    }
                    return u.reads().isEmpty()
                            ? 0
                            : value("quantity:" + Names.slug(u.reads().getFirst()) + ".open", 100)
                                    / 20;
                })
                .sum();
    }

    /** Records a day where each row is told of once at the most; 0 when nothing limits it. */
    private double once(UseCase useCase) {
        return design.all(Rule.AtMost.class).stream()
                .filter(r -> r.limit() == 1 && useCase.writes().contains(r.entity()))
                .filter(r -> useCase.reads().stream().anyMatch(r.per()::contains))
                .mapToDouble(r -> {
                    double keep =
                            value(
                                    "quantity:" + Names.slug(r.per().getFirst()) + ".keep",
                                    365 * 86_400.0);
                    return value("quantity:" + Names.slug(r.entity()) + ".rows", 0) * 86_400 / keep;
                })
                .findFirst()
                .orElse(0);
    }

    private Stream<UseCase> followers() {
        return useCases.stream().filter(UseCase::followsOn);
    }

    /** The read with a stated age that is asked for most often. */
    private Optional<UseCase> watched() {
        return useCases.stream()
                .filter(u -> u.kindOrThrow().onlyReads() || u.kind() == UseCase.Kind.STREAM)
                .filter(u -> design.findQuantity(freshness(u)).isPresent())
                .filter(u -> fresh(u) > 0 && fresh(u) <= 60)
                .max(Comparator.comparingDouble(this::peak).thenComparing(UseCase::id));
    }

    private Stream<UseCase> reads() {
        return useCases.stream().filter(u -> u.kindOrThrow().onlyReads());
    }

    /** How old the busiest answer may be, in seconds; negative when nobody said. */
    private double stale() {
        return reads().max(Comparator.comparingDouble(this::peak).thenComparing(UseCase::id))
                .map(u -> value(freshness(u), -1))
                .orElse(-1.0);
    }

    private static String freshness(UseCase useCase) {
        return "quantity:" + useCase.slug() + ".freshness";
    }

    private double fresh(UseCase useCase) {
        return value(freshness(useCase), 0);
    }

    private Optional<Quantity> strictest() {
        return design.all(Quantity.class).stream()
                .filter(q -> q.id().endsWith(".availability"))
                .filter(q -> q.value().signum() > 0)
                .max(Comparator.comparing(Quantity::value).thenComparing(Quantity::id));
    }

    private static String quoted(String name) {
        return "“" + name + "”";
    }

    private Facts.Words names() {
        String busiest =
                useCases.stream()
                        .max(Comparator.comparingDouble(this::peak).thenComparing(UseCase::id))
                        .map(UseCase::name)
                        .orElse("");
        String guarded =
                design.all(Rule.NoOverlap.class).stream()
                        .map(r -> quoted(r.text()))
                        .findFirst()
                        .or(() ->
                                design.all(Rule.AtMost.class).stream()
                                        .map(r -> quoted(r.text()))
                                        .findFirst())
                        .or(this::held)
                        .orElse("the foreign keys");
        String crossing =
                design.all(Rule.OnlyWhen.class).stream()
                        .findFirst()
                        .map(r -> quoted(r.text()))
                        .or(this::held)
                        .orElse("each use case");
        return new Facts.Words(
                crossing,
                guarded,
                busiest,
                useCases.stream().mapToDouble(this::peak).max().orElse(0),
                useCases.stream()
                        .filter(u -> u.kindOrThrow().onlyReads())
                        .max(Comparator.comparingDouble(this::peak).thenComparing(UseCase::id))
                        .map(UseCase::name)
                        .orElse(busiest),
                named(UseCase.Kind.SEARCH),
                Tenancy.of(design)
                        .map(t ->
                                " of the largest "
                                        + Names.words(t.tenant())
                                        + (largest().isPresent()
                                                ? ""
                                                : " (ten times its share, assumed)"))
                        .orElse(""),
                people().map(FactsReader::crowd).orElse("the people who sign in"),
                named(UseCase.Kind.NOTIFY),
                (int) Math.max(1, modules().count()),
                ServiceGroups.cut(design),
                (int)
                        design.all(Crossing.class).stream()
                                .filter(c ->
                                        c.has(Crossing.Kind.RULE)
                                                || c.has(Crossing.Kind.TRANSACTION))
                                .count(),
                design.all(Entity.class).size(),
                (int) useCases.stream().filter(u -> u.kindOrThrow().onlyReads()).count(),
                Streams.largest(design).orElse(""),
                watched().map(UseCase::name).orElse(""),
                followers().findFirst().map(u -> cause(u)).orElse(""),
                design.all(Integration.class).stream()
                        .filter(i -> !i.direction().equals("in"))
                        .map(Integration::name)
                        .toList(),
                payer(),
                causing(payer()),
                purpose("(?i)e-?mail"),
                causing(purpose("(?i)e-?mail")),
                filed(),
                strictest().map(q -> subject(q)).orElse(""),
                design.all(Actor.class).stream()
                        .filter(a -> a.kind() == Actor.Kind.SYSTEM)
                        .map(Actor::name)
                        .findFirst()
                        .orElse(""),
                new Division(design, useCases).key(),
                design.all(Constraint.class).stream()
                        .filter(c -> c.name().equals("residency"))
                        .flatMap(c -> c.values().stream())
                        .toList(),
                each("quantity:k.cores", "quantity:application.utilisation-1x"),
                each("quantity:k.database-cores", "quantity:database.utilisation-1x"),
                design.all(Constraint.class).stream()
                        .filter(c -> c.name().equals("regions"))
                        .flatMap(c -> c.values().stream())
                        .toList());
    }

    private static String crowd(Quantity count) {
        return Numbers.plain(count.value())
                + " "
                + Names.plural(
                        count.id()
                                .substring(
                                        "quantity:actor.".length(),
                                        count.id().length() - ".count".length())
                                .replace('-', ' '));
    }

    private String named(UseCase.Kind kind) {
        return useCases.stream()
                .filter(u -> u.kind() == kind)
                .map(UseCase::name)
                .findFirst()
                .orElse("");
    }

    /** The use case that something follows. */
    private String cause(UseCase follower) {
        return useCases.stream()
                .filter(u -> UseCase.after(u.name()).equals(follower.schedule()))
                .map(UseCase::name)
                .findFirst()
                .orElse(follower.name());
    }

    private String purpose(String pattern) {
        return design.all(Integration.class).stream()
                .filter(i -> i.purpose().matches(pattern))
                .map(Integration::name)
                .findFirst()
                .orElse("");
    }

    /** Who takes money from people: a bank that carries ours out is no payment provider. */
    private String payer() {
        return design.all(Integration.class).stream()
                .filter(i -> i.purpose().matches("(?i).*pay.*"))
                .map(Integration::name)
                .filter(n -> !n.matches("(?i).*(bank|sepa|payout|transfer).*"))
                .findFirst()
                .orElse("");
    }

    /** Cores that one request a second of the peak asks for, at 60 % busy. */
    private double each(String cores, String busy) {
        double peak = value("quantity:system.rate-peak", 0);
        double limit = value("quantity:k.utilisation", 0.6);
        return peak <= 0 ? 0 : value(cores, 1) * value(busy, limit) / limit / peak;
    }

    private String filed() {
        return design.all(Entity.class).stream()
                .filter(e ->
                        e.fields().stream()
                                .anyMatch(f ->
                                        f.type() == org.groundplan.model.FieldType.FILE
                                                || f.type()
                                                        == org.groundplan.model.FieldType.BINARY))
                .map(Entity::name)
                .findFirst()
                .orElse("");
    }

    private String subject(Quantity availability) {
        return design.find(UseCase.class, availability.subject())
                .map(u -> quoted(u.name()))
                .orElse("the system");
    }

    private Stream<Module> modules() {
        return design.all(Module.class).stream().filter(m -> !m.technical());
    }

    /** A rule that something in the store holds. */
    private Optional<String> held() {
        return design.all(Rule.class).stream()
                .filter(r -> !Mechanisms.of(design, r).isEmpty())
                .map(r -> quoted(r.text()))
                .findFirst();
    }
}
