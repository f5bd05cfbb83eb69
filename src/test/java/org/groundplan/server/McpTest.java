package org.groundplan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.groundplan.Library;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A conversation over the real protocol, line by line on standard input and output. */
class McpTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    @TempDir Path home;
    private PrintWriter to;
    private BufferedReader from;
    private Thread server;
    private int number;

    @BeforeEach
    void open() throws IOException {
        PipedInputStream in = new PipedInputStream(1 << 20);
        PipedInputStream back = new PipedInputStream(1 << 20);
        PipedOutputStream out = new PipedOutputStream(back);
        to = new PrintWriter(new PipedOutputStream(in), true, StandardCharsets.UTF_8);
        from = new BufferedReader(new InputStreamReader(back, StandardCharsets.UTF_8));
        server =
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> {
                            try {
                                McpStdio.serve(in, out, home, "test");
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
        request(
                "initialize",
                Map.of(
                        "protocolVersion", "2025-06-18",
                        "capabilities", Map.of(),
                        "clientInfo", Map.of("name", "test", "version", "1")));
        to.println("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
    }

    @AfterEach
    void close() throws InterruptedException {
        to.close();
        server.join(10_000);
        assertThat(server.isAlive()).as("ends when its input ends").isFalse();
    }

    private JsonNode request(String method, Map<String, ?> params) throws IOException {
        number++;
        to.println(
                JSON.writeValueAsString(
                        Map.of(
                                "jsonrpc", "2.0", "id", number, "method", method, "params",
                                params)));
        for (String line = from.readLine(); line != null; line = from.readLine()) {
            JsonNode message = JSON.readTree(line);
            if (message.path("id").asInt(-1) == number) {
                return message.path("result");
            }
        }
        throw new IOException("the server went away");
    }

    private JsonNode call(String tool, Object... arguments) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            values.put((String) arguments[i], arguments[i + 1]);
        }
        return request("tools/call", Map.of("name", tool, "arguments", values));
    }

    private static String text(JsonNode result) {
        return result.path("content").path(0).path("text").asString("");
    }

    @Test
    void prose_is_read_and_what_to_ask_comes_by_consequence() throws IOException {
        JsonNode read =
                call(
                        "read_prose",
                        "prose",
                        "As a keeper, I want to search the animals by name. As a keeper, I want to see my shifts. Visitors must never see the shifts.");
        assertThat(read.path("structuredContent").path("brief").asString(""))
                .contains("- name: search animals")
                .contains("- Keeper may read own Shift");
        assertThat(read.path("structuredContent").path("confirm").toString())
                .contains("Visitors must never see the shifts");
        JsonNode questions = call("questions").path("structuredContent").path("questions");
        assertThat(questions.size()).isPositive();
        assertThat(questions.get(0).path("hangs").asString("")).isNotBlank();
        assertThat(
                        call(
                                        "read_prose",
                                        "prose",
                                        "Guten Tag, wir verkaufen Blumen und niemand darf mehr als zehn davon auf einmal bestellen.")
                                .path("isError")
                                .asBoolean())
                .isTrue();
    }

    @Test
    void the_list_of_tools_fits_into_ten_kilobytes() throws IOException {
        JsonNode tools = request("tools/list", Map.of());
        assertThat(tools.path("tools").size()).isEqualTo(9);
        assertThat(tools.toString().getBytes(StandardCharsets.UTF_8).length).isLessThan(10_000);
    }

    @Test
    void nothing_is_designed_without_a_brief_and_the_answer_says_what_one_needs()
            throws IOException {
        for (String tool : new String[] {"design", "assumptions", "questions"}) {
            JsonNode refused = call(tool);
            assertThat(refused.path("isError").asBoolean()).as(tool).isTrue();
            assertThat(text(refused)).contains("submit_brief").contains("useCases:");
        }
        assertThat(text(call("get", "part", "files"))).contains("submit_brief");
        assertThat(text(call("explain", "name", "x"))).contains("submit_brief");
    }

    @Test
    void a_bad_brief_is_answered_with_line_column_and_what_to_write() throws IOException {
        JsonNode answer = call("submit_brief", "brief", "name: X\nuseCase: [a]\n");
        assertThat(answer.path("structuredContent").path("accepted").asBoolean(true)).isFalse();
        assertThat(text(answer)).contains("brief.yaml:2:1").contains("“useCases”?");
        assertThat(text(call("design"))).contains("There is no brief yet");
    }

    @Test
    void from_a_brief_to_every_part_in_small_pages() throws IOException {
        JsonNode read = call("submit_brief", "brief", Library.text());
        assertThat(read.toString().getBytes(StandardCharsets.UTF_8).length)
                .as("first useful answer")
                .isLessThan(8_000);
        assertThat(read.path("structuredContent").path("rules").path(0).path("forbids").asString())
                .isNotEmpty();
        assertThat(call("assumptions").path("structuredContent").path("assumptions").size())
                .isPositive();
        JsonNode design = call("design", "trial", false, "folder", "out");
        assertThat(design.path("structuredContent").path("status").asString())
                .isEqualTo("not tried");
        assertThat(design.toString().getBytes(StandardCharsets.UTF_8).length).isLessThan(8_000);
        assertThat(Files.isRegularFile(home.resolve("out/ARCHITECTURE.md"))).isTrue();
        String files = text(call("get", "part", "files"));
        for (String file : files.lines().skip(1).toList()) {
            JsonNode page = call("get", "part", file);
            assertThat(page.toString().getBytes(StandardCharsets.UTF_8).length)
                    .as(file)
                    .isLessThan(16_000);
            assertThat(text(page).getBytes(StandardCharsets.UTF_8).length)
                    .as(file)
                    .isLessThanOrEqualTo(8_000);
            assertThat(page.path("isError").asBoolean()).as(file).isFalse();
        }
        assertThat(text(call("get", "part", "ARCHITECTURE.md#5"))).contains("## 5. Data schema");
        assertThat(text(call("get", "part", "rule:unique-item-barcode"))).contains("Item.barcode");
        assertThat(text(call("explain", "name", "0.583/s"))).contains("brief.yaml:");
    }

    @Test
    void no_path_leaves_the_home_folder() throws IOException {
        call("submit_brief", "brief", Library.text());
        for (String folder : new String[] {"../out", "/tmp/out", "a/../../out", "."}) {
            JsonNode refused = call("design", "trial", false, "folder", folder);
            assertThat(refused.path("isError").asBoolean()).as(folder).isTrue();
        }
        assertThat(text(call("check", "files", Map.of("../etc/passwd", "x"))))
                .contains("is not a file of this design");
    }
}
