package org.groundplan.architect.stack;

import static org.groundplan.architect.stack.Choice.candidate;
import static org.groundplan.architect.stack.Choice.score;
import static org.groundplan.model.Decision.Criterion.CONSISTENCY;
import static org.groundplan.model.Decision.Criterion.READABILITY;
import static org.groundplan.model.Decision.Criterion.REVERSIBILITY;
import static org.groundplan.model.Decision.Criterion.SIMPLICITY;
import static org.groundplan.model.Decision.Criterion.TESTABILITY;

import java.math.BigDecimal;
import java.util.List;
import org.groundplan.catalog.Catalog;
import org.groundplan.model.Decision.Candidate;
import org.groundplan.model.Numbers;
import org.groundplan.model.Unit;

/** The questions that every brief of this size raises, sorted by name. */
final class Choices {
    /** Small write transactions a second that one mid-size PostgreSQL primary carries; assumed, see docs/assumptions.md. */
    static final double PRIMARY = 3000;

    static final List<Choice> ALL =
            List.of(
                    new ApiStyle(), new ArchitectureStyle(), new BackgroundWork(), new Cache(), new DeploymentTarget(), new Identity(), new PrimaryStore(),
                    new RuntimeChoice(), new TextSearch());

    private Choices() {}

    private static String people(double n) {
        if (n < 1) {
            return n == 0.5 ? "half an engineer" : Numbers.percent(BigDecimal.valueOf(n)) + " of an engineer";
        }
        return n == 1 ? "one engineer" : count(n) + " engineers";
    }

    private static String count(double n) {
        return Numbers.plain(BigDecimal.valueOf(n));
    }

    private static final Choice.Dial PEAK =
            new Choice.Dial("peak load", Facts::peak, Facts::withPeak, 0.01, 1_000_000, Facts::rate);
    private static final Choice.Dial ENGINEERS =
            new Choice.Dial("people who build it", Facts::engineers, Facts::withEngineers, 0.25, 500, Choices::people);
    private static final Choice.Dial BUDGET =
            new Choice.Dial("budget a month", Facts::budget, Facts::withBudget, 1, 100_000, Facts::euro);

    private record ArchitectureStyle() implements Choice {
        @Override
        public String name() {
            return "architecture style";
        }

        @Override
        public String answers(Facts f) {
            return people(f.engineers()) + " for " + f.names().tables() + " entities, " + Facts.rate(f.peak()) + " at the peak";
        }

        @Override
        public List<Candidate> candidates(Facts f, Catalog catalog) {
            int services = f.names().modules();
            boolean hands = f.engineers() < 2.0 * services;
            double load = f.peak();
            String crossing = f.names().crossing();
            return List.of(
                    candidate(
                            "modular monolith",
                            load > PRIMARY ? Facts.rate(load) + " at the peak is more than one primary database carries (" + count(PRIMARY) + "/s)" : "",
                            score(TESTABILITY, f.engineers() > 8.0 * services ? 0 : 2, crossing + " is one transaction, so one test and one attack cover it"),
                            score(READABILITY, 1, "a use case is read in one place; " + f.names().tables() + " entities fit into one code base"),
                            score(SIMPLICITY, 2, "one thing to deploy, watch and restart for " + people(f.engineers())),
                            score(REVERSIBILITY, 1, "modules own their tables, so one can leave later")),
                    candidate(
                            "one service per module",
                            hands ? services + " services need at least two people each to be kept, and there " + (f.engineers() > 1 ? "are " : "is ") + people(f.engineers()) : "",
                            score(TESTABILITY, f.engineers() > 8.0 * services ? 1 : -1, crossing + " would span services: a saga with its own failure tests"),
                            score(READABILITY, 0, "each service is small, but the use case “" + f.names().busiest() + "” is read across several"),
                            score(SIMPLICITY, -2, services + " pipelines, and calls that can fail between them"),
                            score(REVERSIBILITY, -1, "boundaries between databases are dear to move")),
                    candidate(
                            "functions on demand",
                            load > 50_000 ? "cold starts and connections at " + Facts.rate(load) : "",
                            score(TESTABILITY, -1, "the runtime that decides about " + crossing + " cannot be run locally as it is"),
                            score(READABILITY, 0, "one function for each use case"),
                            score(SIMPLICITY, 0, "nothing to patch, but every function opens its own database connection"),
                            score(REVERSIBILITY, -1, "triggers and permissions belong to one provider")));
        }

