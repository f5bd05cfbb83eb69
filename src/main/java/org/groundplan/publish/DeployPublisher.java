package org.groundplan.publish;

import static org.groundplan.publish.Yaml.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.model.Conflict;
import org.groundplan.model.Design;
import org.groundplan.model.Entity;
import org.groundplan.model.Names;
import org.groundplan.model.Operation;
import org.groundplan.model.Store;
import org.groundplan.model.Tenancy;

/** Compose file, edge, metrics and alerts, pipeline. */
final class DeployPublisher {
    private final Design design;
    private final String slug;

    private DeployPublisher(Design design) {
        this.design = design;
        this.slug = Names.slug(design.name());
    }

    static Map<String, String> render(Design design) {
        DeployPublisher publisher = new DeployPublisher(design);
        Map<String, String> files = new TreeMap<>();
        files.put("deploy/compose.yaml", publisher.compose());
        files.put("deploy/Caddyfile", publisher.edge());
        files.put("deploy/ci/pipeline.yaml", publisher.pipeline());
        if (publisher.store().dumped()) {
            files.put("deploy/backup.sh", publisher.backup());
        }
        files.put("deploy/prometheus.yaml", publisher.prometheus());
        return files;
    }

    private Store store() {
        return design.get(Store.class, "store:main");
    }

    private String compose() {
        Map<String, Object> health =
                map(
                        "test",
                        List.of(
                                "CMD",
                                "wget",
                                "-q",
                                "-O",
                                "/dev/null",
                                "http://127.0.0.1:8080/ready"),
                        "interval",
                        "10s",
                        "timeout",
                        "3s",
                        "retries",
                        6,
                        "start_period",
                        "30s");
        Map<String, Object> application =
                map(
                        "image",
                        "registry.example.org/" + slug + ":${VERSION:-latest}",
                        "restart",
                        "unless-stopped",
                        "environment",
                        map(
                                "DATABASE_URL",
                                "${DATABASE_URL:-jdbc:postgresql://database:5432/app}",
                                "DATABASE_USER",
                                "${DATABASE_USER:-app}",
                                "DATABASE_PASSWORD_FILE",
                                "/run/secrets/database_password",
                                "DATABASE_POOL",
                                "8",
                                "MAIL_URL",
                                "${MAIL_URL:-}"),
                        "secrets",
                        List.of("database_password"),
                        "healthcheck",
                        health,
                        "mem_limit",
                        "1g",
                        "cpus",
                        1.5,
                        "read_only",
                        true,
                        "tmpfs",
                        List.of("/tmp"),
                        "security_opt",
                        List.of("no-new-privileges:true"),
                        "networks",
                        List.of("inside"));
        Map<String, Object> services = new TreeMap<>();
        services.put("application", application);
        services.put(
                "edge",
                map(
                        "image",
                        "caddy:2.10",
                        "restart",
                        "unless-stopped",
                        "depends_on",
                        map("application", map("condition", "service_healthy")),
                        "ports",
                        List.of("0.0.0.0:80:80", "0.0.0.0:443:443"),
                        "volumes",
                        List.of("./Caddyfile:/etc/caddy/Caddyfile:ro", "certificates:/data"),
                        "mem_limit",
                        "128m",
                        "networks",
                        List.of("inside")));
        services.put(
                "metrics",
                map(
                        "image",
                        "prom/prometheus:v3.5.0",
                        "restart",
                        "unless-stopped",
                        "volumes",
                        List.of(
                                "./prometheus.yaml:/etc/prometheus/prometheus.yml:ro",
                                "../observe:/etc/observe:ro",
                                "metrics:/prometheus"),
                        "mem_limit",
                        "512m",
                        "networks",
                        List.of("inside")));
        services.put(
                "database",
                map(
                        "image",
                        "postgres:18",
                        "restart",
                        "unless-stopped",
                        "environment",
                        map(
                                "POSTGRES_DB",
                                "app",
                                "POSTGRES_PASSWORD_FILE",
                                "/run/secrets/database_password"),
                        "secrets",
                        List.of("database_password"),
                        "volumes",
                        List.of("data:/var/lib/postgresql"),
                        "healthcheck",
                        map(
                                "test",
                                List.of("CMD-SHELL", "pg_isready -U postgres -d app"),
                                "interval",
                                "5s",
                                "timeout",
                                "3s",
                                "retries",
                                12),
                        "mem_limit",
                        "1g",
                        "networks",
                        List.of("inside"),
                        "profiles",
                        store().rented() ? List.of("laptop") : List.of("laptop", "server")));
        return Yaml.write(
                design.name()
                        + ": what runs on the machine. "
                        + (store().rented()
                                ? "The database is bought; the one here is for laptops: docker compose --profile laptop up"
                                : "docker compose --profile server up"),
                map(
                        "name",
                        slug,
                        "services",
                        services,
                        "networks",
                        map("inside", map("driver", "bridge")),
                        "volumes",
                        map("certificates", map(), "data", map(), "metrics", map()),
                        "secrets",
                        map("database_password", map("file", "./secrets/database_password"))));
    }

