package org.groundplan.publish.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.groundplan.model.Capacity;
import org.groundplan.model.Design;
import org.groundplan.model.Expr;
import org.groundplan.model.Names;
import org.groundplan.model.Numbers;
import org.groundplan.model.Objective;
import org.groundplan.model.Quantity;
import org.groundplan.model.Rule;
import org.groundplan.model.Slice;
import org.groundplan.model.Store;
import org.groundplan.model.Threat;
import org.groundplan.model.UseCase;

/** Section 7: ten times the load, security, observability, deployment, slices. */
final class Considerations {
    private Considerations() {}

    static void write(Design design, Md md) {
        md.heading(2, "7. Key considerations");
        Scalability.write(design, md);
        security(design, md);
        observability(design, md);
        deployment(design, md);
        slices(design, md);
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
                "Not designed here: how "
                        + accounts(design)
                        + " get their accounts, roles and sessions ("
                        + Said.chosen(design, "identity")
                        + ")"
                        + machines(design)
                        + ".");
    }

    /** Who signs in. */
    private static String accounts(Design design) {
        List<String> people =
                design.all(org.groundplan.model.Actor.class).stream()
                        .filter(a -> a.signsIn(design))
                        .map(org.groundplan.model.Actor::crowd)
                        .sorted()
                        .toList();
        return people.isEmpty() ? "callers" : Names.list(people);
    }

    /** What has no password and has to prove itself all the same. */
    private static String machines(Design design) {
        List<String> all =
                design.all(org.groundplan.model.Actor.class).stream()
                        .filter(a -> a.kind() != org.groundplan.model.Actor.Kind.PERSON)
                        .map(org.groundplan.model.Actor::crowd)
                        .sorted()
                        .toList();
        return all.isEmpty() ? "" : ", and by what " + Names.list(all) + " prove who they are";
    }

    /** Jobs alike are one row. */
    private static void observability(Design design, Md md) {
        md.heading(3, "Observability");
        java.util.Map<String, List<Objective>> alike = new java.util.LinkedHashMap<>();
        for (Objective o : design.all(Objective.class)) {
            Objective.Alert alert = o.alerts().getFirst();
            alike.computeIfAbsent(
                            o.indicator().replaceFirst("“.*”", "")
                                    + o.target()
                                    + alert.severity()
                                    + alert.lookFirst(),
                            _ -> new ArrayList<>())
                    .add(o);
        }
        List<List<String>> rows = new ArrayList<>();
        for (List<Objective> same : alike.values()) {
            Objective first = same.getFirst();
            rows.add(
                    List.of(
                            same.size() == 1
                                    ? Names.sentence(first.indicator())
                                    : Names.list(same.stream().map(Considerations::named).toList())
                                            + first.indicator()
                                                    .replaceFirst("^.*”", "")
                                                    .replaceFirst("^ has", " have each"),
                            first.target(),
                            Names.list(
                                            same.stream()
                                                    .map(o ->
                                                            "`"
                                                                    + o.alerts().getFirst().name()
                                                                    + "`")
                                                    .toList())
                                    + ", "
                                    + first.alerts().getFirst().severity(),
                            first.alerts().getFirst().lookFirst()));
        }
        md.table(List.of("Indicator", "Objective", "Alert", "Look first at"), rows);
        List<String> said = new ArrayList<>();
        design.findQuantity("quantity:system.expected-availability")
                .ifPresent(q ->
                        said.add(
                                "Where nothing is promised, the objective is what one outage leaves of a month: "
                                        + q.formula()
                                        + " = "
                                        + Numbers.percent(
                                                q.value().round(new java.math.MathContext(5)))
                                        + " ("
                                        + design.quantity("quantity:k.back").label()
                                        + " assumed, in hours as busy as others), so "
                                        + design.quantity("quantity:system.target").label()
                                        + strict(design)
                                        + "."));
        said.add(
                "Errors are told at 14.4 times what is allowed (over 1 h and over 5 min) and at 6 times (6 h and 30 min; Google, The Site Reliability Workbook, chapter 5)"
                        + rare(design)
                        + ".");
        said.add(
                "Logs carry operation, outcome, refusal, duration and a trace id"
                        + silent(design)
                        + ".");
        md.text(String.join(" ", said));
    }

    private static String named(Objective objective) {
        return objective.indicator().replaceFirst("^(.*”).*$", "$1");
    }

    /** Stricter promises, and what one outage is to each of them. */
    private static String strict(Design design) {
        BigDecimal back =
                design.findQuantity("quantity:k.back")
                        .map(Quantity::value)
                        .orElse(BigDecimal.valueOf(1800));
        BigDecimal target = design.quantity("quantity:system.target").value();
        List<String> over =
                design.all(UseCase.class).stream()
                        .filter(u ->
                                design.findQuantity("quantity:" + u.slug() + ".availability")
                                        .filter(q -> q.value().compareTo(target) > 0)
                                        .isPresent())
                        .map(u ->
                                "“"
                                        + u.name()
                                        + "” is promised more, and one such outage takes "
                                        + Numbers.percent(
                                                back.divide(
                                                                BigDecimal.ONE
                                                                        .subtract(
                                                                                design.quantity(
                                                                                                "quantity:"
                                                                                                        + u
                                                                                                                .slug()
                                                                                                        + ".availability")
                                                                                        .value())
                                                                        .multiply(MONTH),
                                                                Expr.EXACT)
                                                        .round(new java.math.MathContext(2)))
                                        + " of what its month allows")
                        .toList();
        return over.isEmpty() ? "" : "; " + String.join("; ", over);
    }

    private static final BigDecimal MONTH = BigDecimal.valueOf(2_629_746);

    /** What happens too seldom for a rate. */
    private static String rare(Design design) {
        List<String> seldom =
                design.all(Objective.class).stream()
                        .filter(o -> o.alerts().getFirst().name().endsWith("Failed"))
                        .map(Considerations::named)
                        .toList();
        return seldom.isEmpty()
                ? ""
                : "; "
                        + Names.list(seldom)
                        + (seldom.size() == 1 ? " comes" : " come")
                        + " too seldom for a rate, so each failure is told";
    }

    /** What somebody can read out of a log. */
    private static final java.util.Set<org.groundplan.model.FieldType> LEGIBLE =
            java.util.Set.of(
                    org.groundplan.model.FieldType.TEXT,
                    org.groundplan.model.FieldType.EMAIL,
                    org.groundplan.model.FieldType.PHONE,
                    org.groundplan.model.FieldType.POINT);

    /** What must never stand in a log, by name. */
    private static String silent(Design design) {
        List<String> never =
                design.all(org.groundplan.model.Entity.class).stream()
                        .sorted(
                                java.util.Comparator.comparing(
                                                (org.groundplan.model.Entity e) -> e.data())
                                        .reversed()
                                        .thenComparing(org.groundplan.model.Entity::name))
                        .flatMap(e ->
                                e.fields().stream()
                                        .filter(f ->
                                                LEGIBLE.contains(f.type())
                                                        && f.data()
                                                                != org.groundplan.model.DataClass
                                                                        .PUBLIC
                                                        && f.data()
                                                                != org.groundplan.model.DataClass
                                                                        .INTERNAL)
                                        .map(f -> e.name() + "." + f.name()))
                        .toList();
        return never.isEmpty()
                ? ""
                : never.size() <= 5
                        ? ", never " + Names.list(never)
                        : ", never one of the "
                                + never.size()
                                + " personal or secret fields, "
                                + never.getFirst()
                                + " before all";
    }

    private static void deployment(Design design, Md md) {
        md.heading(3, "Deployment and CI/CD");
        String target = Said.chosen(design, "deployment target");
        boolean several = !target.startsWith("one ");
        int instances =
                design.all(org.groundplan.model.Service.class).stream()
                        .mapToInt(org.groundplan.model.Service::instances)
                        .sum();
        List<String> absent = Said.beside(design);
        String tried =
                design.all(Threat.class).stream()
                        .filter(t -> t.id().equals("threat:races"))
                        .flatMap(t -> t.mitigations().stream())
                        .limit(1)
                        .map(r -> design.get(Rule.class, r).text())
                        .findFirst()
                        .orElse("");
        UseCase busiest = Capacity.dearest(design, _ -> true).orElseThrow();
        md.text(
                "[compose.yaml](deploy/compose.yaml) runs application, edge and metrics "
                        + (several ? "on a laptop" : "on the machine")
                        + (design.get(Store.class, "store:main").rented()
                                ? several
                                        ? ", with a container in place of the database that is bought"
                                        : ", against the database that is bought; on a laptop a container stands in for it"
                                : " beside the database")
                        + (absent.isEmpty()
                                ? ""
                                : "; "
                                        + Names.list(absent)
                                        + (absent.size() == 1 ? " is" : " are")
                                        + " not in it")
                        + ". The [pipeline](deploy/ci/pipeline.yaml) stops "
                        + (tried.isEmpty()
                                ? "at a failed test"
                                : "when two at once break “" + tried + "”")
                        + " on a real PostgreSQL, when a migration fails on a copy of the last release, or when a recorded answer changes. "
                        + (several
                                ? (tight(design, instances)
                                                ? "A release starts one more before it ends each of the "
                                                        + instances
                                                        + " instances: the others alone would not carry the peak"
                                                : "A release replaces the "
                                                        + instances
                                                        + " instances one after another")
                                        + quiet(design, busiest)
                                : "A release replaces one container: “"
                                        + busiest.name()
                                        + "” fails for some seconds, outside its busiest hour")
                        + "; the way back is the image before, which still runs on the new tables.");
        design.findQuantity("quantity:k.back")
                .ifPresent(b ->
                        md.text(
                                "Recovery, assumed: back within "
                                        + b.label()
                                        + " (RTO), at most 5 minutes of writes lost by point-in-time recovery (RPO)"
                                        + lost(design)
                                        + restore(design)
                                        + "."));
    }

    /** Whether what is left while one is away is busier than nine tenths. */
    private static boolean tight(Design design, int instances) {
        return instances > 1
                && design.quantity("quantity:application.utilisation-1x")
                                .value()
                                .multiply(BigDecimal.valueOf(instances))
                                .divide(BigDecimal.valueOf(instances - 1L), Expr.EXACT)
                                .compareTo(new BigDecimal("0.9"))
                        > 0;
    }

    /** Where there is a busiest hour at all. */
    private static String quiet(Design design, UseCase busiest) {
        BigDecimal mean = design.quantity("quantity:" + busiest.slug() + ".rate").value();
        BigDecimal peak = design.quantity("quantity:" + busiest.slug() + ".rate-peak").value();
        return peak.compareTo(mean.multiply(new BigDecimal("1.5"))) > 0
                ? ", outside the busiest hour of “" + busiest.name() + "”"
                : "";
    }

    /** What five minutes of writes are, at the peak. */
    private static String lost(Design design) {
        return design.all(UseCase.class).stream()
                .filter(u -> u.schedule() == null && !u.kindOrThrow().onlyReads())
                .max(
                        java.util.Comparator.comparing((UseCase u) ->
                                        design.quantity("quantity:" + u.slug() + ".rate-peak")
                                                .value())
                                .thenComparing(UseCase::id))
                .map(u ->
                        ", which at the peak is "
                                + Numbers.plain(
                                        design.quantity("quantity:" + u.slug() + ".rate-peak")
                                                .value()
                                                .multiply(BigDecimal.valueOf(300))
                                                .round(new java.math.MathContext(2)))
                                + " times “"
                                + u.name()
                                + "”")
                .orElse("");
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
                                seconds.round(new java.math.MathContext(3)),
                                org.groundplan.model.Unit.SECOND)
                        + " (100 MB/s, assumed)";
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
