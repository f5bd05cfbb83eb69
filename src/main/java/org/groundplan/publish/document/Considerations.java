package org.groundplan.publish.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.groundplan.model.Capacity;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import org.groundplan.model.Expr;
import org.groundplan.model.Names;
import org.groundplan.model.Numbers;
import org.groundplan.model.Objective;
import org.groundplan.model.Quantity;
import org.groundplan.model.Rule;
import org.groundplan.model.Slice;
import org.groundplan.model.Stage;
import org.groundplan.model.Store;
import org.groundplan.model.Threat;
import org.groundplan.model.UseCase;

/** Section 7: ten times the load, security, observability, deployment, slices. */
final class Considerations {
    private Considerations() {}

    static void write(Design design, Md md) {
        md.heading(2, "7. Key considerations");
        scalability(design, md);
        stages(design, md);
        security(design, md);
        observability(design, md);
        deployment(design, md);
        slices(design, md);
    }

    private static void scalability(Design design, Md md) {
        md.heading(3, "Scalability: ten times the load");
        UseCase dearest = Capacity.dearest(design, _ -> true).orElseThrow();
        Quantity headroom = design.findQuantity("quantity:system.headroom").orElse(null);
        String margin =
                headroom == null
                        ? ""
                        : headroom.value().compareTo(new java.math.BigDecimal("1.5")) < 0
                                ? "The planned limit of 60 % is what the sizes were chosen for: "
                                        + Numbers.plain(headroom.value())
                                        + " times today's peak reaches it. "
                                : "The planned limit of 60 % is reached at "
                                        + Numbers.plain(headroom.value())
                                        + " times today's peak, or if every assumed time is that many times too low. ";
        BigDecimal cores = design.quantity("quantity:k.database-cores").value();
        BigDecimal needed = needed(design, cores);
        boolean enough = needed.compareTo(cores) <= 0;
        md.text(
                "At the peak the application is "
                        + Said.percent(design, "quantity:application.utilisation-1x")
                        + " busy and the database "
                        + Said.percent(design, "quantity:database.utilisation-1x")
                        + "; at ten times that "
                        + Said.percent(design, "quantity:application.utilisation-10x")
                        + " and "
                        + Said.percent(design, "quantity:database.utilisation-10x")
                        + ". "
                        + margin
                        + "Times are assumed ("
                        + Said.quantity(design, "quantity:k.demand-application")
                        + " in the application, "
                        + Said.quantity(design, "quantity:k.demand-statement")
                        + " a statement), so no percentile is given. "
                        + (design.quantity("quantity:application.utilisation-1x")
                                                .value()
                                                .compareTo(
                                                        design.quantity(
                                                                        "quantity:database.utilisation-1x")
                                                                .value())
                                        > 0
                                ? "First to give is the application, then the database, through “"
                                : "First to give is the database, through “")
                        + dearest.name()
                        + "” ("
                        + Capacity.share(design, dearest)
                        + " of its work). "
                        + (enough
                                ? "Ten times needs nothing new; past the limit, in order:"
                                : "In order:"));
        List<String> steps = new ArrayList<>();
        int instances =
                design.all(org.groundplan.model.Service.class).stream()
                        .mapToInt(org.groundplan.model.Service::instances)
                        .max()
                        .orElse(1);
        String more =
                (instances == 1 ? "a second instance" : "more than " + Said.instances(instances))
                        + " of the application behind the edge; nothing is kept in its memory, so nothing changes in it";
        boolean applicationFirst =
                design.quantity("quantity:application.utilisation-1x")
                                .value()
                                .compareTo(
                                        design.quantity("quantity:database.utilisation-1x").value())
                        > 0;
        if (applicationFirst) {
            steps.add(more);
        }
        steps.add(database(design, needed, enough));
        reader(design).ifPresent(steps::add);
        if (!applicationFirst) {
            steps.add(more);
        }
        design.all(UseCase.class).stream()
                .filter(u -> u.kind() == UseCase.Kind.REPORT)
                .findFirst()
                .ifPresent(u -> {
                    java.math.BigDecimal seconds =
                            design.quantity("quantity:" + u.slug() + ".demand-database")
                                    .value()
                                    .multiply(java.math.BigDecimal.TEN);
                    steps.add(
                            "“"
                                    + u.name()
                                    + "” from counts kept per month: at ten times the rows it reads for "
                                    + Numbers.print(seconds, org.groundplan.model.Unit.SECOND)
                                    + " (assumed)");
                });
        Optional<Decision> store = design.find(Decision.class, "decision:architecture-style");
        store.flatMap(d ->
                        d.flips().stream()
                                .filter(f -> f.when().startsWith("peak load"))
                                .findFirst())
                .ifPresent(f ->
                        steps.add(
                                "above "
                                        + f.value()
                                        + " one primary is not enough, and the style itself has to be decided again ("
                                        + f.to()
                                        + ")"));
        List<String> numbered = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            numbered.add("**" + (i + 1) + ".** " + Names.sentence(steps.get(i)) + ".");
        }
        md.list(numbered);
        quota(design, md);
    }

    private static final int STAGES = 5;

    /** Beyond so many times today, the next shape stands in design.json only. */
    private static final double FAR = 20;

    /** The next shapes in order, and the measured value that asks for each. */
    private static void stages(Design design, Md md) {
        List<Stage> all =
                design.all(Stage.class).stream()
                        .filter(s -> s.times() <= FAR)
                        .sorted(java.util.Comparator.comparingInt(Stage::order))
                        .toList();
        if (all.isEmpty()) {
            return;
        }
        md.heading(3, "The way from here");
        md.text(
                "The first of these that is measured says what comes next"
                        + (all.size() > STAGES
                                ? "; the first "
                                        + STAGES
                                        + " of "
                                        + all.size()
                                        + ", the rest is in design.json"
                                : "")
                        + ".");
        List<List<String>> rows = new ArrayList<>();
        for (Stage s : all.stream().limit(STAGES).toList()) {
            rows.add(
                    List.of(
                            Names.sentence(s.measure()) + " above " + s.value(),
                            Numbers.plain(BigDecimal.valueOf(s.times()))
                                    + " ×"
                                    + (s.when().isEmpty() ? "" : ", " + s.when()),
                            s.to() + " instead of " + s.from(),
                            s.prepared(),
                            s.left()));
        }
        md.table(
                List.of(
                        "Measured",
                        design.findQuantity("quantity:system.growth").isPresent()
                                ? "Today's, at the growth the brief states"
                                : "Today's",
                        "Then",
                        "Prepared now",
                        "Not built now: it would take"),
                rows);
    }

    /** Cores of the database at ten times the load. */
    private static BigDecimal needed(Design design, BigDecimal cores) {
        return cores.multiply(design.quantity("quantity:database.utilisation-10x").value())
                .divide(design.quantity("quantity:k.utilisation").value(), Expr.EXACT)
                .setScale(0, RoundingMode.CEILING);
    }

    private static String database(Design design, BigDecimal needed, boolean enough) {
        Quantity largest = design.quantity("quantity:k.largest-database");
        if (enough) {
            return "a larger database, which is a setting and some minutes of interruption";
        }
        if (needed.compareTo(largest.value()) <= 0) {
            return "a database of "
                    + Numbers.plain(needed)
                    + " cores, which is a setting and some minutes of interruption";
        }
        BigDecimal writing = Capacity.writing(design, needed);
        return "no larger database: ten times the load asks for "
                + Numbers.plain(needed)
                + " cores of one primary, and one machine has at most "
                + Numbers.plain(largest.value())
                + " (assumed); "
                + (writing.compareTo(largest.value()) <= 0
                        ? "with all reading on replicas, "
                                + Numbers.plain(writing)
                                + " are left on it"
                        : "writing alone asks for "
                                + Numbers.plain(writing)
                                + ", so it has to be split by the entity that requests name, which is another design");
    }

    /** What reads most, where that is worth a replica. */
    private static Optional<String> reader(Design design) {
        return Capacity.dearest(design, u -> u.kindOrThrow().onlyReads())
                .filter(u ->
                        Capacity.work(design, u)
                                        .compareTo(
                                                Capacity.work(design)
                                                        .multiply(new BigDecimal("0.2")))
                                >= 0)
                .map(u ->
                        "“"
                                + u.name()
                                + "” ("
                                + Capacity.share(design, u)
                                + " of the work) from a read replica, if it may be seconds old");
    }

    /** Locks put requests about the same row in a line: what that allows. */
    private static void quota(Design design, Md md) {
        design.all(Rule.OnlyWhen.class).stream()
                .filter(rule -> rule.negated() && !rule.self())
                .findFirst()
                .ifPresent(rule -> {
                    String row =
                            rule.same().stream()
                                    .map(Names::words)
                                    .collect(Collectors.joining(" and "));
                    md.text(
                            "The row lock on "
                                    + Names.article(row)
                                    + " puts requests about the same "
                                    + row
                                    + " in a line: "
                                    + lockRate(design, rule)
                                    + " a second at the assumed "
                                    + Said.quantity(
                                            design,
                                            "quantity:"
                                                    + Names.slug(rule.useCase())
                                                    + ".demand-database")
                                    + " of “"
                                    + rule.useCase()
                                    + "”.");
                });
    }

    private static String lockRate(Design design, Rule.OnlyWhen rule) {
        java.math.BigDecimal demand =
                design.quantity("quantity:" + Names.slug(rule.useCase()) + ".demand-database")
                        .value();
        return Numbers.plain(
                java.math.BigDecimal.ONE
                        .divide(demand, java.math.MathContext.DECIMAL64)
                        .setScale(0, java.math.RoundingMode.HALF_UP));
    }

    private static void security(Design design, Md md) {
        md.heading(3, "Security");
        List<List<String>> rows = new ArrayList<>();
        for (Threat t : design.all(Threat.class)) {
            String where =
                    t.mitigations().stream()
                            .limit(1)
                            .map(m -> "`" + m.substring(m.indexOf(':') + 1) + "`")
                            .collect(Collectors.joining(", "));
            rows.add(
                    List.of(
                            Names.sentence(t.title()),
                            t.cwe(),
                            t.how()
                                    + (t.status().equals("open") || where.isEmpty()
                                            ? ""
                                            : " (" + where + ")"),
                            t.status().equals("open") ? "**open**" : t.status()));
        }
        md.table(List.of("Threat", "CWE", "What stands against it, and where", "Status"), rows);
        md.text(
                "Accounts, roles and sessions of "
                        + Said.chosen(design, "identity")
                        + " are not part of this design yet.");
    }

    private static void observability(Design design, Md md) {
        md.heading(3, "Observability");
        List<List<String>> rows = new ArrayList<>();
        for (Objective o : design.all(Objective.class)) {
            Objective.Alert alert = o.alerts().getFirst();
            rows.add(
                    List.of(
                            Names.sentence(o.indicator()),
                            o.target(),
                            "`" + alert.name() + "`, " + alert.severity(),
                            alert.lookFirst()));
        }
        md.table(List.of("Indicator", "Objective", "Alert", "Look first at"), rows);
        String why =
                design.findQuantity("quantity:system.expected-availability")
                        .map(q ->
                                "The objective is what can be kept: "
                                        + q.formula()
                                        + " = "
                                        + Numbers.percent(
                                                q.value().round(new java.math.MathContext(5)))
                                        + " over a year, with room below it; one outage alone takes "
                                        + used(design)
                                        + " of a month's share. ")
                        .orElse("");
        md.text(
                why
                        + "Burn-rate alerts (14.4 times over an hour and five minutes; Google, The Site Reliability Workbook, chapter 5) need 20 requests an hour: below that a single error would speak for all. Logs carry operation, outcome, refusal, duration and a trace id, never names, addresses or what was searched.");
    }

    private static void deployment(Design design, Md md) {
        md.heading(3, "Deployment and CI/CD");
        String target = Said.chosen(design, "deployment target");
        boolean several = !target.startsWith("one ");
        md.text(
                "[compose.yaml](deploy/compose.yaml) runs application, edge and metrics "
                        + (several
                                ? "on a laptop; what else has to run stands in section 6"
                                : "on the machine")
                        + (design.get(Store.class, "store:main").rented()
                                ? "; the database is bought, a container stands in for it on a laptop"
                                : " beside the database")
                        + ". The [pipeline](deploy/ci/pipeline.yaml) stops at a failed test on a real PostgreSQL, migration on a copy of the last release, recorded sample, or scan. "
                        + (several
                                ? "A release replaces one instance after another; the way back is the image before."
                                : "A release replaces one container, some seconds outside busy hours; the way back is the image before."));
        design.findQuantity("quantity:k.back")
                .ifPresent(b ->
                        md.text(
                                "Recovery, assumed until the brief says otherwise: back within "
                                        + b.label()
                                        + " of working time (RTO) where a machine or a release is lost, at most 5 minutes of writes lost by point-in-time recovery (RPO)"
                                        + restore(design)
                                        + "."));
    }

    /** How long bringing all of it back from a backup takes. */
    private static String restore(Design design) {
        BigDecimal bytes =
                design.findQuantity("quantity:system.bytes")
                        .map(Quantity::value)
                        .orElse(BigDecimal.ZERO);
        BigDecimal seconds = bytes.divide(BigDecimal.valueOf(Capacity.RESTORE), Expr.EXACT);
        return seconds.compareTo(BigDecimal.valueOf(1800)) < 0
                ? ""
                : "; all "
                        + Numbers.print(bytes, org.groundplan.model.Unit.BYTE)
                        + " from a backup take "
                        + Numbers.print(
                                seconds.round(new java.math.MathContext(2)),
                                org.groundplan.model.Unit.SECOND)
                        + " (100 MB/s, assumed)";
    }

    /** The share of a month's errors that one outage takes, at the objective. */
    private static String used(Design design) {
        BigDecimal target =
                design.findQuantity("quantity:system.target")
                        .map(Quantity::value)
                        .orElse(new BigDecimal("0.99"));
        BigDecimal back =
                design.findQuantity("quantity:k.back")
                        .map(Quantity::value)
                        .orElse(BigDecimal.valueOf(1800));
        BigDecimal month = BigDecimal.ONE.subtract(target).multiply(BigDecimal.valueOf(2_629_746));
        return month.signum() <= 0
                ? "all"
                : Numbers.percent(
                        back.divide(month, Expr.EXACT).round(new java.math.MathContext(2)));
    }

    private static void slices(Design design, Md md) {
        md.heading(3, "Slices");
        List<List<String>> rows = new ArrayList<>();
        for (Slice s : design.all(Slice.class)) {
            String rules = s.rules().isEmpty() ? "–" : String.valueOf(s.rules().size());
            rows.add(
                    List.of(
                            String.valueOf(s.order()),
                            s.name(),
                            s.tables().isEmpty() ? "–" : String.join(", ", s.tables()),
                            rules,
                            s.tests().stream()
                                    .map(t ->
                                            "["
                                                    + t.substring(6).replace(".feature", "")
                                                    + "]("
                                                    + t
                                                    + ")")
                                    .collect(Collectors.joining(", "))));
        }
        md.table(
                List.of("No.", "Use cases", "New tables", "New rules", "Tests, written first"),
                rows);
    }
}
