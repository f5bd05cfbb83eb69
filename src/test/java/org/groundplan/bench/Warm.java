package org.groundplan.bench;

import java.util.Arrays;
import java.util.Map;
import org.groundplan.Examples;
import org.groundplan.Groundplan;
import org.groundplan.brief.Reading;
import org.groundplan.model.Design;

/**
 * In-process times of read, derive, review and render without I/O and without trials: examples
 * after 200 runs, generated briefs after a few. Not a test: run by {@code bench/run.sh}.
 */
public final class Warm {
    private Warm() {}

    public static void main(String[] arguments) {
        for (String example : Examples.ALL) {
            print(example, Examples.text(example), 200, 51);
        }
        for (int entities : new int[] {100, 500, 1000, 2000}) {
            print(entities + " entities", Generated.brief(entities), 3, 3);
        }
    }

    private static void print(String name, String brief, int before, int runs) {
        Groundplan groundplan = new Groundplan();
        long[] derived = new long[runs];
        long[] rendered = new long[runs];
        int elements = 0;
        for (int i = -before; i < runs; i++) {
            long start = System.nanoTime();
            Reading reading = groundplan.read("brief.yaml", brief);
            Design stated = reading.brief();
            if (stated == null) {
                throw new IllegalStateException(reading.diagnostics().getFirst().print());
            }
            Design design = groundplan.derive(stated, reading.diagnostics());
            long middle = System.nanoTime();
            groundplan.publish(design, brief, Map.of(), false, _ -> {});
            long end = System.nanoTime();
            elements = design.elements().size();
            if (i >= 0) {
                derived[i] = middle - start;
                rendered[i] = end - middle;
            }
        }
        System.out.printf(
                java.util.Locale.ROOT,
                "%-16s %6d elements   read+derive %8.1f ms   render %8.1f ms   (median of %d, after %d)%n",
                name,
                elements,
                median(derived),
                median(rendered),
                runs,
                before);
    }

    private static double median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e6;
    }
}
