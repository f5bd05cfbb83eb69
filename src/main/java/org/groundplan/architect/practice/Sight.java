package org.groundplan.architect.practice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundplan.architect.workload.WorkloadStep;
import org.groundplan.model.Actor;
import org.groundplan.model.Capacity;
import org.groundplan.model.Constraint;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Integration;
import org.groundplan.model.Latency;
import org.groundplan.model.Location;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.Rule;
import org.groundplan.model.Trait;
import org.groundplan.model.UseCase;
import org.jspecify.annotations.Nullable;

/**
 * A design as conditions read it: the vocabulary of the practices, and nothing they could change.
 */
public final class Sight {
    /** Seconds in a day. */
    public static final double DAY = 86_400;

    /** Seconds in a month, a twelfth of a year. */
    public static final double MONTH = 2_629_746;

    /** Seconds in a year. */
    public static final double YEAR = 31_556_952;

    private final Design design;

    public Sight(Design design) {
        this.design = design;
    }

    public Design design() {
        return design;
    }

    // --- numbers

    /** The value of a quantity; 0 when there is none. */
    public double value(String id) {
        return design.findQuantity(id).map(q -> q.value().doubleValue()).orElse(0.0);
    }

    public boolean has(String id) {
        return design.findQuantity(id).isPresent();
    }

    /** Whether somebody said it, or it follows from what somebody said. */
    public boolean stated(String id) {
        return design.findQuantity(id)
                .filter(q ->
                        q.origin().kind() != Origin.Kind.ASSUMED
                                && q.origin().kind() != Origin.Kind.SUGGESTED)
                .isPresent();
    }

    /** Whether it stands in the brief. */
    public boolean said(String id) {
        return design.findQuantity(id)
                .filter(q ->
                        q.origin().kind() == Origin.Kind.STATED
                                || q.origin().kind() == Origin.Kind.AUTHORED)
                .isPresent();
    }

    /** The line of the brief a quantity stands in, quoted with its number; empty when derived. */
    public String quote(String id) {
        return design.find(id).map(this::quote).orElse("");
    }

    /** The sentence of the brief an element stands in, with its line; empty when derived. */
    public String quote(Element element) {
        Location at = element.origin().at();
        String text = element instanceof Rule r ? r.text() : at == null ? "" : at.text().strip();
        if (at == null || text.isEmpty()) {
            return "";
        }
        String plain = text.replaceFirst("^- ", "").replaceFirst("\\s+#.*$", "");
        return "“"
                + (plain.length() > 140 ? plain.substring(0, 137) + "…" : plain)
                + "” (line "
                + at.line()
                + ")";
    }

    // --- use cases

    public List<UseCase> uses() {
        return design.all(UseCase.class);
    }

    /** What somebody starts, not the clock. */
    public List<UseCase> acts() {
        return uses().stream().filter(u -> u.schedule() == null).toList();
    }

    /** What the clock starts. */
    public List<UseCase> jobs() {
        return uses().stream().filter(u -> u.schedule() != null && !u.followsOn()).toList();
    }

    /** Times a second at the peak. */
    public double peak(UseCase use) {
        return value("quantity:" + use.slug() + ".rate-peak");
    }

    /** Times a second, on average over the year. */
    public double mean(UseCase use) {
        return value("quantity:" + use.slug() + ".rate");
    }

    public double perDay(UseCase use) {
        return mean(use) * DAY;
    }

    public double perMonth(UseCase use) {
        return mean(use) * MONTH;
    }

    /** Whether its rate was given, by itself or relative to another that was given. */
    public boolean rateStated(UseCase use) {
        return stated("quantity:" + use.slug() + ".rate")
                || said("quantity:" + use.slug() + ".rate-peak");
    }

    /** Seconds of the database that one takes. */
    public double demand(UseCase use) {
        return value("quantity:" + use.slug() + ".demand-database");
    }

    /** Its share of the database's work, 0 … 1. */
    public double share(UseCase use) {
        BigDecimal total = Capacity.work(design);
        return total.signum() == 0
                ? 0
                : Capacity.work(design, use).doubleValue() / total.doubleValue();
    }

    public boolean reads(UseCase use, String entity) {
        return use.reads().contains(entity);
    }

    public boolean onlyReads(UseCase use) {
        return use.kind() != null && use.kind().onlyReads();
    }

    public boolean writes(UseCase use, String entity) {
        return use.effects().stream().anyMatch(e -> e.writes() && e.entity().equals(entity));
    }