        @Override
        public List<Dial> dials() {
            return List.of(ENGINEERS, PEAK);
        }

        @Override
        public List<String> tradeOffs(String chosen, Facts f) {
            return List.of("A fault in one module can take the others down; a restart interrupts everything for some seconds.");
        }
    }

    private record PrimaryStore() implements Choice {
        @Override
        public String name() {
            return "primary store";
        }

        @Override
        public String answers(Facts f) {
            return f.names().guarded() + " must hold under concurrency; " + Numbers.print(BigDecimal.valueOf(f.bytes()), Unit.BYTE) + " at the horizon";
        }

        @Override
        public List<Candidate> candidates(Facts f, Catalog catalog) {
            double replicaSet = 3 * Facts.machine(catalog);
            boolean huge = f.bytes() > 32e12;
            return List.of(
                    candidate(
                            "PostgreSQL", huge ? "one table would pass PostgreSQL's limit of 32 TB" : "",
                            score(TESTABILITY, 2, "every rule was attacked on it, and the same binary runs in the build"),
                            score(READABILITY, 1, f.names().guarded() + " is a declaration in the schema"),
                            score(CONSISTENCY, f.uses().contains("postgresql") || f.knows().contains("postgresql") ? 2 : 0, f.uses().contains("postgresql") ? "it runs there already" : "nobody said what runs already"),
                            score(SIMPLICITY, 0, "a server to patch and back up, unless it is bought as a service"),
                            score(REVERSIBILITY, 1, "standard SQL, dumped and restored anywhere")),
                    candidate(
                            "SQLite", f.peak() > 100 ? Facts.rate(f.peak()) + " at the peak against a single writer" : f.bytes() > 1e12 ? "one file of " + Numbers.print(BigDecimal.valueOf(f.bytes()), Unit.BYTE) + " on one machine" : "",
                            score(TESTABILITY, 1, "runs inside the test, but one writer at a time hides what two would do"),
                            score(READABILITY, 1, f.names().guarded() + " can be declared, too"),
                            score(CONSISTENCY, 0, "nobody said what runs already"),
                            score(SIMPLICITY, 2, "no server at all; enough for " + Facts.rate(f.peak())),
                            score(REVERSIBILITY, 0, "no roles: who may read personal data is decided in code only")),
                    candidate(
                            "MariaDB", huge ? "one primary does not carry " + Numbers.print(BigDecimal.valueOf(f.bytes()), Unit.BYTE) : "",
                            score(TESTABILITY, 1, "can be run in the build, but its rules have no partial unique index: " + f.names().guarded() + " needs a generated column"),
                            score(READABILITY, 0, "that column has to be explained to every reader"),
                            score(CONSISTENCY, f.uses().contains("mysql") || f.uses().contains("mariadb") ? 2 : 0, "nobody said what runs already"),
                            score(SIMPLICITY, 0, "as much care as PostgreSQL"),
                            score(REVERSIBILITY, 1, "standard SQL for the most part")),
                    candidate(
                            "MongoDB",
                            f.overBudget(replicaSet) ? "transactions need a replica set: three machines, " + Facts.euro(replicaSet) + " a month" : "",
                            score(TESTABILITY, -1, f.names().guarded() + " would be code around a transaction instead of a constraint"),
                            score(READABILITY, -1, "references between " + f.names().tables() + " entities are kept by hand"),
                            score(CONSISTENCY, 0, "nobody said what runs already"),
                            score(SIMPLICITY, -1, "a replica set of three"),
                            score(REVERSIBILITY, -1, "documents have to be taken apart to leave")));
        }

