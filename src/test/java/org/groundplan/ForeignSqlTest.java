package org.groundplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.groundplan.trial.postgres.Postgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Faulty and sound SQL, written for this: every faulty one is broken, no sound one accused. */
final class ForeignSqlTest {
    /** Those written first, and those of somebody who had not seen the program. */
    private static final List<String> CASES = List.of("cases", "more");

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
        StringBuilder all = new StringBuilder();
        for (String file : CASES) {
            all.append(
                    Files.readString(Path.of("src/test/resources/foreign-sql/" + file + ".txt")));
        }
        for (String text : all.toString().split("(?m)^=== ")) {
            if (text.isBlank()) {
                continue;
            }
            String[] head = text.lines().findFirst().orElseThrow().split(" \\| ");
            String schema = "";
            List<ForeignSql.Source> statements = new ArrayList<>();
            for (String part : text.split("(?m)^--- ")) {
                String title = part.lines().findFirst().orElseThrow();
                String body = part.substring(title.length());
                if (title.equals("schema")) {
                    schema = body;
                } else if (title.startsWith("statement ")) {
                    String name = title.substring("statement ".length());
                    statements.add(new ForeignSql.Source(name, name + ".sql", body));
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
        ForeignSql.Outcome outcome = ForeignSql.attack(server, c.request());
        assertThat(outcome.verdict().word())
                .as(outcome.how() + outcome.notes())
                .isEqualTo(c.verdict());
        assertThat(outcome.script().isEmpty()).isEqualTo(!c.verdict().equals("broken"));
    }
}
