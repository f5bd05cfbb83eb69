package org.groundplan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts of bench/prose, each with a key by somebody who did not know the reader. */
class ReadingsTest {
    @Test
    void reading_does_not_get_worse() throws IOException {
        Path folder = Path.of("bench/prose");
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted().toList();
        }
        int[] sum = Readings.keys(files, folder);
        assertThat(sum[0]).isGreaterThan(1300);
        assertThat(sum[1]).as("recall").isGreaterThan(sum[0] * 85 / 100);
        assertThat(sum[3]).as("precision").isGreaterThan(sum[2] * 90 / 100);
    }
}
