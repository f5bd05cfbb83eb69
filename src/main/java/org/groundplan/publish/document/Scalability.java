package org.groundplan.publish.document;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.groundplan.model.Capacity;
import org.groundplan.model.Design;
import org.groundplan.model.Expr;
import org.groundplan.model.Finding;
import org.groundplan.model.Growth;
import org.groundplan.model.Names;
import org.groundplan.model.Numbers;
import org.groundplan.model.Quantity;
import org.groundplan.model.Rule;
import org.groundplan.model.Service;
import org.groundplan.model.Stage;
import org.groundplan.model.Unit;
import org.groundplan.model.UseCase;

/** Ten times the load: what gives first, and the next shapes. */
final class Scalability {
    /** Seconds after which a report is ended. */
    private static final BigDecimal REPORT = BigDecimal.valueOf(60);

    private final Design design;
    private final BigDecimal cores;
    private final BigDecimal needed;
    private final BigDecimal largest;
    private final BigDecimal headroom;

    private Scalability(Design design) {
        this.design = design;
        this.cores = design.quantity("quantity:k.database-cores").value();
        this.needed =
                cores.multiply(design.quantity("quantity:database.utilisation-10x").value())
                        .divide(design.quantity("quantity:k.utilisation").value(), Expr.EXACT)
                        .setScale(0, RoundingMode.CEILING);
        this.largest = design.quantity("quantity:k.largest-database").value();
        this.headroom =
                design.findQuantity("quantity:system.headroom")
                        .map(Quantity::value)
                        .orElse(BigDecimal.ZERO);
    }

    static void write(Design design, Md md) {
        Scalability it = new Scalability(design);
        it.tenTimes(md);
        it.stages(md);
    }

    private BigDecimal busy(String what) {
        return design.quantity("quantity:" + what + ".utilisation-1x").value();
    }