        @Override
        public List<Dial> dials() {
            return List.of(new Dial("data at the horizon", Facts::bytes, Facts::withBytes, 1e6, 1e15, v -> Numbers.print(BigDecimal.valueOf(v), Unit.BYTE)));
        }

        @Override
        public List<String> tradeOffs(String chosen, Facts f) {
            return chosen.equals("PostgreSQL")
                    ? List.of("SQLite would need no server for " + Facts.rate(f.peak()) + "; it has no roles, and what two writers do at once cannot be tried.")
                    : List.of("The rules have to be attacked again on " + chosen + "; what stands under evidence/ was tried on PostgreSQL.");
        }
    }

    private record TextSearch() implements Choice {
        @Override
        public String name() {
            return "text search";
        }

        @Override
        public String answers(Facts f) {
            return f.searched() == 0 ? "nothing is searched by words" : "“" + f.names().search() + "” over " + count(f.searched()) + " rows";
        }

        @Override
        public List<Candidate> candidates(Facts f, Catalog catalog) {
            double node = catalog.price("managed search node").eur().doubleValue();
            return List.of(
                    candidate(
                            "the database's own full-text index",
                            f.searched() > 20_000_000 ? count(f.searched()) + " rows are more than one inverted index of the database should carry (assumed limit 20 million)" : "",
                            score(TESTABILITY, 1, "“" + f.names().search() + "” is one statement whose plan is checked in the build"),
                            score(READABILITY, 1, "a generated column and an index, no copy to keep in step"),
                            score(SIMPLICITY, 2, count(f.searched()) + " rows need no second system"),
                            score(REVERSIBILITY, 1, "the statement is behind one operation and can be replaced")),
                    candidate(
                            "OpenSearch",
                            f.overBudget(node + Facts.machine(catalog)) ? "a search node at " + Facts.euro(node) + " a month beside the rest is over the budget" : "",
                            score(TESTABILITY, -1, "what is found depends on when the copy was last brought up to date"),
                            score(READABILITY, 0, "its own query language, but ranking and typing errors are handled"),
                            score(SIMPLICITY, -2, "a second store, fed by events, with half of its memory as heap"),
                            score(REVERSIBILITY, 0, "the index can be rebuilt from the database")),
                    candidate(
                            "pattern match without index",
                            f.searched() > 10_000 ? "it would read all " + count(f.searched()) + " rows for each “" + f.names().search() + "”" : "",
                            score(TESTABILITY, 1, "one statement"),
                            score(READABILITY, 1, "nothing to explain"),
                            score(SIMPLICITY, 2, "nothing to keep"),
                            score(REVERSIBILITY, 2, "nothing to undo")));
        }

        @Override
        public List<Dial> dials() {
            return List.of(new Dial("rows searched", Facts::searched, Facts::withSearched, 1, 1e9, Choices::count));
        }

        @Override
        public List<String> tradeOffs(String chosen, Facts f) {
            return f.searched() == 0 ? List.of() : List.of("No tolerance for typing errors and no word stems: “searching” does not find “search” until a language is chosen.");
        }
    }

    private record DeploymentTarget() implements Choice {
        @Override
        public String name() {
            return "deployment target";
        }

        @Override
        public String answers(Facts f) {
            return (f.budget() < 0 ? "no budget was given" : "at most " + Facts.euro(f.budget()) + " a month") + ", " + people(f.engineers()) + ", nobody on call unless the brief says so";
        }

