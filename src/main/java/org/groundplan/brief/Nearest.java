package org.groundplan.brief;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word somebody probably meant. */
final class Nearest {
    private Nearest() {}

    /** The closest word within a third of its length (at least one, at most three edits). */
    static Optional<String> of(String word, Collection<String> known) {
        return known.stream()
                .filter(k -> distance(fold(word), fold(k)) <= Math.clamp(k.length() / 3, 1, 3))
                .min(
                        Comparator.comparingInt((String k) -> distance(fold(word), fold(k)))
                                .thenComparingInt(k -> -prefix(fold(word), fold(k)))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /** How many letters two words have in common at the start. */
    private static int prefix(String a, String b) {
        int same = 0;
        while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        return same;
    }

    private static String fold(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    }

    static int distance(String a, String b) {
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(last[j], row[j - 1]) + 1);
            }
            last = row;
        }
        return last[b.length()];
    }
}
