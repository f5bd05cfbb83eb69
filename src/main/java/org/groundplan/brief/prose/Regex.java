package org.groundplan.brief.prose;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Patterns that are written where they are used, compiled once. No pattern holds words of a text.
 */
final class Regex {
    private static final Map<String, Pattern> KNOWN = new ConcurrentHashMap<>();

    private Regex() {}

    static Pattern of(String regex) {
        return KNOWN.computeIfAbsent(regex, Pattern::compile);
    }
}