        @Override
        public List<Candidate> candidates(Facts f, Catalog catalog) {
            double vm = Facts.machine(catalog);
            double database = catalog.price("managed PostgreSQL, 1 vCPU, 1 GB").eur().doubleValue();
            double plane = catalog.price("managed Kubernetes control plane").eur().doubleValue();
            double one = vm;
            double two = vm + database;
            double cluster = plane + 2 * vm + database;
            boolean large = f.engineers() >= 12;
            return List.of(
                    candidate(
                            "one virtual machine, managed PostgreSQL",
                            f.overBudget(two) ? Facts.euro(two) + " a month is over the budget" : f.peak() > 500 ? Facts.rate(f.peak()) + " at the peak needs more than one machine" : "",
                            score(TESTABILITY, 1, "the same compose file runs on a laptop"),
                            score(READABILITY, 1, "one file says what runs"),
                            score(SIMPLICITY, 2, Facts.euro(two) + " a month, and backup is somebody else's work, for which " + people(f.engineers()) + " has no time"),
                            score(REVERSIBILITY, 1, "a dump and a container image move anywhere")),
                    candidate(
                            "one virtual machine for everything",
                            f.overBudget(one) ? Facts.euro(one) + " a month is over the budget" : f.peak() > 300 ? Facts.rate(f.peak()) + " at the peak needs more than one machine" : "",
                            score(TESTABILITY, 1, "the same compose file runs on a laptop"),
                            score(READABILITY, 1, "one file says what runs"),
                            score(SIMPLICITY, 1, Facts.euro(one) + " a month, but backup, restore and PostgreSQL updates are ours: about " + catalog.technology("PostgreSQL").ops() + " hours a month (assumed)"),
                            score(REVERSIBILITY, 1, "a dump and a container image move anywhere")),
                    candidate(
                            "managed Kubernetes",
                            f.overBudget(cluster) ? "control plane " + Facts.euro(plane) + ", two nodes and a database: " + Facts.euro(cluster) + " a month" : "",
                            score(TESTABILITY, large ? 2 : 0, "manifests can be checked, a cluster has to be rented to try them"),
                            score(READABILITY, -1, "several manifests for one process"),
                            score(SIMPLICITY, large ? 1 : -2, "a minor release to follow about every four months"),
                            score(REVERSIBILITY, 1, "manifests run with any provider")));
        }

        @Override
        public List<Dial> dials() {
            return List.of(BUDGET, PEAK, ENGINEERS);
        }

        @Override
        public List<String> tradeOffs(String chosen, Facts f) {
            return List.of("One machine is one point of failure: while it is replaced, “" + f.names().busiest() + "” is down.");
        }
    }

    private record ApiStyle() implements Choice {
        @Override
        public String name() {
            return "api style";
        }

        @Override
        public String answers(Facts f) {
            return "one kind of client for " + f.names().queries() + " statements that read; no outside developers were named";
        }

        @Override
        public List<Candidate> candidates(Facts f, Catalog catalog) {
            return List.of(
                    candidate(
                            "REST", "",
                            score(TESTABILITY, 2, "every sample is one request that can be recorded and replayed"),
                            score(READABILITY, 1, "refusals such as those of " + f.names().guarded() + " are plain status codes with problem details"),
                            score(SIMPLICITY, 1, "browsers and scanners speak it without a library"),
                            score(REVERSIBILITY, 1, "another style can stand beside it")),
                    candidate(
                            "GraphQL", "",
                            score(TESTABILITY, 0, "queries are the client's, so what runs on the database is not known in advance"),
                            score(READABILITY, 0, "one schema, but refusals hide in a 200"),
                            score(SIMPLICITY, -1, "depth limits and batching are needed before the first query"),
                            score(REVERSIBILITY, 0, "clients depend on the whole graph")),
                    candidate(
                            "gRPC", "",
                            score(TESTABILITY, 1, "typed, but a browser cannot call it without a proxy"),
                            score(READABILITY, 1, "one file"),
                            score(SIMPLICITY, -1, "a proxy for browsers"),
                            score(REVERSIBILITY, 0, "generated clients have to follow")));
        }

        @Override
        public List<Dial> dials() {
            return List.of();
        }

        @Override
        public List<String> tradeOffs(String chosen, Facts f) {
            return List.of("A screen that needs several resources makes several requests; at " + Facts.rate(f.peak()) + " that does not matter.");
        }
    }

    private record BackgroundWork() implements Choice {
        @Override
        public String name() {
            return "background work";
        }

        @Override
        public String answers(Facts f) {
            return f.names().notifying().isEmpty() ? "nothing runs by the clock" : "“" + f.names().notifying() + "”, about " + count(f.notices()) + " messages on a day (assumed)";
        }

