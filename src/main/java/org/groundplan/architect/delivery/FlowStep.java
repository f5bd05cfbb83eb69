package org.groundplan.architect.delivery;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.workload.Schedule;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Expr;
import org.groundplan.model.Flow;
import org.groundplan.model.Numbers;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.Statement;
import org.groundplan.model.Transaction;
import org.groundplan.model.Unit;
import org.groundplan.model.UseCase;

/** How each use case passes through what runs, with the time each part of the way may take. */
public final class FlowStep {
    private final Design design;
    private final List<Element> added = new ArrayList<>();

    private FlowStep(Design design) {
        this.design = design;
    }

    public static Design apply(Design design) {
        FlowStep step = new FlowStep(design);
        design.all(UseCase.class).forEach(step::flow);
        return design.with(step.added);
    }

    private void add(Element element) {
        added.add(element);
    }

    /** Steps of one request with a budget each; the sum is what the objective promises. */
    private void flow(UseCase useCase) {
        if (useCase.job()) {
            job(useCase);
            return;
        }
        String slug = useCase.slug();
        Quantity edge = budget(slug, "edge", "0.02", "TLS and the way through the edge");
        Quantity app =
                budget(
                        slug,
                        "application",
                        "0.03",
                        "sign-in check, validation, writing the answer");
        Quantity demand = design.quantity("quantity:" + slug + ".demand-database");
        Quantity store =
                Quantity.of(
                        "quantity:" + slug + ".budget-database",
                        useCase.id(),
                        "latency",
                        "budget",
                        Expr.times(Expr.constant("5", 5, Unit.ONE), Expr.ref(demand)),
                        Origin.assumed(
                                "flows",
                                "Five times the assumed demand leaves room for waiting, locks and a cold cache.",
                                List.of(useCase.id())));
        add(store);
        Quantity sum =
                Quantity.of(
                        "quantity:" + slug + ".budget",
                        useCase.id(),
                        "latency",
                        "budget",
                        Expr.plus(List.of(Expr.ref(edge), Expr.ref(app), Expr.ref(store))),
                        Origin.derived("flows", "The parts add up.", List.of(useCase.id())));
        add(sum);
        int statements = statements(useCase).size();
        add(
                new Flow(
                        "flow:" + slug,
                        useCase.name(),
                        useCase.id(),
                        List.of(
                                new Flow.Step("request arrives", "edge", edge.id()),
                                new Flow.Step(
                                        "sign-in, validation, answer", "application", app.id()),
                                new Flow.Step(
                                        statements
                                                + (statements == 1 ? " statement" : " statements")
                                                + ", one commit",
                                        "database",
                                        store.id())),
                        sum.id(),
                        Origin.derived(
                                "flows",
                                "How “" + useCase.name() + "” passes through.",
                                List.of(useCase.id()))));
    }

    private Quantity budget(String slug, String where, String seconds, String why) {
        Quantity quantity =
                new Quantity(
                        "quantity:" + slug + ".budget-" + where,
                        "use-case:" + slug,
                        "latency",
                        "budget",
                        new Expr.Const("", new BigDecimal(seconds), Unit.SECOND),
                        "",
                        Origin.assumed(
                                "flows", "Assumed for " + why + ".", List.of("use-case:" + slug)));
        add(quantity);
        return quantity;
    }

    /** A run ends before the next one is due. */
    private void job(UseCase useCase) {
        long round = Math.min(Schedule.round(design, useCase), 1800);
        String label = Numbers.print(BigDecimal.valueOf(round), Unit.SECOND);
        Quantity run =
                new Quantity(
                        "quantity:" + useCase.slug() + ".budget",
                        useCase.id(),
                        "latency",
                        "budget",
                        new Expr.Const(label, BigDecimal.valueOf(round), Unit.SECOND),
                        label,
                        Origin.assumed(
                                "flows",
                                "A run ends before the next is due, and within half an hour, so that a failed one can be repeated.",
                                List.of(useCase.id())));
        add(run);
        List<Flow.Step> steps =
                statements(useCase).stream()
                        .map(s -> new Flow.Step(s.purpose(), "database", run.id()))
                        .toList();
        add(
                new Flow(
                        "flow:" + useCase.slug(),
                        useCase.name(),
                        useCase.id(),
                        steps,
                        run.id(),
                        Origin.derived(
                                "flows",
                                "How “" + useCase.name() + "” runs.",
                                List.of(useCase.id()))));
    }

    /** What a successful pass runs. */
    private List<Statement> statements(UseCase useCase) {
        return design.find(Transaction.class, "transaction:" + useCase.slug()).stream()
                .flatMap(t -> t.steps().stream())
                .filter(Transaction::always)
                .map(s -> design.get(Statement.class, s.statement()))
                .toList();
    }
}
