package org.groundplan.bench;

import java.util.Locale;

/** Briefs of any size: chains of five entities, a quota and a life cycle in each chain. */
public final class Generated {
    private Generated() {}

    /**
     * @param entities how many; there are twice as many use cases
     */
    public static String brief(int entities) {
        StringBuilder out =
                new StringBuilder(
                        "name: Generated %d\nactors: { Person: { count: 10k } }\nentities:\n"
                                .formatted(entities));
        for (int i = 0; i < entities; i++) {
            String parent = i % 5 == 0 ? "" : "belongsTo: [E" + (i - 1) + "], ";
            out.append(
                    String.format(
                            Locale.ROOT,
                            "  E%d: { %sfields: { name: text, status: [open, done], amount: integer } }%n",
                            i,
                            parent));
        }
        out.append("useCases:\n");
        for (int i = 0; i < entities; i++) {
            out.append(
                    String.format(
                            Locale.ROOT,
                            "  - { name: create e%1$d, actor: Person, writes: [E%1$d], rate: %2$d per day }%n  - { name: list e%1$d, actor: Person, reads: [E%1$d], by: [name], rate: %2$d per day }%n",
                            i,
                            100 + i));
        }
        out.append("rules:\n");
        for (int i = 0; i + 1 < entities; i += 5) {
            out.append(
                    String.format(
                            Locale.ROOT,
                            "  - \"E%d.status: open -> done\"%n  - at most 3 E%d per E%d when status = open%n",
                            i,
                            i + 1,
                            i));
        }
        return out.toString();
    }
}
