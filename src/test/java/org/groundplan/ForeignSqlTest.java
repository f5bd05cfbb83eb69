package org.groundplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.groundplan.trial.foreign.ForeignAttack;
import org.groundplan.trial.postgres.Postgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Faulty and sound SQL, written for this: every faulty one is broken, no sound one accused. */
final class ForeignSqlTest {
    private static final Path CASES = Path.of("src/test/resources/foreign-sql/cases.txt");

    private static Postgres server;

    @BeforeAll
    static void start() throws IOException {
        server = Postgres.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    record Case(String name, String verdict, ForeignSql.Request request) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String text : Files.readString(CASES).split("(?m)^=== ")) {
            if (text.isBlank()) {
                continue;
            }
            String[] head = text.lines().findFirst().orElseThrow().split(" \\| ");
            String schema = "";
            List<ForeignAttack.Source> statements = new ArrayList<>();
            for (String part : text.split("(?m)^--- ")) {
                String title = part.lines().findFirst().orElseThrow();
                String body = part.substring(title.length());
                if (title.equals("schema")) {
                    schema = body;
                } else if (title.startsWith("statement ")) {
                    String name = title.substring("statement ".length());
                    statements.add(new ForeignAttack.Source(name, name + ".sql", body));
                }
            }
            cases.add(
                    new Case(
                            head[0],
                            head[1],
                            new ForeignSql.Request(schema, statements, head[2], Map.of(), 60)));
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void broken_or_not(Case c) throws IOException {
        long start = System.nanoTime();
        ForeignSql.Outcome outcome = ForeignSql.attack(server, c.request());
        System.out.printf(
                "%-42s %-9s %5d ms%n",
                c.name(),
                outcome.result() == null ? "problem" : outcome.result().verdict(),
                (System.nanoTime() - start) / 1_000_000);
        assertThat(outcome.problem()).isNull();
        assertThat(outcome.unread()).isEmpty();
        assertThat(outcome.result()).isNotNull();
        assertThat(outcome.result().verdict().name().toLowerCase(java.util.Locale.ROOT))
                .as(outcome.result().how() + outcome.result().notes())
                .isEqualTo(c.verdict());
    }
}