        @Override
        public List<Candidate> candidates(Facts f, Catalog catalog) {
            boolean flood = f.notices() > 2_000_000;
            return List.of(
                    candidate(
                            "a timer in the application, with a row per message",
                            flood ? count(f.notices()) + " messages a day are more than one worker sends in a night" : "",
                            score(TESTABILITY, 2, "the clock is a parameter, and a second run finds the rows of the first"),
                            score(READABILITY, 1, "what was sent can be read from a table"),
                            score(SIMPLICITY, 2, "nothing else to run for " + count(f.notices()) + " messages"),
                            score(REVERSIBILITY, 1, "the table can feed a queue later")),
                    candidate(
                            "RabbitMQ", "",
                            score(TESTABILITY, 0, "a broker in the build, and duplicates to provoke"),
                            score(READABILITY, 0, "what was sent is in the broker's logs"),
                            score(SIMPLICITY, -1, "a server that follows minor releases, to spread " + count(f.notices()) + " messages"),
                            score(REVERSIBILITY, 0, "producers and consumers have to be taken apart")),
                    candidate(
                            "cron on the machine", flood ? "one job at a time for " + count(f.notices()) + " messages a day" : "",
                            score(TESTABILITY, 0, "the schedule stands outside the code"),
                            score(READABILITY, 1, "one line"),
                            score(SIMPLICITY, 1, "there already"),
                            score(REVERSIBILITY, 1, "nothing to undo")));
        }

        @Override
        public List<Dial> dials() {
            return List.of(new Dial("messages a day", Facts::notices, Facts::withNotices, 1, 1e9, Choices::count));
        }

        @Override
        public List<String> tradeOffs(String chosen, Facts f) {
            return f.names().notifying().isEmpty() ? List.of() : List.of("If the application is down at the hour, “" + f.names().notifying() + "” runs when it is back, not on time.");
        }
    }

    private record Cache() implements Choice {
        @Override
        public String name() {
            return "cache";
        }

        @Override
        public String answers(Facts f) {
            return Facts.rate(f.peak()) + " at the peak, most of it “" + f.names().busiest() + "”";
        }

        @Override
        public List<Candidate> candidates(Facts f, Catalog catalog) {
            boolean needed = f.peak() > PRIMARY;
            return List.of(
                    candidate(
                            "none", needed ? Facts.rate(f.peak()) + " at the peak on one primary database" : "",
                            score(TESTABILITY, 2, "what is read is what was written"),
                            score(READABILITY, 1, "no second answer to the same question"),
                            score(SIMPLICITY, 2, Facts.rate(f.peak()) + " is " + Numbers.percent(BigDecimal.valueOf(f.peak() / PRIMARY)) + " of what one primary carries"),
                            score(REVERSIBILITY, 1, "can be added behind one operation")),
                    candidate(
                            "in the application's memory", f.peak() > 50_000 ? "more than one instance would each have its own answer" : "",
                            score(TESTABILITY, 1, "its lifetime has to be tested"),
                            score(READABILITY, 0, "“" + f.names().busiest() + "” may show what is no longer so"),
                            score(SIMPLICITY, 1, "no other system"),
                            score(REVERSIBILITY, 1, "an annotation")),
                    candidate(
                            "Valkey", "",
                            score(TESTABILITY, 0, "a second store in the build"),
                            score(READABILITY, 0, "keys and lifetimes stand beside the statements"),
                            score(SIMPLICITY, -1, "another server for " + Facts.rate(f.peak())),
                            score(REVERSIBILITY, 0, "invalidation creeps into every write")));
        }

        @Override
        public List<Dial> dials() {
            return List.of(PEAK);
        }

        @Override
        public List<String> tradeOffs(String chosen, Facts f) {
            return List.of();
        }
    }

    private record Identity() implements Choice {
        @Override
        public String name() {
            return "identity";
        }

        @Override
        public String answers(Facts f) {
            return f.names().people() + " sign in; nobody named an existing directory";
        }

