package org.groundplan.architect.stack;

import static org.groundplan.architect.stack.Choice.candidate;
import static org.groundplan.architect.stack.Choice.score;
import static org.groundplan.architect.stack.Choice.trait;
import static org.groundplan.model.Decision.Criterion.READABILITY;
import static org.groundplan.model.Decision.Criterion.REVERSIBILITY;
import static org.groundplan.model.Decision.Criterion.SIMPLICITY;
import static org.groundplan.model.Decision.Criterion.TESTABILITY;

import java.util.List;
import org.groundplan.architect.boundaries.ServiceGroups;
import org.groundplan.catalog.Catalog;
import org.groundplan.model.Decision.Candidate;

/** What stands between the internet and the application. */
record Gateway() implements Choice {
    @Override
    public String name() {
        return "gateway";
    }

    /** One instance of one service behind nothing that is there already raises no question. */
    @Override
    public boolean asked(Facts f) {
        return DeploymentTarget.several(f)
                || services(f) > 1
                || f.has("nginx", "traefik", "caddy", "haproxy");
    }

    @Override
    public String answers(Facts f) {
        return Facts.rate(f.peak())
                + " from outside at the peak"
                + (f.names().outsider().isEmpty()
                        ? ""
                        : "; " + f.names().outsider() + " calls, too");
    }

    private static double services(Facts f) {
        return f.engineers() > ServiceGroups.ONE_LINE
                ? Math.min(f.names().modules(), Math.ceil(f.engineers() / ServiceGroups.ONE_LINE))
                : 1;
    }

    @Override
    public List<Candidate> candidates(Facts f, Catalog catalog) {
        double services = services(f);
        boolean two = DeploymentTarget.several(f);
        String nginx = f.has("nginx") || f.knows("nginx") ? "it runs there already" : "";
        return List.of(
                candidate(
                        "Caddy",
                        f.has("nginx", "traefik")
                                ? "another one runs there and stays"
                                : two
                                        ? "“"
                                                + f.names().busiest()
                                                + "” needs several instances, and a single Caddy in front of them is the next single point"
                                        : "",
                        score(
                                TESTABILITY,
                                1,
                                "the way of “"
                                        + f.names().busiest()
                                        + "” through it runs in the same compose file"),
                        score(
                                READABILITY,
                                2,
                                "a few lines, for "
                                        + Facts.count(services)
                                        + (services == 1 ? " service" : " services")),
                        trait(SIMPLICITY, 2, "renews certificates by itself"),
                        trait(REVERSIBILITY, 1, "anything that ends TLS can stand in its place")),
                candidate(
                        "nginx",
                        f.has("traefik") ? "another one runs there and stays" : "",
                        score(
                                TESTABILITY,
                                two && nginx.isEmpty() ? 0 : 1,
                                two && nginx.isEmpty()
                                        ? "two of them, and an address that moves under “"
                                                + f.names().busiest()
                                                + "”, which the build does not try"
                                        : "the way of “"
                                                + f.names().busiest()
                                                + "” through it runs in the same compose file"),
                        trait(
                                READABILITY,
                                nginx.isEmpty() ? two ? 0 : 1 : 2,
                                nginx.isEmpty()
                                        ? "more lines, and a second tool for certificates"
                                        : nginx),
                        trait(SIMPLICITY, two ? -1 : 1, "certificates need a tool beside it"),
                        trait(REVERSIBILITY, 1, "anything that ends TLS can stand in its place")),
                candidate(
                        "the provider's load balancer",
                        f.ownMachines()
                                ? Facts.place(f.runsOn())
                                : f.has("nginx", "traefik")
                                        ? "another one runs there and stays"
                                        : "",
                        score(
                                TESTABILITY,
                                0,
                                "the way of “"
                                        + f.names().busiest()
                                        + "” through it cannot be run in the build"),
                        score(
                                READABILITY,
                                1,
                                "a rule for each of "
                                        + Facts.count(services)
                                        + " service"
                                        + (services == 1 ? "" : "s")),
                        score(
                                SIMPLICITY,
                                two ? 2 : 0,
                                two
                                        ? "outlives an instance, and "
                                                + Facts.rate(f.peak())
                                                + " is little for it"
                                        : "another part to pay for one instance at "
                                                + Facts.rate(f.peak())),
                        trait(REVERSIBILITY, 0, "its rules are the provider's")),
                candidate(
                        "Traefik",
                        services < 4 && !f.has("traefik")
                                ? "keys, quotas and routes for "
                                        + Facts.count(services)
                                        + (services == 1 ? " service" : " services")
                                        + " fit into the application"
                                : f.operators() < 1 && !f.has("traefik")
                                        ? "nobody is there to run a gateway"
                                        : "",
                        score(
                                TESTABILITY,
                                2,
                                "its routes are a file that the build checks, the same for "
                                        + Facts.count(services)
                                        + " services"),
                        trait(READABILITY, 0, "what a request may do stands in two places"),
                        trait(SIMPLICITY, -1, "a server with a configuration of its own"),
                        trait(REVERSIBILITY, 0, "plugins creep into every service")));
    }

    @Override
    public List<Fact> dials() {
        return List.of(Fact.DOWNTIME, Fact.PEAK);
    }

    @Override
    public List<String> tradeOffs(String chosen, Facts f) {
        return List.of();
    }
}