    private void tenTimes(Md md) {
        md.heading(3, "Scalability: ten times the load");
        UseCase dearest = Capacity.dearest(design, _ -> true).orElseThrow();
        boolean enough = needed.compareTo(cores) <= 0;
        boolean applicationFirst = busy("application").compareTo(busy("database")) > 0;
        List<String> steps = new ArrayList<>();
        Optional<String> slow = report();
        slow.ifPresent(steps::add);
        blocks().ifPresent(steps::add);
        if (applicationFirst) {
            steps.add(instances());
        }
        if (needed.compareTo(largest) > 0) {
            reader().ifPresent(steps::add);
            steps.add(database(enough));
        } else {
            steps.add(database(enough));
            reader().ifPresent(steps::add);
        }
        if (!applicationFirst) {
            steps.add(instances());
        }
        md.text(
                "At the peak, the mean of the busiest hour, the application is "
                        + Said.percent(design, "quantity:application.utilisation-1x")
                        + " busy and the database "
                        + Said.percent(design, "quantity:database.utilisation-1x")
                        + ", “"
                        + dearest.name()
                        + "” with "
                        + Capacity.share(design, dearest)
                        + " of that; at ten times it would be "
                        + Said.percent(design, "quantity:application.utilisation-10x")
                        + " and "
                        + Said.percent(design, "quantity:database.utilisation-10x")
                        + ". "
                        + margin()
                        + "Processor times ("
                        + Said.quantity(design, "quantity:k.demand-application")
                        + " a request, "
                        + Said.quantity(design, "quantity:k.demand-statement")
                        + " a plain statement) are assumed; waiting is in section 2. "
                        + (enough
                                ? slow.isPresent()
                                        ? "Ten times needs only the first of these; past the limit, in order:"
                                        : "Ten times needs nothing new; past the limit, in order:"
                                : "In order:"));
        List<String> numbered = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            numbered.add("**" + (i + 1) + ".** " + Names.sentence(steps.get(i)) + ".");
        }
        md.list(numbered);
        quota(md);
    }

    /** How far the sizes carry, and until when. */
    private String margin() {
        if (headroom.signum() == 0) {
            return "";
        }
        String when = Growth.when(design, Math.max(1, headroom.doubleValue()));
        String times = Numbers.plain(headroom);
        if (headroom.compareTo(new BigDecimal("1.5")) < 0) {
            return "The sizes are those of today: "
                    + (headroom.compareTo(new BigDecimal("1.05")) < 0
                            ? "the planned limit of 60 % is reached now"
                            : "the planned limit of 60 % is reached at "
                                    + times
                                    + " times the peak")
                    + (when.isEmpty() || headroom.compareTo(new BigDecimal("1.05")) < 0
                            ? ""
                            : ", " + when + " of the growth that is stated")
                    + ". ";
        }
        return "The planned limit of 60 % is reached at "
                + times
                + " times today's peak"
                + (when.isEmpty() ? "" : ", " + when + " of the growth that is stated")
                + ", if every assumed time is that many times too low, or if the load of an hour comes within "
                + Numbers.print(
                        BigDecimal.valueOf(3600)
                                .divide(headroom, Expr.EXACT)
                                .round(new MathContext(2, RoundingMode.DOWN)),
                        Unit.SECOND)
                + ". ";
    }

    private String instances() {
        int now = design.all(Service.class).stream().mapToInt(Service::instances).sum();
        BigDecimal later =
                busy("application")
                        .multiply(BigDecimal.TEN)
                        .multiply(BigDecimal.valueOf(now))
                        .divide(design.quantity("quantity:k.utilisation").value(), Expr.EXACT)
                        .setScale(0, RoundingMode.CEILING)
                        .max(BigDecimal.valueOf(now));
        boolean pushes = !Said.chosen(design, "live updates").isEmpty();
        return (later.intValueExact() > now
                        ? Numbers.plain(later) + " instances of the application instead of " + now
                        : (now == 1 ? "a second instance" : "more than " + Said.instances(now))
                                + " of the application")
                + (pushes
                        ? ": requests may go to any of them, but who watches is bound to one, and has to come back elsewhere when it ends"
                        : later.intValueExact() > now || now > 1
                                ? ", which keep nothing between two requests"
                                : ", which keeps nothing between two requests");
    }

    private String database(boolean enough) {
        if (enough) {
            return "a database of more than "
                    + Numbers.plain(cores)
                    + (cores.compareTo(BigDecimal.ONE) == 0 ? " core" : " cores")
                    + ": a setting, and some minutes without “"
                    + Capacity.dearest(design, _ -> true).orElseThrow().name()
                    + "”";
        }
        if (needed.compareTo(largest) <= 0) {
            return "a database of "
                    + Numbers.plain(needed)
                    + " cores instead of "
                    + Numbers.plain(cores)
                    + ": a setting, and some minutes without “"
                    + Capacity.dearest(design, _ -> true).orElseThrow().name()
                    + "”"
                    + full();
        }
        BigDecimal most =
                largest.multiply(design.quantity("quantity:k.utilisation").value())
                        .divide(busy("database").multiply(cores), Expr.EXACT)
                        .round(new MathContext(2));
        BigDecimal writing = Capacity.writing(design, needed);
        String when = Growth.when(design, Math.max(1, most.doubleValue()));
        return "a database of up to "
                + Numbers.plain(largest)
                + " cores (the largest, assumed), which carries "
                + Numbers.plain(most)
                + " times today's peak"
                + (when.isEmpty() ? "" : ", " + when)
                + "; ten times would take "
                + Numbers.plain(needed)
                + (writing.compareTo(largest) <= 0
                        ? ", of which "
                                + Numbers.plain(writing)
                                + " write and the rest could read elsewhere"
                        : ", "
                                + Numbers.plain(writing)
                                + " of them for writing alone: it has to be divided");
    }

    /** Where ten times as much is more than one database keeps. */
    private String full() {
        BigDecimal bytes =
                design.findQuantity("quantity:system.bytes")
                        .map(Quantity::value)
                        .orElse(BigDecimal.ZERO)
                        .multiply(BigDecimal.TEN);
        return bytes.compareTo(new BigDecimal("32e12")) <= 0
                ? ""
                : "; cores do not help with ten times the data, "
                        + Numbers.print(bytes.round(new MathContext(2)), Unit.BYTE)
                        + ", which one database does not keep";
    }

    /** What reads most, where that is worth a replica: much work on much data that may be old. */
    private Optional<String> reader() {
        return Capacity.dearest(design, u -> u.kindOrThrow().onlyReads())
                .filter(u ->
                        Capacity.work(design, u)
                                        .compareTo(
                                                Capacity.work(design)
                                                        .multiply(new BigDecimal("0.2")))
                                >= 0)
                .filter(u -> !fresh(u))
                .map(u ->
                        "“"
                                + u.name()
                                + "” ("
                                + Capacity.share(design, u)
                                + " of the work) "
                                + (small(u)
                                        ? "from a copy that each instance keeps for some seconds: "
                                                + Numbers.print(read(u), Unit.BYTE)
                                                + " fit into its memory"
                                        : "from a read replica, if it may be seconds old"));
    }

    /** Whether somebody said that it must be as good as new. */
    private boolean fresh(UseCase useCase) {
        return design.findQuantity("quantity:" + useCase.slug() + ".freshness")
                .filter(q -> q.value().compareTo(BigDecimal.valueOf(5)) < 0)
                .isPresent();
    }

    private BigDecimal read(UseCase useCase) {
        return useCase.reads().stream()
                .map(e ->
                        design.findQuantity("quantity:" + Names.slug(e) + ".bytes")
                                .map(Quantity::value)
                                .orElse(new BigDecimal("1e12")))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .round(new MathContext(2));
    }

    private boolean small(UseCase useCase) {
        return !useCase.reads().isEmpty()
                && !useCase.mine()
                && read(useCase).compareTo(new BigDecimal("2e7")) < 0;
    }

    /** What comes one by one and could come together. */
    private Optional<String> blocks() {
        return design.all(Finding.class).stream()
                .filter(f -> f.kind().equals("iot.ingest-batch"))
                .flatMap(f -> design.find(UseCase.class, f.element()).stream())
                .findFirst()
                .map(u ->
                        "“"
                                + u.name()
                                + "” in blocks, one statement and one commit for each: requests and commits are most of this load, and what the next steps count would hardly be needed");
    }

    /** A report over ten times the rows. */
    private Optional<String> report() {
        return design.all(UseCase.class).stream()
                .filter(u -> u.kind() == UseCase.Kind.REPORT)
                .max(Comparator.comparing(this::reads).thenComparing(UseCase::id))
                .filter(u -> reads(u).multiply(BigDecimal.TEN).compareTo(REPORT) > 0)
                .map(u ->
                        "“"
                                + u.name()
                                + "” from counts kept beside the rows: "
                                + (u.by().contains("period")
                                        ? "a year of rows (assumed) takes "
                                        : "it takes ")
                                + Numbers.print(reads(u), Unit.SECOND)
                                + ", ten times as many would take "
                                + Numbers.print(
                                        reads(u).multiply(BigDecimal.TEN).round(new MathContext(2)),
                                        Unit.SECOND)
                                + ", and a report is ended after 60 s");
    }

    private BigDecimal reads(UseCase useCase) {
        return design.findQuantity("quantity:" + useCase.slug() + ".budget-database")
                .map(Quantity::value)
                .orElse(BigDecimal.ZERO);
    }

    private static final int STAGES = 5;

    /** Beyond so many times today, the next shape stands in design.json only. */
    private static final double FAR = 10;

    /** The next shapes in order, each with all the measures that lead to it. */
    private void stages(Md md) {
        Map<String, List<Stage>> all = new LinkedHashMap<>();
        design.all(Stage.class).stream()
                .filter(s -> s.times() <= FAR)
                .sorted(Comparator.comparingInt(Stage::order))
                .forEach(s ->
                        all.computeIfAbsent(s.question() + s.to(), _ -> new ArrayList<>()).add(s));
        if (all.isEmpty()) {
            return;
        }
        md.heading(3, "The way from here");
        List<List<String>> rows = new ArrayList<>();
        for (List<Stage> same : all.values().stream().limit(STAGES).toList()) {
            Stage s = same.getFirst();
            rows.add(
                    List.of(
                            same.stream()
                                    .map(x -> x.measure() + " above " + x.value())
                                    .collect(
                                            Collectors.collectingAndThen(
                                                    Collectors.joining(", or "), Names::sentence)),
                            same.stream()
                                    .map(Scalability::far)
                                    .collect(Collectors.joining(", or ")),
                            s.to().equals(org.groundplan.model.Decision.NOTHING)
                                    ? s.from() + " is not enough, nor is another of the candidates"
                                    : s.to() + " instead of " + s.from(),
                            s.prepared(),
                            s.left()));
        }
        md.table(
                List.of("Measured", "From today", "Then", "Prepared now", "What it would take"),
                rows);
    }

    /** {@code 1.6 times, in about 5 months}. */
    private static String far(Stage stage) {
        if (stage.times() < 1.05) {
            return "reached: just " + stage.when();
        }
        return Numbers.plain(BigDecimal.valueOf(stage.times()))
                + " times"
                + (stage.when().isEmpty()
                        ? ""
                        : (stage.when().startsWith("in ") ? ", " : " ") + stage.when());
    }

    /**
     * Whether the line could ever be as long as that: a tenth of all such requests about one row.
     */
    private boolean crowded(Rule.OnlyWhen rule) {
        String slug = Names.slug(rule.useCase());
        return design.findQuantity("quantity:" + slug + ".rate-peak")
                .filter(rate ->
                        rate.value()
                                        .multiply(
                                                design.quantity(
                                                                "quantity:"
                                                                        + slug
                                                                        + ".demand-database")
                                                        .value())
                                        .compareTo(new BigDecimal("0.1"))
                                > 0)
                .isPresent();
    }

    /** Locks put requests about the same row in a line: what that allows. */
    private void quota(Md md) {
        design.all(Rule.OnlyWhen.class).stream()
                .filter(rule -> rule.negated() && !rule.self())
                .filter(this::crowded)
                .findFirst()
                .ifPresent(rule -> {
                    String row =
                            rule.same().stream()
                                    .map(Names::words)
                                    .collect(Collectors.joining(" and "));
                    Quantity demand =
                            design.quantity(
                                    "quantity:" + Names.slug(rule.useCase()) + ".demand-database");
                    md.text(
                            "The row lock on "
                                    + Names.article(row)
                                    + " puts requests about the same "
                                    + row
                                    + " in a line: "
                                    + Numbers.plain(
                                            BigDecimal.ONE
                                                    .divide(demand.value(), MathContext.DECIMAL64)
                                                    .setScale(0, RoundingMode.HALF_UP))
                                    + " a second at the assumed "
                                    + Numbers.print(demand.value(), demand.unit())
                                    + " of “"
                                    + rule.useCase()
                                    + "”.");
                });
    }
}