        @Override
        public List<Candidate> candidates(Facts f, Catalog catalog) {
            boolean many = f.accounts() > 500_000;
            return List.of(
                    candidate(
                            "sign-in of the framework, in the application",
                            many ? count(f.accounts()) + " accounts need recovery, fraud and support that a framework does not bring" : "",
                            score(TESTABILITY, 2, "runs in the same test as " + f.names().crossing()),
                            score(READABILITY, 1, "one code base"),
                            score(SIMPLICITY, 1, "no second system for " + f.names().people() + "; password hashing comes with the framework (Argon2id, 19 MiB, 2 passes)"),
                            score(REVERSIBILITY, 1, "the API only sees a token, so the issuer can change")),
                    candidate(
                            "Keycloak", f.engineers() < 1 ? "a server that follows four minor releases a year is not for " + people(f.engineers()) : "",
                            score(TESTABILITY, 1, "can be started in the build"),
                            score(READABILITY, 0, "realms and mappers beside the code"),
                            score(SIMPLICITY, -2, "1,250 MB of memory before the first sign-in"),
                            score(REVERSIBILITY, 1, "OpenID Connect")),
                    candidate(
                            "a managed OpenID Connect provider", "",
                            score(TESTABILITY, 0, "tests need a stand-in for it"),
                            score(READABILITY, 1, "no password in our data"),
                            score(SIMPLICITY, 2, "passwords, second factor and recovery are bought"),
                            score(REVERSIBILITY, -1, "moving " + f.names().people() + " means new passwords for all")));
        }

        @Override
        public List<Dial> dials() {
            return List.of();
        }

        @Override
        public List<String> tradeOffs(String chosen, Facts f) {
            return List.of("Passwords of " + f.names().people() + " are ours to protect.");
        }
    }

    private record RuntimeChoice() implements Choice {
        @Override
        public String name() {
            return "runtime";
        }

        @Override
        public String answers(Facts f) {
            return f.knows().isEmpty() ? "nobody said what " + people(f.engineers()) + (f.engineers() > 1 ? " know" : " knows") : "the team knows " + String.join(", ", f.knows());
        }

        @Override
        public List<Candidate> candidates(Facts f, Catalog catalog) {
            return List.of(
                    of("Java 25 with Spring Boot 4.1", List.of("java", "kotlin"), f, catalog, 2, "the compiler checks every refusal of " + f.names().guarded() + "; a real PostgreSQL starts inside the test", 0, 0),
                    of("Python with Django 5.2", List.of("python"), f, catalog, 1, "a real PostgreSQL in the test, types checked on request", 1, 1),
                    of("Node 24 with Fastify", List.of("node", "javascript", "typescript"), f, catalog, 1, "quick tests, types by convention", 0, 0));
        }

        private Candidate of(String name, List<String> languages, Facts f, Catalog catalog, int testability, String tests, int readability, int simplicity) {
            boolean unknown = !f.knows().isEmpty() && f.knows().stream().noneMatch(languages::contains) && f.knows().stream().anyMatch(k -> List.of("java", "kotlin", "python", "node", "javascript", "typescript").contains(k));
            return candidate(
                    name,
                    unknown ? "the team knows " + String.join(", ", f.knows()) + ", and nobody else will maintain it" : "",
                    score(TESTABILITY, testability, tests),
                    score(READABILITY, readability, readability > 0 ? "an administration page for " + f.names().tables() + " entities comes with it" : "plain controllers and SQL"),
                    score(CONSISTENCY, f.knows().stream().anyMatch(languages::contains) ? 2 : 0, f.knows().isEmpty() ? "nobody said" : "what the team knows"),
                    score(SIMPLICITY, simplicity, "supported until " + catalog.technology(name).support()),
                    score(REVERSIBILITY, 0, "rewriting " + f.names().tables() + " entities costs the same from any of them"));
        }

        @Override
        public List<Dial> dials() {
            return List.of();
        }

        @Override
        public List<String> tradeOffs(String chosen, Facts f) {
            return f.knows().isEmpty() ? List.of("If the developer writes Python or PHP today, that outweighs this comparison; schema, statements and contract stay.") : List.of();
        }
    }
}
