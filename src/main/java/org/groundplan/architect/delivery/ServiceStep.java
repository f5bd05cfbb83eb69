package org.groundplan.architect.delivery;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.groundplan.catalog.Catalog;
import org.groundplan.model.Component;
import org.groundplan.model.Connection;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Integration;
import org.groundplan.model.Module;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Service;
import org.groundplan.model.Store;
import org.groundplan.model.UseCase;

/**
 * What runs: one service with its modules, one store, what is bought, who talks to whom, and the
 * bill.
 */
public final class ServiceStep {
    private final Catalog catalog;
    private Design design;

    private ServiceStep(Design design, Catalog catalog) {
        this.design = design;
        this.catalog = catalog;
    }

    public static Design apply(Design design, Catalog catalog) {
        ServiceStep step = new ServiceStep(design, catalog);
        step.service();
        return step.design;
    }

    private void add(Element element) {
        design = design.with(element);
    }

    private String chosen(String decision) {
        return design.find(Decision.class, "decision:" + Names.slug(decision))
                .map(Decision::chosen)
                .orElse("");
    }

    /** Gigabytes above which a nightly dump takes too long: 8 h at 20 MB/s (assumed). */
    private static final long LARGE_DUMP = 576;

    /** Days for which a dump is kept. */
    static final int DUMP_DAYS = 30;

    private boolean cluster() {
        return chosen("deployment target").contains("Kubernetes");
    }

    private static String backup(boolean rented, boolean dumped) {
        String recovery =
                rented
                        ? "point-in-time recovery by the provider"
                        : "a base backup a week and the log archived as it is written, to object storage with another provider (to be set up, pgBackRest or WAL-G; not among these files)";
        String dump =
                dumped
                        ? ", plus a [nightly logical dump](deploy/backup.sh) to object storage with another provider, kept "
                                + DUMP_DAYS
                                + " days"
                        : (rented ? ", with copies in a second region (not in the bill)" : "")
                                + "; a nightly dump of this size would not end before the next, so there is none";
        return recovery + dump + "; restored once a quarter";
    }

    private void service() {
        String id = "service:" + Names.slug(design.name());
        List<Module> modules = design.all(Module.class);
        List<Integration> outside = design.all(Integration.class);
        List<String> needs = new ArrayList<>(List.of("store:main"));
        outside.forEach(i -> needs.add(i.id()));
        String why =
                design.find(Decision.class, "decision:architecture-style")
                        .map(Decision::why)
                        .orElse("One deployable is enough.");
        List<Service.Failure> failures = new ArrayList<>();
        String writes =
                design.all(UseCase.class).stream()
                        .filter(u ->
                                u.effects().stream().anyMatch(e -> e.writes())
                                        && u.schedule() == null)
                        .map(u -> "“" + u.name() + "”")
                        .findFirst()
                        .orElse("every write");
        failures.add(
                new Service.Failure(
                        "store:main",
                        "2 s to connect, 5 s a statement, 60 s a report",
                        "once, for serialisation failures and deadlocks only (40001, 40P01)",
                        "none",
                        writes
                                + " answers 503 with Retry-After; nothing is written in part, because each use case is one transaction",
                        "readiness fails; a check from outside is to be rented"));
        outside.forEach(integration -> integration(id, integration, failures));
        add(
                new Service(
                        id,
                        design.name(),
                        modules.stream().map(Module::id).toList(),
                        "all "
                                + design.all(UseCase.class).size()
                                + " use cases, as "
                                + modules.size()
                                + (modules.size() == 1 ? " module" : " modules")
                                + " in one process: "
                                + modules.stream()
                                        .map(Module::name)
                                        .collect(Collectors.joining(", "))
                                + ".",
                        instances("1x"),
                        instances("10x"),
                        needs,
                        failures,
                        Origin.derived(
                                "services",
                                why,
                                List.of("decision:architecture-style", "capacity:10x"))));
        String store = chosen("primary store").isEmpty() ? "PostgreSQL" : chosen("primary store");
        String version =
                catalog.technologies().containsKey(store)
                        ? catalog.technology(store).version()
                        : "";
        boolean rented = cluster() || chosen("deployment target").contains("managed PostgreSQL");
        boolean dumped = times("quantity:system.bytes", 1e9) <= LARGE_DUMP;
        add(
                new Store(
                        "store:main",
                        "main",
                        store,
                        version,
                        design.all(Entity.class).stream().map(Entity::name).toList(),
                        rented,
                        dumped,
                        backup(rented, dumped),
                        Origin.derived(
                                "services",
                                "One store: the rules relate what would otherwise be apart.",
                                List.of("decision:primary-store"))));
        add(
                new Connection(
                        "connection:service-store",
                        id,
                        "store:main",
                        "PostgreSQL, TLS",
                        "sync",
                        "one transaction for each use case",
                        "by row locks",
                        "all reads and writes",
                        Origin.derived(
                                "services",
                                "Every use case is one transaction.",
                                List.of("store:main"))));
        add(
                new Component(
                        "component:edge",
                        "edge",
                        "ends TLS, renews certificates",
                        "Caddy",
                        Origin.derived(
                                "services",
                                "The machine faces the internet.",
                                List.of("decision:deployment-target"))));
        add(
                new Component(
                        "component:metrics",
                        "metrics",
                        "collects metrics of one process and evaluates the alerts of section 7",
                        "Prometheus",
                        Origin.derived(
                                "services",
                                "An alert nobody evaluates is no alert.",
                                List.of("decision:deployment-target"))));
    }