    public boolean inserts(UseCase use, String entity) {
        return use.effects().stream()
                .anyMatch(e ->
                        (e instanceof Effect.Insert || e instanceof Effect.Append)
                                && e.entity().equals(entity));
    }

    public boolean changes(UseCase use) {
        return use.effects().stream().anyMatch(Effect::writes);
    }

    public Optional<Latency> latency(UseCase use) {
        return Latency.of(design, use).stream().max(Comparator.comparing(Latency::percent));
    }

    /** What was promised of it in particular, else of the whole; 0 when nothing was. */
    public double availability(UseCase use) {
        double own = value("quantity:" + use.slug() + ".availability");
        return own > 0 ? own : value("quantity:system.availability");
    }

    /** The id of the figure behind {@link #availability(UseCase)}. */
    public String availabilityId(UseCase use) {
        String own = "quantity:" + use.slug() + ".availability";
        return has(own) ? own : "quantity:system.availability";
    }

    public Optional<String> trait(Element element, String name) {
        return Trait.of(design, element.id(), name);
    }

    /** The kind of the one who starts it. */
    public Optional<Actor> actor(UseCase use) {
        return use.actor() == null
                ? Optional.empty()
                : design.find(Actor.class, Actor.id(use.actor()));
    }

    /**
     * Seconds it has to go on without a network, by itself or because of the person who does it.
     */
    public double offline(UseCase use) {
        double person =
                actor(use)
                        .filter(a -> a.kind() == Actor.Kind.PERSON)
                        .map(a -> value("quantity:actor." + Names.slug(a.name()) + ".offline"))
                        .orElse(0.0);
        return Math.max(value("quantity:" + use.slug() + ".offline"), person);
    }

    // --- entities

    public List<Entity> entities() {
        return design.all(Entity.class);
    }

    public Optional<Entity> entity(String name) {
        return design.find(Entity.class, Entity.id(name));
    }

    /** Rows when retention has filled up. */
    public double rows(Entity entity) {
        String slug = Names.slug(entity.name());
        return has("quantity:" + slug + ".rows")
                ? value("quantity:" + slug + ".rows")
                : value("quantity:" + slug + ".count");
    }

    public double bytes(Entity entity) {
        return value("quantity:" + Names.slug(entity.name()) + ".bytes");
    }

    /** New rows a second, on average. */
    public double comes(Entity entity) {
        String slug = "quantity:" + Names.slug(entity.name());
        boolean filled =
                quantity(slug + ".rows").filter(q -> q.window().equals("horizon")).isPresent()
                        && value(slug + ".keep") > 0;
        if (filled) {
            return value(slug + ".rows") / value(slug + ".keep");
        }
        return uses().stream()
                .filter(u -> inserts(u, entity.name()))
                .mapToDouble(u -> mean(u) * Math.max(1, many(u, entity)))
                .sum();
    }

    private double many(UseCase use, Entity entity) {
        return use.effects().stream()
                        .anyMatch(e ->
                                e instanceof Effect.Insert i
                                        && i.many()
                                        && i.entity().equals(entity.name()))
                ? Math.max(1, value("quantity:" + Names.slug(entity.name()) + ".per-request"))
                : 1;
    }

    /** Seconds it is kept; 0 when nobody said. */
    public double kept(Entity entity) {
        String id = "quantity:" + Names.slug(entity.name()) + ".keep";
        return said(id) ? value(id) : 0;
    }

    public boolean personal(Entity entity) {
        return switch (entity.data()) {
            case PERSONAL, HEALTH, PAYMENT -> true;
            default -> false;
        };
    }

    public List<UseCase> writers(Entity entity) {
        return uses().stream().filter(u -> writes(u, entity.name())).toList();
    }

    public List<UseCase> readers(Entity entity) {
        return uses().stream().filter(u -> reads(u, entity.name()) && onlyReads(u)).toList();
    }

    /**
     * How many there are of somebody or something: as an actor, else as an entity; 0 if unknown.
     */
    public double count(@Nullable String name) {
        return WorkloadStep.counted(design, name).map(q -> q.value().doubleValue()).orElse(0.0);
    }

    /** The largest share of anything that one tenant has, 0 … 1; 0 when nobody said. */
    public double largestShare() {
        return entities().stream()
                .filter(e -> count(e.name()) > 0)
                .mapToDouble(e -> largest(e) / count(e.name()))
                .max()
                .orElse(0);
    }

    /** Most of them that one tenant or parent has; 0 when nobody said. */
    public double largest(Entity entity) {
        return value("quantity:" + Names.slug(entity.name()) + ".largest");
    }

