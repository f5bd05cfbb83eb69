package org.groundplan.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.groundplan.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Same input, same bytes: twice, and on a JVM with odd defaults. */
class DeterminismTest {
    @TempDir Path folder;

    @Test
    void two_runs_and_one_with_turkish_defaults_write_the_same_bytes() throws Exception {
        Map<String, String> first = run("first", List.of());
        Map<String, String> second = run("second", List.of());
        Map<String, String> odd =
                run(
                        "odd",
                        List.of(
                                "-Duser.language=tr",
                                "-Duser.country=TR",
                                "-Duser.timezone=Pacific/Apia",
                                "-Dfile.encoding=ISO-8859-1"));
        assertThat(first).isNotEmpty().isEqualTo(second).isEqualTo(odd);
    }

    private Map<String, String> run(String name, List<String> options)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString()));
        command.addAll(options);
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.groundplan.cli.Main",
                        "design",
                        Library.BRIEF.toString(),
                        "--no-trial",
                        "-o",
                        folder.resolve(name).toString()));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(process.waitFor()).isZero();
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder.resolve(name))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.resolve(name).relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }
}