    /** Another system: who calls it, with which guarantee, and what happens when it is away. */
    private void integration(
            String service, Integration integration, List<Service.Failure> failures) {
        List<UseCase> callers =
                design.all(UseCase.class).stream()
                        .filter(u ->
                                u.effects().stream()
                                        .anyMatch(e ->
                                                e instanceof Effect.Call c
                                                        && c.entity().equals(integration.name())))
                        .toList();
        List<UseCase> relayed = callers.stream().filter(UseCase::followsOn).toList();
        List<UseCase> recorded = callers.stream().filter(u -> !u.followsOn()).toList();
        if (!relayed.isEmpty()) {
            call(
                    service,
                    integration,
                    "",
                    relayed,
                    "at least once, each time with the id of its message, by which the receiver has to know a repeat");
            failures.add(
                    new Service.Failure(
                            integration.id(),
                            "10 s",
                            "each message until it is taken, with pauses that grow to a minute",
                            "after 5 failures in a row the run ends",
                            late(relayed)
                                    + "; messages wait in the outbox, and what caused them has succeeded",
                            "age of the oldest message in the outbox"));
        }
        if (!recorded.isEmpty()) {
            call(
                    service,
                    integration,
                    relayed.isEmpty() ? "" : "-recorded",
                    recorded,
                    "at most once for each record: it is committed before the call, so nothing goes out twice, and what fails or crashes in between is not sent again");
            failures.add(
                    new Service.Failure(
                            integration.id(),
                            "10 s",
                            "none: a record that is there counts as told",
                            "after 5 failures in a row the run ends",
                            late(recorded)
                                    + "; what had its record already is lost, and nothing else waits for it",
                            "failed calls in the metrics; an alert when no run ended well"));
        }
        if (callers.isEmpty()) {
            call(service, integration, "", callers, "");
        }
    }

    private static String names(List<UseCase> useCases) {
        return useCases.stream().map(u -> "“" + u.name() + "”").collect(Collectors.joining(", "));
    }

    private static String late(List<UseCase> useCases) {
        return names(useCases) + (useCases.size() == 1 ? " runs late" : " run late");
    }

    private void call(
            String service,
            Integration integration,
            String suffix,
            List<UseCase> callers,
            String delivery) {
        add(
                new Connection(
                        "connection:service-" + Names.slug(integration.name()) + suffix,
                        service,
                        integration.id(),
                        integration.protocol().isEmpty()
                                ? "HTTPS"
                                : integration.protocol().toUpperCase(Locale.ROOT),
                        "async",
                        delivery,
                        "none needed",
                        names(callers),
                        Origin.derived(
                                "services", "Named in the brief.", List.of(integration.id()))));
    }

    private long times(String quantity, double unit) {
        return (long)
                Math.ceil(
                        design.findQuantity(quantity).map(q -> q.value().doubleValue()).orElse(0.0)
                                / unit);
    }

    /** Machines of two cores, at a load of 1x or 10x. */
    private int instances(String load) {
        java.math.BigDecimal machines =
                design.quantity("quantity:k.cores").value().divide(BigDecimal.TWO);
        if (load.equals("1x")) {
            return machines.intValue();
        }
        java.math.BigDecimal busy =
                design.quantity("quantity:application.utilisation-" + load)
                        .value()
                        .multiply(machines);
        return Math.max(
                1,
                busy.divide(
                                design.quantity("quantity:k.utilisation").value(),
                                java.math.MathContext.DECIMAL64)
                        .setScale(0, java.math.RoundingMode.CEILING)
                        .intValue());
    }
}
