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
import org.groundplan.Examples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The committed example is what the product writes. Refresh with {@code ./build test
 * -Dgolden=update}, then read it.
 */
class GoldenTest {
    private Path folder = Path.of("examples/library/design");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "community-chat",
                "courts",
                "food-delivery",
                "greenhouse",
                "helpdesk",
                "library",
                "permits",
                "wallet"
            })
    void every_example_is_written_as_committed(String example) throws IOException {
        folder = Path.of("examples/" + example + "/design");
        Map<String, String> written = new TreeMap<>(Examples.tried(example).files().files());
        written.keySet().removeIf(p -> p.startsWith("evidence/measured/"));
        if (System.getProperty("golden", "check").equals("update")) {
            update(written);
        }
        Map<String, String> committed = committed();
        assertThat(committed.keySet()).as("files below %s", folder).isEqualTo(written.keySet());
        List<String> different = new ArrayList<>();
        written.forEach((path, text) -> {
            if (!text.equals(committed.get(path))) {
                different.add(path + firstDifference(committed.get(path), text));
            }
        });
        assertThat(different).as("run ./build test -Dgolden=update and read the change").isEmpty();
    }

    private static String firstDifference(String committed, String written) {
        List<String> a = committed.lines().toList();
        List<String> b = written.lines().toList();
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            if (!a.get(i).equals(b.get(i))) {
                return ":"
                        + (i + 1)
                        + "\n  committed: "
                        + a.get(i)
                        + "\n  written:   "
                        + b.get(i)
                        + "\n";
            }
        }
        return ": " + a.size() + " lines committed, " + b.size() + " written";
    }

    private void update(Map<String, String> written) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        for (Map.Entry<String, String> file : written.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private Map<String, String> committed() throws IOException {
        Map<String, String> result = new TreeMap<>();
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    result.put(
                            folder.relativize(file).toString().replace('\\', '/'),
                            Files.readString(file));
                }
            }
        }
        return result;
    }
}
