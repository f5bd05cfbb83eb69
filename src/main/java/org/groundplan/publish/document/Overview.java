package org.groundplan.publish.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.groundplan.model.AccessRule;
import org.groundplan.model.Actor;
import org.groundplan.model.Component;
import org.groundplan.model.Connection;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Entity;
import org.groundplan.model.Expr;
import org.groundplan.model.Flow;
import org.groundplan.model.Integration;
import org.groundplan.model.Latency;
import org.groundplan.model.Module;
import org.groundplan.model.Names;
import org.groundplan.model.Numbers;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.Service;
import org.groundplan.model.Store;
import org.groundplan.model.UseCase;

/** Section 2: what there is, how use cases pass through it, and the numbers. */
final class Overview {
    private Overview() {}

    static void write(Design design, Md md, String mermaid) {
        md.heading(2, "2. Architecture overview");
        md.code("text", picture(design));
        md.code("mermaid", mermaid);
        flows(design, md);
        numbers(design, md);
        for (Connection c : design.all(Connection.class)) {
            if (c.style().equals("async") && !c.to().startsWith("service:")) {
                String other =
                        design.find(Integration.class, c.to())
                                .map(Integration::name)
                                .orElse(c.to());
                md.text(
                        c.carries().isEmpty()
                                ? "No use case of this brief calls " + other + " yet."
                                : c.carries()
                                        + (c.carries().contains("”, “") ? " reach " : " reaches ")
                                        + other
                                        + " over "
                                        + c.protocol()
                                        + " "
                                        + c.delivery()
                                        + ".");
            }
        }
    }

    private static String picture(Design design) {
        StringBuilder out = new StringBuilder();
        String actors =
                design.all(Actor.class).stream().map(Actor::name).collect(Collectors.joining(", "));
        Store store = design.all(Store.class).getFirst();
        String edge =
                design.find(Component.class, "component:edge")
                        .map(Component::technology)
                        .orElse("edge");
        out.append(actors)
                .append("\n   │ HTTPS\n   ▼\n[")
                .append(edge)
                .append(": TLS]\n   │\n   ▼\n");
        for (Service service : design.all(Service.class)) {
            out.append(service.name())
                    .append(" (")
                    .append(service.instances())
                    .append(service.instances() == 1 ? " instance)\n" : " instances)\n");
            for (String id : service.modules()) {
                Module m = design.get(Module.class, id);
                out.append("   ├─ ")
                        .append(m.name())
                        .append(": ")
                        .append(String.join(", ", m.owns()))
                        .append("\n");
            }
        }
        design.all(Connection.class).stream()
                .filter(c -> c.to().startsWith("service:"))
                .map(c ->
                        "   ┄ "
                                + design.get(Service.class, c.from()).name()
                                + (c.style().equals("sync") ? " asks " : " tells ")
                                + design.get(Service.class, c.to()).name()
                                + "\n")
                .distinct()
                .forEach(out::append);
        out.append("   │ one transaction per use case\n   ▼\n[")
                .append(store.technology())
                .append(" ")
                .append(store.version())
                .append("]")
                .append(
                        store.dumped()
                                ? "  ──nightly dump──▶ [object storage, other provider]\n"
                                : "\n");
        design.all(Integration.class)
                .forEach(i -> out.append("   ┄ after commit ┄▶ [").append(i.name()).append("]\n"));
        return out.toString();
    }

    private static void flows(Design design, Md md) {
        md.heading(3, "Flows and their budgets");
        List<List<String>> rows = new ArrayList<>();
        for (Flow flow : design.all(Flow.class)) {
            UseCase useCase = design.useCase(flow.useCase());
            String steps =
                    flow.steps().stream()
                            .map(s -> Said.quantity(design, s.budget()))
                            .collect(Collectors.joining(" + "));
            String does =
                    useCase.effects().stream()
                            .filter(e -> e.writes() || e instanceof Effect.Call)
                            .map(Effect::describe)
                            .collect(Collectors.joining(", then "));
            boolean job = useCase.job();
            rows.add(
                    List.of(
                            useCase.name(),
                            !does.isEmpty()
                                    ? does
                                    : !useCase.reads().isEmpty()
                                                    && AccessRule.SharedOnly.watched(
                                                            design, useCase.reads().getFirst())
                                            ? "reads, and writes a record of it"
                                            : "reads only",
                            job
                                    ? "a run within " + Said.quantity(design, flow.objective())
                                    : steps
                                            + " = "
                                            + Said.quantity(design, flow.objective())
                                            + asked(design, useCase)));
        }
        md.table(
                List.of("Use case", "What it does", "Edge + application + database (assumed)"),
                rows);
    }

    /** What the brief asks for, beside what the parts add up to. */
    private static String asked(Design design, UseCase useCase) {
        List<Latency> asked = Latency.of(design, useCase);
        return asked.isEmpty()
                ? ""
                : "; asked: "
                        + asked.stream().map(Latency::print).collect(Collectors.joining(", "));
    }

    private static void numbers(Design design, Md md) {
        md.heading(3, "The numbers");
        List<List<String>> rows = new ArrayList<>();
        for (UseCase useCase : design.all(UseCase.class)) {
            Quantity average = design.quantity("quantity:" + useCase.slug() + ".rate");
            Quantity peak = design.quantity("quantity:" + useCase.slug() + ".rate-peak");
            rows.add(
                    List.of(
                            useCase.name(),
                            average.label() + mark(average),
                            Numbers.print(peak.value(), peak.unit())
                                    + (peak.formula().equals(peak.label())
                                                    || peak.origin().kind() == Origin.Kind.ASSUMED
                                            ? ""
                                            : " = " + peak.formula())));
        }
        md.table(List.of("Use case", "Average", "Peak"), rows);
        List<List<String>> volumes = new ArrayList<>();
        for (var entity : design.all(Entity.class)) {
            Quantity count = design.quantity("quantity:" + Names.slug(entity.name()) + ".rows");
            Quantity bytes = design.quantity("quantity:" + Names.slug(entity.name()) + ".bytes");
            boolean plain =
                    count.expr() instanceof Expr.Ref || count.formula().equals(count.label());
            String arithmetic =
                    plain
                            ? (count.origin().kind() == Origin.Kind.ASSUMED
                                    ? count.origin().sentence()
                                    : "as stated")
                            : count.formula();
            volumes.add(
                    List.of(
                            entity.name(),
                            Numbers.print(count.value(), count.unit()) + mark(count),
                            arithmetic,
                            Numbers.print(bytes.value(), bytes.unit())));
        }
        md.table(List.of("Entity", "Rows", "Arithmetic", "With indexes"), volumes);
        md.text(
                "\\* assumed. Peaks without a formula are average × 3 in 10 hours. Together "
                        + Said.quantity(design, "quantity:system.rate-peak")
                        + " at the peak and "
                        + Said.quantity(design, "quantity:system.bytes")
                        + " when retention has filled up"
                        + design.findQuantity("quantity:system.files")
                                .map(q ->
                                        ", and "
                                                + Numbers.print(q.value(), q.unit())
                                                + " of files in object storage")
                                .orElse("")
                        + ".");
    }

    private static String mark(Quantity quantity) {
        return quantity.origin().kind() == Origin.Kind.ASSUMED ? " \\*" : "";
    }
}
