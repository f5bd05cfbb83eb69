package org.groundplan.architect.capacity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundplan.architect.workload.Assumed;
import org.groundplan.architect.workload.WorkloadStep;
import org.groundplan.model.Capacity;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Expr;
import org.groundplan.model.Names;
import org.groundplan.model.Numbers;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.Tenancy;
import org.groundplan.model.Transaction;
import org.groundplan.model.Unit;
import org.groundplan.model.UseCase;

/**
 * Utilisation law: busy share = rate × demand ÷ servers (Denning and Buzen, The Operational
 * Analysis of Queueing Network Models, 1978). Demands are assumed, so the margin is printed instead
 * of a percentile.
 */
public final class CapacityStep {
    private static final String APP = "quantity:k.demand-application";
    private static final String SEARCH = "quantity:k.demand-search";
    private static final String STATEMENT = "quantity:k.demand-statement";
    private static final String LIMIT = "quantity:k.utilisation";
    private static final String CORES = "quantity:k.cores";

    /** Cores that one database can have. */
    public static final String LARGEST = "quantity:k.largest-database";

    private static final String DB_CORES = "quantity:k.database-cores";

    private Design design;

    private CapacityStep(Design design) {
        this.design = design;
    }

    public static Design apply(Design design) {
        CapacityStep step = new CapacityStep(design);
        step.constants();
        for (UseCase useCase : design.all(UseCase.class)) {
            step.demand(useCase);
        }
        step.sizes();
        step.utilisation("1x", "peak", WorkloadStep::peakRate);
        step.utilisation("10x", "10x", u -> WorkloadStep.rate(u) + "-10x");
        step.headroom();
        return step.design;
    }

    private void add(Element element) {
        design = design.with(element);
    }

    private void constant(
            String id,
            String kind,
            BigDecimal value,
            Unit unit,
            String text,
            String why,
            String ifWrong) {
        Assumed.constant("capacity", id, "system", kind, "", value, unit, text, why, ifWrong)
                .forEach(this::add);
    }

    private void constants() {
        constant(
                APP,
                "demand",
                new BigDecimal("0.005"),
                Unit.SECOND,
                "5 ms",
                "Processor time of the application for one request.",
                "Section 7 says how many times higher it may be.");
        constant(
                STATEMENT,
                "demand",
                new BigDecimal("0.002"),
                Unit.SECOND,
                "2 ms",
                "Processor time of the database for one statement that finds its row by an index.",
                "Section 7 says how many times higher it may be.");
        constant(
                SEARCH,
                "demand",
                new BigDecimal("0.02"),
                Unit.SECOND,
                "20 ms",
                "Processor time of the database for one search by words.",
                "Section 7 says how many times higher it may be.");
        constant(
                LARGEST,
                "count",
                BigDecimal.valueOf(96),
                Unit.ONE,
                "96 cores",
                "Cores of the largest database that one machine can be.",
                "The load at which one primary is not enough moves in proportion.");
        add(
                new Quantity(
                        LIMIT,
                        "system",
                        "utilisation",
                        "planned",
                        new Expr.Const("60 %", new BigDecimal("0.6"), Unit.ONE),
                        "60 %",
                        Origin.assumed(
                                "capacity",
                                "Above this waiting grows faster than load: 2.5 times the service time at 60 %, 5 times at 80 % (M/M/1).",
                                List.of())));
    }

    /**
     * As many cores as keep the peak below the planned utilisation; at least one of a database and
     * two of a machine.
     */
    private void sizes() {
        BigDecimal limit = design.quantity(LIMIT).value();
        BigDecimal database = BigDecimal.ZERO;
        BigDecimal application = BigDecimal.ZERO;
        for (UseCase useCase : design.all(UseCase.class)) {
            BigDecimal rate = design.quantity(WorkloadStep.peakRate(useCase)).value();
            BigDecimal demand =
                    design.quantity("quantity:" + useCase.slug() + ".demand-database").value();
            database = database.add(rate.multiply(demand, Expr.EXACT), Expr.EXACT);
            application =
                    application.add(
                            rate.multiply(design.quantity(APP).value(), Expr.EXACT), Expr.EXACT);
        }
        size(
                DB_CORES,
                "store:main",
                database.divide(limit, Expr.EXACT),
                1,
                "The smallest database that stays below the planned utilisation.");
        BigDecimal machines = application.divide(limit.multiply(BigDecimal.TWO), Expr.EXACT);
        size(
                CORES,
                "service:" + Names.slug(design.name()),
                machines,
                2,
                "Machines of two cores that stay below the planned utilisation.");
    }

    private void size(String id, String subject, BigDecimal needed, int step, String why) {
        BigDecimal whole =
                needed.setScale(0, java.math.RoundingMode.CEILING)
                        .max(BigDecimal.ONE)
                        .multiply(BigDecimal.valueOf(step));
        String text =
                whole.toPlainString() + (whole.compareTo(BigDecimal.ONE) == 0 ? " core" : " cores");
        add(
                new Quantity(
                        id,
                        subject,
                        "count",
                        "servers",
                        new Expr.Const(text, whole, Unit.ONE),
                        text,
                        Origin.derived("capacity", why, List.of("quantity:system.rate-peak"))));
    }

    private static final BigDecimal YEAR = new BigDecimal("31556952");