    private String edge() {
        return """
        # Ends TLS for %s and hides what is not for the public.
        {$HOSTNAME:localhost} {
            @inside path /metrics /ready
            respond @inside 404
            request_body {
                max_size 100KB
            }
            reverse_proxy application:8080
        }
        """
                .formatted(design.name());
    }

    private String backup() {
        return """
        #!/usr/bin/env bash
        # Nightly logical dump of %s to object storage with another provider. Run by the machine's timer.
        # BUCKET and the key in the environment belong to the other provider; the key must not be able to delete.
        # BACKUP_DATABASE_URL is a libpq URL (postgresql://…) of a role that may read everything and write nothing%s.
        set -euo pipefail
        : "${BACKUP_DATABASE_URL:?}" "${BUCKET:?}" "${ENDPOINT:?}" "${PASSPHRASE_FILE:?}"
        name="%s-$(date -u +%%Y%%m%%d).dump.enc"
        pg_dump --format=custom --no-owner%s "$BACKUP_DATABASE_URL" \
          | openssl enc -aes-256-cbc -pbkdf2 -pass "file:$PASSPHRASE_FILE" \
          | aws s3 cp --endpoint-url "$ENDPOINT" - "s3://$BUCKET/$name"
        # Once a quarter: fetch, decrypt, pg_restore into a scratch database, and count the rows of each table.
        """
                .formatted(
                        design.name(),
                        Tenancy.of(design).isPresent()
                                ? "; under row-level security it needs BYPASSRLS, or pg_dump stops"
                                : "",
                        slug,
                        leftOut());
    }

    /**
     * Tables whose time to keep would otherwise be outlived by their backups, where that was taken.
     */
    private String leftOut() {
        return design.all(Conflict.class).stream()
                .filter(c -> c.kind().equals("conf.erasure-backup") && c.taken() == 0)
                .flatMap(c -> c.origin().from().stream())
                .flatMap(id -> design.findQuantity(id).stream())
                .flatMap(q -> design.find(Entity.class, q.subject()).stream())
                .map(e -> " --exclude-table-data=" + design.tableOf(e.name()).name())
                .collect(java.util.stream.Collectors.joining());
    }

    private String prometheus() {
        return Yaml.write(
                "What is measured for " + design.name(),
                map(
                        "global",
                        map("scrape_interval", "30s", "evaluation_interval", "30s"),
                        "rule_files",
                        List.of("../observe/" + slug + ".rules.yaml"),
                        "scrape_configs",
                        List.of(
                                map(
                                        "job_name",
                                        slug,
                                        "metrics_path",
                                        "/metrics",
                                        "static_configs",
                                        List.of(map("targets", List.of("application:8080")))))));
    }

    private String pipeline() {
        List<Object> steps = new ArrayList<>();
        steps.add(map("name", "Check out", "uses", "actions/checkout@v4"));
        steps.add(
                map(
                        "name",
                        "Unit and acceptance tests, on a PostgreSQL 18 that the tests start",
                        "run",
                        "./build verify"));
        steps.add(
                map(
                        "name",
                        "Migrations on an empty database, then on a copy of the last release",
                        "run",
                        "./build migrate-check"));
        steps.add(
                map(
                        "name",
                        "Contract: recorded samples against " + OpenApiPublisher.path(design),
                        "run",
                        "./build contract-check"));
        steps.add(map("name", "Known vulnerabilities and secrets", "run", "./build scan"));
        long operations =
                design.all(Operation.class).stream().filter(o -> o.method().equals("GET")).count();
        List<Object> release = new ArrayList<>();
        release.add(map("name", "Check out", "uses", "actions/checkout@v4"));
        release.add(map("name", "Image", "run", "./build image"));
        release.add(
                map(
                        "name",
                        "Migrate, then replace the container; the one before stays for a way back",
                        "run",
                        "./deploy/release.sh"));
        release.add(
                map(
                        "name",
                        "Smoke test of the " + operations + " operations that only read",
                        "run",
                        "./build smoke"));
        return Yaml.write(
                "From commit to running, for " + design.name() + ". Each gate stops the release.",
                map(
                        "name",
                        slug,
                        "on",
                        map("push", map("branches", List.of("main")), "pull_request", map()),
                        "permissions",
                        map("contents", "read"),
                        "jobs",
                        map(
                                "test",
                                        map(
                                                "runs-on",
                                                "ubuntu-24.04",
                                                "timeout-minutes",
                                                20,
                                                "steps",
                                                steps),
                                "release",
                                        map(
                                                "needs",
                                                "test",
                                                "if",
                                                "github.ref == 'refs/heads/main'",
                                                "runs-on",
                                                "ubuntu-24.04",
                                                "timeout-minutes",
                                                15,
                                                "environment",
                                                "production",
                                                "concurrency",
                                                "production",
                                                "steps",
                                                release))));
    }
}
