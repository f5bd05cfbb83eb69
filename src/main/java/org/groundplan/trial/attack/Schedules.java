package org.groundplan.trial.attack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Orders in which the steps of two transactions can be taken, the ones that break most things
 * first.
 */
public final class Schedules {
    private Schedules() {}

    /**
     * @param a steps of the first, its commit included
     * @param b steps of the second, its commit included
     * @param most how many at the most
     * @return texts of A and B, e.g. {@code AABBAB}
     */
    public static List<String> of(int a, int b, int most) {
        Set<String> result = new LinkedHashSet<>();
        StringBuilder lockstep = new StringBuilder();
        for (int i = 0; i < Math.max(a, b); i++) {
            lockstep.append(i < a ? "A" : "").append(i < b ? "B" : "");
        }
        result.add(lockstep.toString());
        for (int pause = 1; pause < a; pause++) {
            result.add("A".repeat(pause) + "B".repeat(b) + "A".repeat(a - pause));
        }
        for (int pause = 1; pause < b; pause++) {
            result.add("B".repeat(pause) + "A".repeat(a) + "B".repeat(b - pause));
        }
        result.add("A".repeat(a) + "B".repeat(b));
        result.add("B".repeat(b) + "A".repeat(a));
        List<String> all = new ArrayList<>();
        every("", a, b, all, 2000);
        result.addAll(all);
        return result.stream().limit(most).toList();
    }

    private static void every(String head, int a, int b, List<String> into, int most) {
        if (into.size() >= most) {
            return;
        }
        if (a == 0 && b == 0) {
            into.add(head);
            return;
        }
        if (a > 0) {
            every(head + "A", a - 1, b, into, most);
        }
        if (b > 0) {
            every(head + "B", a, b - 1, into, most);
        }
    }
}
