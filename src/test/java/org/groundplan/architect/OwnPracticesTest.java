package org.groundplan.architect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.groundplan.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Practices of one's own, from files beside a brief. */
class OwnPracticesTest {
    @TempDir Path folder;

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        PrintWriter print = new PrintWriter(out);
        int code = Main.run(print, print, arguments);
        print.flush();
        return code + "\n" + out;
    }

    private String with(String practice) throws IOException {
        Files.copy(Path.of("examples/own-practices/brief.yaml"), folder.resolve("brief.yaml"));
        Files.createDirectories(folder.resolve("practices"));
        Files.writeString(folder.resolve("practices/mine.yaml"), practice);
        return run("practices", "--brief", folder.toString());
    }

    @Test
    void they_are_asked_with_the_numbers_of_the_brief() {
        assertThat(run("practices", "--brief", "examples/own-practices"))
                .startsWith("0\n")
                .contains(
                        "parcel.carrier-limit (72)\n"
                                + "  Carrier prints 40,000 labels a day, 140,000 in December, and nobody wrote down what it bears.\n"
                                + "  → Ask for the limit in writing by September.")
                .contains("Of 16,000,000 Label rows 12,000,000 are older than anybody");
    }

    @Test
    void a_formula_that_cannot_be_read_says_where() throws IOException {
        assertThat(
                        with(
                                """
                                id: acme.loud
                                when: this.peak >> 3.0
                                says: "{this.name} is loud"
                                advice: Ask.
                                source: us
                                """))
                .startsWith("2\n")
                .contains("practices/mine.yaml:2:18: error: “this.peak >> 3.0”")
                .contains("write:    this.peak > 100.0");
    }

    @Test
    void a_place_without_a_number_is_an_error() throws IOException {
        assertThat(
                        with(
                                """
                                id: acme.loud
                                when: "true"
                                says: "{calls} are many"
                                advice: Ask.
                                source: us
                                """))
                .startsWith("2\n")
                .contains("“{calls}” is no number of this practice");
    }

    @Test
    void an_unknown_key_names_the_nearest() throws IOException {
        assertThat(with("id: acme.loud\nwhan: 'true'\n"))
                .startsWith("2\n")
                .contains("unknown key “whan”")
                .contains("“when”?");
    }

    @Test
    void a_fact_that_is_not_there_is_said_and_nothing_else_is_lost() throws IOException {
        assertThat(
                        with(
                                """
                                id: acme.loud
                                each: entity
                                when: this.peak > 3.0
                                says: "{this.name} is loud"
                                advice: Ask.
                                source: us
                                """))
                .startsWith("0\n")
                .contains("The practice “acme.loud” could not be asked:")
                .contains("load.small");
    }

    @Test
    void nothing_runs_for_ever_and_nothing_is_called() throws IOException {
        assertThat(
                        with(
                                """
                                id: acme.loop
                                when: "[1,2,3].all(a, [1,2,3].all(b, java.lang.System.exit(1)))"
                                says: "{this.name}"
                                advice: Ask.
                                source: us
                                """))
                .startsWith("2\n")
                .contains("undeclared reference");
        String deep = "(".repeat(400) + "1.0" + ")".repeat(400) + " > 0.0";
        Files.writeString(
                folder.resolve("practices/mine.yaml"),
                "id: acme.deep\nwhen: \"" + deep + "\"\nsays: x\nadvice: y\nsource: us\n");
        assertThat(run("practices", "--brief", folder.toString())).startsWith("2\n");
    }

    @Test
    void a_link_out_of_the_folder_is_not_followed() throws IOException {
        Files.copy(Path.of("examples/own-practices/brief.yaml"), folder.resolve("brief.yaml"));
        Files.createDirectories(folder.resolve("practices"));
        Path elsewhere = Files.writeString(folder.resolve("secret.txt"), "not: a practice\n");
        Files.createSymbolicLink(folder.resolve("practices/evil.yaml"), elsewhere);
        assertThat(run("practices", "--brief", folder.toString())).startsWith("0\n");
    }
}
