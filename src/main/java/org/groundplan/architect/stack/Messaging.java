package org.groundplan.architect.stack;

import static org.groundplan.architect.stack.Choice.candidate;
import static org.groundplan.architect.stack.Choice.first;
import static org.groundplan.architect.stack.Choice.score;
import static org.groundplan.architect.stack.Choice.trait;
import static org.groundplan.model.Decision.Criterion.READABILITY;
import static org.groundplan.model.Decision.Criterion.REVERSIBILITY;
import static org.groundplan.model.Decision.Criterion.SIMPLICITY;
import static org.groundplan.model.Decision.Criterion.TESTABILITY;

import java.util.List;
import org.groundplan.catalog.Catalog;
import org.groundplan.model.Decision.Candidate;

/** How one thing that happened reaches whoever has to know. */
record Messaging() implements Choice {
    static final String OUTBOX = "an outbox table, emptied by the application";
    static final String QUEUE = "the provider's queue";

    /** Jobs a second up to which a table is the queue (assumed). */
    private static final double TABLE = 1000;

    /** Messages a second up to which a broker of three nodes is enough (assumed). */
    private static final double BROKER = 20_000;

    @Override
    public String name() {
        return "messaging";
    }

    @Override
    public boolean asked(Facts f) {
        return !f.names().told().isEmpty();
    }

    @Override
    public String answers(Facts f) {
        if (f.names().told().isEmpty()) {
            return "nothing in this brief is told after a commit";
        }
        List<String> receivers = f.names().receivers();
        return "“"
                + f.names().told()
                + "” is followed by a message"
                + (receivers.isEmpty() ? "" : ", to " + String.join(", ", receivers))
                + "; together "
                + Facts.rate(f.of(Fact.EVENTS))
                + " at the peak";
    }

    private static String there(Facts f, String own) {
        for (String broker : List.of("kafka", "rabbitmq", "nats", "sqs")) {
            if (!broker.equals(own) && f.has(broker) && !f.has(own)) {
                return Catalog.spelt(broker)
                        + " runs there and stays; a second way to send messages is one more to watch";
            }
        }
        return "";
    }

    @Override
    public List<Candidate> candidates(Facts f, Catalog catalog) {
        double events = f.of(Fact.EVENTS);
        String told = f.names().told().isEmpty() ? f.names().busiest() : f.names().told();
        String rate = Facts.rate(events);
        double machines = 3 * Facts.machine(catalog);
        double managed = catalog.price("managed Kafka, three smallest brokers").eur().doubleValue();
        double million = catalog.price("provider's queue, 1 million requests").eur().doubleValue();
        double month = million * events * 86_400 * 30 / 1e6;
        return List.of(
                candidate(
                        OUTBOX,
                        first(
                                there(f, ""),
                                events > TABLE
                                        ? rate
                                                + " is more than the thousand jobs a second that a table carries (assumed)"
                                        : ""),
                        score(
                                TESTABILITY,
                                2,
                                "“"
                                        + told
                                        + "” and its message are one transaction, tried with repeats and deaths"),
                        trait(READABILITY, 1, "what waits can be read with a SELECT"),
                        score(
                                SIMPLICITY,
                                2,
                                "nothing else to run for "
                                        + rate
                                        + ", which is "
                                        + Facts.percent(events / TABLE)
                                        + " of what a table carries"),
                        trait(REVERSIBILITY, 1, "a broker can be fed from the same table")),
                candidate(
                        "RabbitMQ",
                        first(
                                there(f, "rabbitmq"),
                                events > BROKER
                                        ? rate + " through one broker (assumed limit 20,000/s)"
                                        : "",
                                f.overBudget(machines)
                                        ? "three nodes, so that a queue outlives one: "
                                                + Facts.euro(machines)
                                                + " a month"
                                        : ""),
                        score(
                                TESTABILITY,
                                0,
                                "a broker in the build, and repeats of “" + told + "” to provoke"),
                        trait(READABILITY, 0, "exchanges and bindings beside the code"),
                        score(
                                SIMPLICITY,
                                -1,
                                "three nodes and only the newest minor supported, for " + rate),
                        trait(REVERSIBILITY, 0, "consumers speak AMQP")),
                candidate(
                        "Apache Kafka",
                        first(
                                there(f, "kafka"),
                                f.ownMachines() || !f.overBudget(managed)
                                        ? ""
                                        : "three of the smallest managed brokers cost "
                                                + Facts.euro(managed)
                                                + " a month",
                                f.overBudget(machines) && f.ownMachines() ? "three brokers" : ""),
                        score(
                                TESTABILITY,
                                0,
                                "a broker in the build; order holds within a partition only, and “"
                                        + told
                                        + "” may come twice"),
                        trait(READABILITY, -1, "topics, partitions and offsets beside the code"),
                        score(
                                SIMPLICITY,
                                -2,
                                "three brokers for "
                                        + rate
                                        + ", and a partition count that is hard to change"),
                        trait(REVERSIBILITY, 0, "what was sent can be read again for days")),
                candidate(
                        "NATS JetStream",
                        first(
                                there(f, "nats"),
                                events > BROKER * 5
                                        ? rate + " through one stream (assumed limit 100,000/s)"
                                        : ""),
                        score(
                                TESTABILITY,
                                0,
                                "one small binary in the build, repeats of “"
                                        + told
                                        + "” to provoke"),
                        trait(READABILITY, 0, "subjects beside the code"),
                        trait(SIMPLICITY, -1, "three nodes to outlive one; fewer people know it"),
                        trait(REVERSIBILITY, -1, "its own protocol")),
                candidate(
                        QUEUE,
                        first(
                                there(f, "sqs"),
                                f.ownMachines() ? Facts.place(f.runsOn()) : "",
                                f.overBudget(month)
                                        ? Facts.euro(month) + " a month for " + rate
                                        : ""),
                        score(TESTABILITY, 0, "tests of “" + told + "” need a stand-in for it"),
                        score(
                                READABILITY,
                                1,
                                "“" + told + "” has a queue by that name, and one for what failed"),
                        score(
                                SIMPLICITY,
                                1,
                                "nothing to run; about "
                                        + Facts.euro(month)
                                        + " a month if the peak lasted all day"),
                        trait(REVERSIBILITY, -1, "one provider's interface")));
    }

    @Override
    public List<Fact> dials() {
        return List.of(Fact.EVENTS);
    }

    @Override
    public List<String> tradeOffs(String chosen, Facts f) {
        return chosen.equals(OUTBOX) && !f.names().told().isEmpty()
                ? List.of(
                        "What follows “"
                                + f.names().told()
                                + "” comes up to one poll late, and the table has to be emptied and vacuumed.")
                : List.of();
    }
}