    /** Database time of one request: a search, or its statements. */
    private void demand(UseCase useCase) {
        long statements =
                design.find(Transaction.class, "transaction:" + useCase.slug())
                        .map(t -> t.steps().stream().filter(Transaction::always).count())
                        .orElse(1L);
        Expr expr =
                useCase.kind() == UseCase.Kind.SEARCH
                        ? Expr.ref(design.quantity(SEARCH))
                        : Expr.times(
                                Expr.constant(String.valueOf(statements), statements, Unit.ONE),
                                Expr.ref(design.quantity(STATEMENT)));
        if (useCase.kind() == UseCase.Kind.REPORT && !useCase.reads().isEmpty()) {
            Quantity rows =
                    design.quantity("quantity:" + Names.slug(useCase.reads().getFirst()) + ".rows");
            Expr read = Expr.ref(rows);
            Tenancy tenancy =
                    Tenancy.of(design)
                            .filter(t -> t.covers(useCase.reads().getFirst()))
                            .filter(t -> !t.across(useCase))
                            .orElse(null);
            if (tenancy != null) {
                read =
                        Expr.over(
                                read,
                                Expr.ref(
                                        design.quantity(
                                                "quantity:"
                                                        + Names.slug(tenancy.tenant())
                                                        + ".rows")));
            }
            Optional<Quantity> keep =
                    design.findQuantity(
                                    "quantity:" + Names.slug(useCase.reads().getFirst()) + ".keep")
                            .filter(q -> q.value().compareTo(YEAR) > 0);
            if (useCase.by().contains("period") && keep.isPresent()) {
                // a period is a year at most (assumed)
                read =
                        Expr.over(
                                Expr.times(read, new Expr.Const("1 year", YEAR, Unit.SECOND)),
                                Expr.ref(keep.get()));
            }
            expr =
                    Expr.over(
                            read,
                            new Expr.Const(
                                    "500,000 rows a second",
                                    BigDecimal.valueOf(500_000),
                                    Unit.PER_SECOND));
        }
        add(
                Quantity.of(
                        "quantity:" + useCase.slug() + ".demand-database",
                        useCase.id(),
                        "demand",
                        "",
                        expr,
                        Origin.assumed(
                                "capacity",
                                "Assumed processor time of the database for one “"
                                        + useCase.name()
                                        + "”.",
                                List.of(useCase.id()))));
    }

    private void utilisation(
            String load, String window, java.util.function.Function<UseCase, String> rate) {
        List<Expr> database = new ArrayList<>();
        List<Expr> rates = new ArrayList<>();
        for (UseCase useCase : design.all(UseCase.class)) {
            Quantity often = design.quantity(rate.apply(useCase));
            database.add(
                    Expr.times(
                            Expr.ref(often),
                            Expr.ref(
                                    design.quantity(
                                            "quantity:" + useCase.slug() + ".demand-database"))));
            rates.add(Expr.ref(often));
        }
        Quantity db =
                Quantity.of(
                        "quantity:database.utilisation-" + load,
                        "store:main",
                        "utilisation",
                        window,
                        Expr.over(Expr.plus(database), Expr.ref(design.quantity(DB_CORES))),
                        Origin.derived(
                                "capacity",
                                "Rate × demand of every use case, over the cores of the database.",
                                List.of()));
        Quantity app =
                Quantity.of(
                        "quantity:application.utilisation-" + load,
                        "service:" + Names.slug(design.name()),
                        "utilisation",
                        window,
                        Expr.over(
                                Expr.times(Expr.plus(rates), Expr.ref(design.quantity(APP))),
                                Expr.ref(design.quantity(CORES))),
                        Origin.derived(
                                "capacity",
                                "All requests × the application's time, over its cores.",
                                List.of()));
        add(db);
        add(app);
        boolean databaseFirst = db.value().compareTo(app.value()) >= 0;
        Quantity first = databaseFirst ? db : app;
        boolean holds = first.value().compareTo(new BigDecimal("0.6")) <= 0;
        add(
                new Capacity(
                        "capacity:" + load,
                        load,
                        List.of(
                                new Capacity.Station("application", app.id(), 2),
                                new Capacity.Station("database", db.id(), 1)),
                        databaseFirst ? "database" : "application",
                        holds
                                ? "nothing: "
                                        + Numbers.percent(first.value())
                                        + " of the "
                                        + (databaseFirst ? "database" : "application")
                                        + " is busy"
                                : "a larger " + (databaseFirst ? "database" : "machine"),
                        Origin.derived(
                                "capacity",
                                "The busiest station is the first to give.",
                                List.of(db.id(), app.id()))));
    }

    private void headroom() {
        Quantity now =
                design.quantity("quantity:database.utilisation-1x")
                                        .value()
                                        .compareTo(
                                                design.quantity(
                                                                "quantity:application.utilisation-1x")
                                                        .value())
                                >= 0
                        ? design.quantity("quantity:database.utilisation-1x")
                        : design.quantity("quantity:application.utilisation-1x");
        if (now.value().signum() > 0) {
            add(
                    Quantity.of(
                            "quantity:system.headroom",
                            "system",
                            "ratio",
                            "peak",
                            Expr.over(Expr.ref(design.quantity(LIMIT)), Expr.ref(now)),
                            Origin.derived(
                                    "capacity",
                                    "How many times today's peak, or how many times the assumed demands, until the busiest station is at its planned limit.",
                                    List.of(now.id()))));
        }
    }
}
