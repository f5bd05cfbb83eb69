package org.groundplan.architect.delivery;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.groundplan.architect.boundaries.ServiceGroups;
import org.groundplan.architect.stack.Targets;
import org.groundplan.catalog.Catalog;
import org.groundplan.model.Component;
import org.groundplan.model.Connection;
import org.groundplan.model.Crossing;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Integration;
import org.groundplan.model.Module;
import org.groundplan.model.Names;
import org.groundplan.model.Operation;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.Service;
import org.groundplan.model.Store;
import org.groundplan.model.Streams;
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
        step.services();
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

    private void services() {
        List<ServiceGroups.Group> groups =
                ServiceGroups.of(
                        design, chosen("architecture style"), Streams.largest(design).orElse(""));
        for (ServiceGroups.Group group : groups) {
            service(group, groups.size() == 1);
        }
        if (groups.size() > 1) {
            between();
            operations();
        }
        store();
    }

    /** Use cases whose first write, or first read, is in one of the modules. */
    private List<UseCase> useCases(ServiceGroups.Group group) {
        List<String> names =
                group.modules().stream()
                        .flatMap(m -> design.get(Module.class, m).useCases().stream())
                        .toList();
        return design.all(UseCase.class).stream().filter(u -> names.contains(u.name())).toList();
    }

    private static boolean calls(UseCase useCase, Integration integration) {
        return useCase.effects().stream()
                .anyMatch(e -> e instanceof Effect.Call c && c.entity().equals(integration.name()));
    }

    private void service(ServiceGroups.Group group, boolean only) {
        String id = "service:" + Names.slug(group.name());
        List<UseCase> mine = only ? design.all(UseCase.class) : useCases(group);
        List<Integration> outside =
                design.all(Integration.class).stream()
                        .filter(i -> only || mine.stream().anyMatch(u -> calls(u, i)))
                        .toList();
        List<String> needs = new ArrayList<>(List.of("store:main"));
        outside.forEach(i -> needs.add(i.id()));
        String why =
                design.find(Decision.class, "decision:architecture-style")
                        .map(Decision::why)
                        .orElse("One deployable is enough.");
        List<Service.Failure> failures = new ArrayList<>();
        String writes =
                mine.stream()
                        .filter(u ->
                                u.effects().stream().anyMatch(e -> e.writes())
                                        && u.schedule() == null)
                        .map(u -> "“" + u.name() + "”")
                        .findFirst()
                        .orElse("every request");
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
        List<String> modules =
                group.modules().stream()
                        .map(m -> design.get(Module.class, m))
                        .filter(m -> !m.technical())
                        .map(Module::name)
                        .toList();
        add(
                new Service(
                        id,
                        group.name(),
                        group.modules(),
                        (only ? "all " + mine.size() : mine.size())
                                + " use cases, as "
                                + modules.size()
                                + (modules.size() == 1 ? " module" : " modules")
                                + " in one process: "
                                + String.join(", ", modules)
                                + ".",
                        instances("1x", mine, only),
                        instances("10x", mine, only),
                        needs,
                        failures,
                        Origin.derived(
                                "services",
                                why,
                                List.of("decision:architecture-style", "capacity:10x"))));
    }

    private String serviceOf(String module) {
        return design.all(Service.class).stream()
                .filter(s -> s.modules().contains(module))
                .map(Service::id)
                .findFirst()
                .orElse("");
    }

    /** What passes from one service to another, by event where a copy or a follower will do. */
    private void between() {
        for (Crossing crossing : design.all(Crossing.class)) {
            String from = serviceOf(crossing.from());
            String to = serviceOf(crossing.to());
            if (!from.equals(to) && !from.isEmpty() && !to.isEmpty()) {
                boolean asks = crossing.means() == Crossing.Means.CALL;
                add(
                        new Connection(
                                "connection:" + crossing.id().substring("crossing:".length()),
                                from,
                                to,
                                asks ? "HTTPS" : "message",
                                asks ? "sync" : "async",
                                asks ? "at most once, 1 s, one retry" : "at least once, by id",
                                asks ? "none needed" : "by the id of the row",
                                crossing.parted(),
                                Origin.derived(
                                        "services",
                                        "The two modules are deployed apart.",
                                        List.of(crossing.id()))));
            }
        }
    }

    /** Each operation belongs to the service that does it. */
    private void operations() {
        for (Operation operation : design.all(Operation.class)) {
            String useCase = design.useCase(operation.useCase()).name();
            design.all(Module.class).stream()
                    .filter(m -> m.useCases().contains(useCase))
                    .map(m -> serviceOf(m.id()))
                    .filter(s -> !s.isEmpty())
                    .findFirst()
                    .ifPresent(s -> add(operation.in(s)));
        }
    }

    private void store() {
        String store = chosen("primary store").isEmpty() ? "PostgreSQL" : chosen("primary store");
        String server = store.startsWith("PostgreSQL,") ? "PostgreSQL" : store;
        String version =
                catalog.technologies().containsKey(server)
                        ? catalog.technology(server).version()
                        : "";
        boolean rented = Targets.rented(chosen("deployment target"));
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
        String one = design.all(Service.class).getFirst().id();
        for (Service service : design.all(Service.class)) {
            connection(service, service.id().equals(one));
        }
        String edge = chosen("gateway").isEmpty() ? "Caddy" : chosen("gateway");
        add(
                new Component(
                        "component:edge",
                        "edge",
                        "ends TLS, spreads requests over what is ready",
                        edge,
                        Origin.derived(
                                "services",
                                "It faces the internet.",
                                List.of("decision:gateway", "decision:deployment-target"))));
        add(
                new Component(
                        "component:metrics",
                        "metrics",
                        "collects metrics and evaluates the alerts of section 7",
                        "Prometheus",
                        Origin.derived(
                                "services",
                                "An alert nobody evaluates is no alert.",
                                List.of("decision:deployment-target"))));
    }

    private void connection(Service service, boolean first) {
        add(
                new Connection(
                        "connection:service-store"
                                + (first ? "" : "-" + Names.slug(service.name())),
                        service.id(),
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
                            "each message 12 times in some six hours: after 30 s, then twice as long each time, an hour at most; the others pass it",
                            "after 5 failures in a row the run ends",
                            late(relayed)
                                    + "; messages wait in the outbox, and what caused them has succeeded",
                            "age of the oldest message in the outbox, and how many were given up"));
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

    /**
     * Machines of two cores, at a load of 1x or 10x; a service among several has its share of the
     * requests, and where one may be lost there are two.
     */
    private int instances(String load, List<UseCase> mine, boolean only) {
        BigDecimal machines = design.quantity("quantity:k.cores").value().divide(BigDecimal.TWO);
        BigDecimal busy =
                design.quantity("quantity:application.utilisation-" + load)
                        .value()
                        .multiply(machines);
        int least = Targets.twice(chosen("deployment target")) ? 2 : 1;
        if (only && load.equals("1x")) {
            return Math.max(least, machines.intValue());
        }
        return Math.max(
                least,
                busy.multiply(only ? BigDecimal.ONE : share(mine))
                        .divide(
                                design.quantity("quantity:k.utilisation").value(),
                                java.math.MathContext.DECIMAL64)
                        .setScale(0, java.math.RoundingMode.CEILING)
                        .intValue());
    }

    private BigDecimal share(List<UseCase> mine) {
        BigDecimal all = design.quantity("quantity:system.rate-peak").value();
        BigDecimal part =
                mine.stream()
                        .flatMap(u ->
                                design.findQuantity("quantity:" + u.slug() + ".rate-peak").stream())
                        .map(Quantity::value)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return all.signum() == 0
                ? BigDecimal.ONE
                : part.divide(all, java.math.MathContext.DECIMAL64);
    }
}