    /** The entity that keeps tenants apart, if there is one. */
    public Optional<String> tenant() {
        return design.all(org.groundplan.model.AccessRule.Isolated.class).stream()
                .findFirst()
                .map(org.groundplan.model.AccessRule.Isolated::entity);
    }

    // --- partners

    public List<Integration> partners() {
        return design.all(Integration.class);
    }

    /** The use case that brings money in by a partner; what goes out is another. */
    public Optional<UseCase> charging(Integration partner) {
        return callers(partner).stream()
                .filter(u -> pays(partner) && u.schedule() == null)
                .filter(u ->
                        !u.name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .matches(".*\\b(refund|withdraw|pay ?out).*"))
                .max(Comparator.comparingDouble(this::mean).thenComparing(UseCase::id));
    }

    public String slug(Integration partner) {
        return "quantity:integration." + Names.slug(partner.name());
    }

    public boolean purpose(Integration partner, String regex) {
        return partner.means(regex);
    }

    public boolean pays(Integration partner) {
        return partner.pays();
    }

    /** Use cases whose doing ends in a call of a partner, at once or by a message afterwards. */
    public List<UseCase> callers(Integration partner) {
        List<UseCase> result = new ArrayList<>();
        for (UseCase use : uses()) {
            if (calls(use, partner)) {
                result.add(starter(use));
            }
        }
        return result.stream().distinct().toList();
    }

    private static boolean calls(UseCase use, Integration partner) {
        return use.effects().stream()
                .anyMatch(e -> e instanceof Effect.Call c && c.entity().equals(partner.name()));
    }

    /** For what lives on a message, the use case that left it. */
    public UseCase starter(UseCase use) {
        if (!use.followsOn()) {
            return use;
        }
        return uses().stream()
                .filter(u ->
                        u.effects().stream()
                                .anyMatch(e ->
                                        e instanceof Effect.Emit m
                                                && m.entity().equals(use.slug())))
                .findFirst()
                .orElse(use);
    }

    /** Whether the caller of a use case waits for the partner. */
    public boolean waits(UseCase use, Integration partner) {
        return calls(use, partner) && use.schedule() == null;
    }

    public Optional<Integration> partner(Effect.Call call) {
        return design.find(Integration.class, Integration.id(call.entity()));
    }

    // --- people, places

    public double engineers() {
        return org.groundplan.model.Staff.all(design);
    }

    public boolean teamsStated() {
        return !design.all(org.groundplan.model.Team.class).isEmpty();
    }

    public Optional<Constraint> constraint(String name) {
        return design.find(Constraint.class, "constraint:" + Names.slug(name));
    }

    public List<String> words(String constraint) {
        return constraint(constraint).map(Constraint::values).orElse(List.of());
    }

    /** Places it runs at: those counted, else those named, else one. */
    public double sites() {
        double counted = value("quantity:system.sites");
        return counted > 0 ? counted : Math.max(1, words("regions").size());
    }

    public Optional<String> chosen(String question) {
        return design.find(Decision.class, "decision:" + Names.slug(question))
                .map(Decision::chosen);
    }

    /** Whether the other place has to take over sooner than somebody can be woken. */
    public boolean takesOverByItself() {
        double rto = value("quantity:system.rto");
        return rto > 0 && rto <= Known.PAGE || anywhere(TAKEOVER).isPresent();
    }

    /** A sentence that asks for it. */
    public static final Pattern TAKEOVER =
            Pattern.compile("tak(?:es?|ing) ?over|fail(?:s|ing)? ?over", Pattern.CASE_INSENSITIVE);

    // --- sentences

    /** The first sentence of the rules that a pattern occurs in. */
    public Optional<Rule> sentence(Pattern pattern) {
        return design.all(Rule.class).stream()
                .filter(r -> pattern.matcher(r.text()).find())
                .min(
                        Comparator.comparingInt((Rule r) ->
                                        r.origin().at() == null
                                                ? Integer.MAX_VALUE
                                                : r.origin().at().line())
                                .thenComparing(Rule::id));
    }

    /** What a pattern finds in the summary, the rules or the names of use cases. */
    public Optional<Matcher> anywhere(Pattern pattern) {
        List<String> texts = new ArrayList<>(List.of(design.summary()));
        design.all(Rule.class).forEach(r -> texts.add(r.text()));
        uses().forEach(u -> texts.add(u.name()));
        return texts.stream().map(pattern::matcher).filter(Matcher::find).findFirst();
    }

    public Optional<Quantity> quantity(String id) {
        return design.findQuantity(id);
    }
}
