package org.groundplan.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rendered files by path below the design's folder, sorted. What is tried is what ships: trials
 * read these.
 */
public record Artefacts(SortedMap<String, String> files) {
    public Artefacts {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    public static Artefacts of(Map<String, String> files) {
        return new Artefacts(new TreeMap<>(files));
    }

    public Artefacts with(Map<String, String> more) {
        TreeMap<String, String> all = new TreeMap<>(files);
        all.putAll(more);
        return new Artefacts(all);
    }

    /**
     * @throws IllegalArgumentException when there is no such file
     */
    public String text(String path) {
        String text = files.get(path);
        if (text == null) {
            throw new IllegalArgumentException("no artefact " + path);
        }
        return text;
    }
}
