package org.groundplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.groundplan.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line as its user sees it: arguments in; text, files and exit codes out. */
class CommandLineTest {
    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private Path at(String name) {
        return folder.resolve(name);
    }

    @Test
    void init_writes_a_brief_of_twelve_lines_whose_design_holds_when_tried() throws IOException {
        assertThat(run("init", at("brief.yaml").toString())).isZero();
        assertThat(Files.readAllLines(at("brief.yaml"))).hasSize(13);
        assertThat(run("design", at("brief.yaml").toString(), "-o", at("out").toString()))
                .as(err + "" + out)
                .isZero();
        assertThat(Files.readString(at("out/ARCHITECTURE.md")))
                .contains("# Swimming lessons: architecture")
                .contains("2 survived")
                .doesNotContain("BROKEN");
        assertThat(run("init", at("brief.yaml").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("exists and is left alone");
    }

    @Test
    void what_is_no_brief_is_refused_with_one_helpful_sentence() throws IOException {
        Files.writeString(at("page.md"), "The weather was fine yesterday.");
        assertThat(run("design", at("page.md").toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains("no use case was found in page.md")
                .contains("Say who does what, e.g. “Members reserve books”");
        Files.writeString(
                at("seite.md"),
                "Unsere Bücherei hat drei Zweigstellen. Mitglieder sollen Bücher finden und vormerken können, und niemand darf mehr als zehn Bücher haben.");
        assertThat(run("design", at("seite.md").toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains("it looks like German, and only English is read so far");
        assertThat(run("design", at("nothing.yaml").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("there is no file");
    }

    @Test
    void prose_is_read_first_and_an_interview_writes_the_answers_into_its_brief()
            throws IOException {
        Files.writeString(
                at("boats.md"),
                "# Boat hire\n\nGuests hire boats. We have 40 boats and 900 guests. Guests must never see the cash book.\n");
        assertThat(run("brief", at("boats.md").toString())).isZero();
        assertThat(err.toString())
                .contains("boats.md: 3 of 3 sentences led to")
                .contains("count 40 (boat)")
                .contains("guest: hire boats")
                .contains("to confirm (1)")
                .contains("kept as a sentence; nothing enforces it");
        assertThat(out.toString()).contains("Boat: { count: 40,").contains("# “40 boats”");
        java.io.InputStream before = System.in;
        System.setIn(
                new java.io.ByteArrayInputStream(
                        "why?\n\nback\nstop\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        try {
            assertThat(run("ask", "-i", at("boats.md").toString())).isZero();
        } finally {
            System.setIn(before);
        }
        assertThat(out.toString()).contains("open) ").contains("taken: ").contains("0 answers in ");
        assertThat(Files.readString(at("boats.yaml"))).contains("name: Boat hire");
        assertThat(run("ask", at("boats.yaml").toString(), "--json")).isZero();
        JsonNode json = JsonMapper.builder().build().readTree(out.toString());
        assertThat(json.path("questions").get(0).path("plausible").size()).isPositive();
        assertThat(
                        run(
                                "design",
                                at("boats.md").toString(),
                                "-o",
                                at("boats").toString(),
                                "--no-trial"))
                .isZero();
        assertThat(Files.readString(at("boats/ARCHITECTURE.md")))
                .contains("**DRAFT – confirm 1 fact**");
        // what somebody changes in the brief beside the design stays
        Path brief = at("boats/brief.yaml");
        Files.writeString(brief, Files.readString(brief).replace("count: 900", "count: 950"));
        Files.writeString(
                at("boats.md"), Files.readString(at("boats.md")).replace("40 boats", "44 boats"));
        assertThat(
                        run(
                                "design",
                                at("boats.md").toString(),
                                "-o",
                                at("boats").toString(),
                                "--no-trial"))
                .isZero();
        assertThat(Files.readString(brief)).contains("count: 950").contains("count: 44");
        assertThat(run("explain", at("boats").toString(), "entity:boat")).isZero();
        assertThat(out.toString()).contains("boats.md:3");
    }

    @Test
    void a_broken_brief_writes_nothing() throws IOException {
        Files.writeString(at("b.yaml"), "name: x\nuseCase: []\n");
        assertThat(run("design", at("b.yaml").toString(), "-o", at("out").toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains("b.yaml:2:1: error: unknown key “useCase” in the brief")
                .contains("expected: “useCases”?")
                .contains("nothing was written");
        assertThat(at("out")).doesNotExist();
        assertThat(run("design", at("b.yaml").toString(), "--json")).isEqualTo(2);
        JsonNode json = JsonMapper.builder().build().readTree(out.toString());
        assertThat(json.path("ok").asBoolean()).isFalse();
        assertThat(json.path("diagnostics").get(0).path("line").asInt()).isPositive();
    }

    @Test
    void an_edited_file_stops_the_run_and_is_kept_or_discarded_on_request() throws IOException {
        String brief = Library.BRIEF.toString();
        String target = at("out").toString();
        assertThat(run("design", brief, "--no-trial", "-o", target)).isZero();
        assertThat(run("design", brief, "--no-trial", "-o", target)).as("the same again").isZero();
        Path compose = at("out/deploy/compose.yaml");
        String ours = Files.readString(compose);
        Files.writeString(compose, ours + "# edited\n");
        Files.writeString(at("out/notes.txt"), "a file of ours");
        assertThat(run("design", brief, "--no-trial", "-o", target)).isEqualTo(2);
        assertThat(err.toString())
                .contains("somebody edited a file that would be overwritten; nothing was changed:")
                .contains("compose.yaml");
        assertThat(Files.readString(compose)).endsWith("# edited\n");
        assertThat(run("design", brief, "--no-trial", "-o", target, "--keep-edits")).isZero();
        assertThat(Files.readString(at("out/overrides/deploy/compose.yaml")))
                .endsWith("# edited\n");
        assertThat(run("design", brief, "--no-trial", "-o", target))
                .as("the override is carried through")
                .isZero();
        assertThat(Files.readString(compose)).endsWith("# edited\n");
        Files.delete(at("out/overrides/deploy/compose.yaml"));
        assertThat(run("design", brief, "--no-trial", "-o", target, "--discard-edits")).isZero();
        assertThat(Files.readString(compose)).isEqualTo(ours);
        assertThat(at("out/notes.txt")).hasContent("a file of ours");
    }

    @Test
    void a_link_in_the_output_folder_is_not_followed() throws IOException {
        Path elsewhere = Files.createDirectories(at("elsewhere"));
        Files.createDirectories(at("out"));
        Files.createSymbolicLink(at("out/db"), elsewhere);
        assertThat(
                        run(
                                "design",
                                Library.BRIEF.toString(),
                                "--no-trial",
                                "-o",
                                at("out").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("a symbolic link in the output folder: db");
        try (Stream<Path> files = Files.list(elsewhere)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void explain_walks_from_a_printed_number_to_the_lines_of_the_brief() {
        String target = at("out").toString();
        assertThat(run("design", Library.BRIEF.toString(), "--no-trial", "-o", target)).isZero();
        assertThat(run("explain", target, "0.583/s")).isZero();
        assertThat(out.toString())
                .isEqualTo(
                        """
                        quantity:search-the-catalogue.rate-peak = 0.583/s   (2,000 per day × 7 days × 60 % ÷ 4 h)  [derived]
                            The peak comes from the hours it happens in, not from 24 hours.
                          quantity:search-the-catalogue.peak-share = 0.6   (60 %)  [stated]
                              brief.yaml:51  rate: { average: 2000 per day, peak: 60 % of the week in 4 hours }   # "mostly on Saturday mornings"
                          quantity:search-the-catalogue.peak-window = 4 h  [stated]
                              brief.yaml:51  rate: { average: 2000 per day, peak: 60 % of the week in 4 hours }   # "mostly on Saturday mornings"
                          quantity:search-the-catalogue.rate = 0.0231/s   (2,000 per day)  [stated]
                              brief.yaml:51  rate: { average: 2000 per day, peak: 60 % of the week in 4 hours }   # "mostly on Saturday mornings"
                          use-case:search-the-catalogue  [stated]
                              brief.yaml:47  - name: search the catalogue
                        """);
        assertThat(run("explain", target, "loan_one_out_per_item")).isZero();
        assertThat(out.toString())
                .contains("index:loan-one-out-per-item")
                .contains("- at most 1 Loan per Item when status = out");
        assertThat(run("explain", target, "nonsense")).isEqualTo(2);
        assertThat(run("explain", at("nowhere").toString(), "x")).isEqualTo(2);
    }

    @Test
    void help_teaches() {
        assertThat(run()).isZero();
        assertThat(out.toString())
                .contains("groundplan init")
                .contains("Exit codes:")
                .contains("design")
                .contains("explain");
        assertThat(run("design", "--help")).isZero();
        assertThat(out.toString()).contains("Example:").contains("--no-trial");
        assertThat(run("desing")).isEqualTo(2);
        assertThat(err.toString()).contains("Did you mean").contains("design");
    }
}
