package org.groundplan.architect.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.groundplan.catalog.Catalog;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;

/** Which decision a question in words is about, and its answer under this design. */
public final class Asking {
    /** What people call it, by the name in the closed list. */
    private static final Map<String, Set<String>> ABOUT =
            Map.ofEntries(
                    Map.entry(
                            "api style",
                            Set.of("api", "rest", "http", "rpc", "protocol", "endpoints")),
                    Map.entry(
                            "architecture style",
                            Set.of(
                                    "architecture",
                                    "style",
                                    "microservice",
                                    "microservices",
                                    "monolith",
                                    "service",
                                    "services",
                                    "split",
                                    "modular",
                                    "serverless",
                                    "lambda",
                                    "functions")),
                    Map.entry(
                            "background work",
                            Set.of(
                                    "background",
                                    "jobs",
                                    "job",
                                    "cron",
                                    "timer",
                                    "scheduler",
                                    "batch",
                                    "nightly")),
                    Map.entry("cache", Set.of("cache", "caching", "redis", "valkey", "memcached")),
                    Map.entry(
                            "deployment target",
                            Set.of(
                                    "deploy",
                                    "deployment",
                                    "hosting",
                                    "host",
                                    "run",
                                    "kubernetes",
                                    "k8s",
                                    "vm",
                                    "fargate",
                                    "containers",
                                    "docker",
                                    "server",
                                    "servers",
                                    "machine")),
                    Map.entry(
                            "e-mail", Set.of("mail", "email", "e-mail", "smtp", "postmark", "ses")),
                    Map.entry(
                            "file storage",
                            Set.of(
                                    "file",
                                    "files",
                                    "s3",
                                    "blob",
                                    "attachments",
                                    "upload",
                                    "minio")),
                    Map.entry(
                            "gateway",
                            Set.of(
                                    "gateway",
                                    "edge",
                                    "nginx",
                                    "caddy",
                                    "traefik",
                                    "balancer",
                                    "ingress",
                                    "proxy")),
                    Map.entry(
                            "identity",
                            Set.of(
                                    "identity",
                                    "login",
                                    "sign-in",
                                    "auth",
                                    "authentication",
                                    "oauth",
                                    "oidc",
                                    "keycloak",
                                    "auth0",
                                    "cognito",
                                    "passwords",
                                    "sso")),
                    Map.entry(
                            "live updates",
                            Set.of(
                                    "live",
                                    "websocket",
                                    "websockets",
                                    "sse",
                                    "polling",
                                    "realtime",
                                    "real-time",
                                    "push")),
                    Map.entry(
                            "messaging",
                            Set.of(
                                    "messaging",
                                    "message",
                                    "messages",
                                    "queue",
                                    "queues",
                                    "broker",
                                    "kafka",
                                    "rabbitmq",
                                    "nats",
                                    "sqs",
                                    "event",
                                    "events",
                                    "outbox",
                                    "stream",
                                    "bus")),
                    Map.entry(
                            "payment",
                            Set.of(
                                    "payment",
                                    "payments",
                                    "card",
                                    "cards",
                                    "stripe",
                                    "adyen",
                                    "pci")),
                    Map.entry(
                            "primary store",
                            Set.of(
                                    "store",
                                    "database",
                                    "db",
                                    "sql",
                                    "nosql",
                                    "postgres",
                                    "postgresql",
                                    "mysql",
                                    "mariadb",
                                    "mongodb",
                                    "mongo",
                                    "sqlite",
                                    "cassandra",
                                    "dynamodb")),
                    Map.entry(
                            "regions",
                            Set.of(
                                    "region",
                                    "regions",
                                    "zone",
                                    "zones",
                                    "failover",
                                    "standby",
                                    "disaster",
                                    "multi-region",
                                    "active-active")),
                    Map.entry(
                            "runtime",
                            Set.of(
                                    "runtime",
                                    "language",
                                    "framework",
                                    "java",
                                    "python",
                                    "php",
                                    "go",
                                    "golang",
                                    "node",
                                    "typescript",
                                    "kotlin",
                                    "spring",
                                    "django",
                                    "symfony",
                                    "laravel",
                                    ".net")),
                    Map.entry(
                            "stream store",
                            Set.of(
                                    "timeseries",
                                    "time-series",
                                    "timescale",
                                    "timescaledb",
                                    "clickhouse",
                                    "influxdb",
                                    "telemetry")),
                    Map.entry(
                            "text search",
                            Set.of(
                                    "search",
                                    "elasticsearch",
                                    "opensearch",
                                    "full-text",
                                    "fulltext",
                                    "solr",
                                    "meilisearch")));

    private Asking() {}

    /** Names of all questions that can be asked. */
    public static List<String> all() {
        return Choices.ALL.stream().map(Choice::name).toList();
    }

    private static Set<String> words(String text) {
        Set<String> words = new TreeSet<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}.+#-]+")) {
            String plain = word.replaceAll("^[.-]+|[.-]+$", "");
            words.add(word.equals(".net") ? word : plain);
        }
        words.remove("");
        return words;
    }

    /** Which decisions the words fit best, several when they fit equally; empty when none. */
    public static List<String> about(String question) {
        Set<String> asked = words(question);
        Map<String, Integer> fit = new TreeMap<>();
        for (Choice choice : Choices.ALL) {
            Set<String> about = new TreeSet<>(ABOUT.getOrDefault(choice.name(), Set.of()));
            int score = (int) about.stream().filter(asked::contains).count();
            if (question.toLowerCase(Locale.ROOT).contains(choice.name())) {
                score += 10;
            }
            if (score > 0) {
                fit.put(choice.name(), score);
            }
        }
        int most = fit.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<String> best = new ArrayList<>();
        fit.forEach((name, score) -> {
            if (score == most) {
                best.add(name);
            }
        });
        return best;
    }

    /** Decides one question of the closed list under this design. */
    public static Decision decide(Design design, Catalog catalog, String name) {
        int number = 0;
        for (Choice choice : Choices.ALL) {
            number++;
            if (choice.name().equals(name)) {
                return DecisionStep.decision(
                        design, catalog, FactsReader.of(design), choice, number);
            }
        }
        throw new IllegalArgumentException("no such decision: " + name);
    }

    /** Whether this brief raises the question. */
    public static boolean raised(Design design, String name) {
        return Choices.ALL.stream()
                .anyMatch(c -> c.name().equals(name) && c.asked(FactsReader.of(design)));
    }
}
