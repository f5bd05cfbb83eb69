package org.groundplan.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.model.Evidence;

/**
 * What trials leave behind.
 *
 * @param files below the design's folder; the same bytes for the same input
 * @param measured what depends on time and scheduling, by topic
 */
public record Tried(
        List<Evidence> evidence,
        Map<String, String> files,
        Map<String, Map<String, Object>> measured) {
    /** Collects while trials run. */
    public static final class Collector {
        private final List<Evidence> evidence = new ArrayList<>();
        private final Map<String, String> files = new TreeMap<>();
        private final Map<String, Map<String, Object>> measured = new TreeMap<>();

        public synchronized void evidence(Evidence one) {
            evidence.add(one);
        }

        public synchronized void file(String path, String text) {
            files.put(path, text);
        }

        public synchronized void measured(String topic, String key, Object value) {
            measured.computeIfAbsent(topic, _ -> new TreeMap<>()).put(key, value);
        }

        public synchronized void all(Tried other) {
            evidence.addAll(other.evidence);
            files.putAll(other.files);
            other.measured.forEach(
                    (topic, values) -> values.forEach((k, v) -> measured(topic, k, v)));
        }

        public synchronized Tried collected() {
            return new Tried(List.copyOf(evidence), new TreeMap<>(files), new TreeMap<>(measured));
        }
    }
}
