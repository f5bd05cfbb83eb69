package org.groundplan.brief.prose;

import java.util.Map;

/**
 * The past participle of a verb, as the name of a state: {@code pick up} leads to {@code pickedUp}.
 */
final class Participles {
    private static final Map<String, String> IRREGULAR =
            Map.ofEntries(
                    Map.entry("buy", "bought"),
                    Map.entry("sell", "sold"),
                    Map.entry("send", "sent"),
                    Map.entry("pay", "paid"),
                    Map.entry("lend", "lent"),
                    Map.entry("hold", "held"),
                    Map.entry("take", "taken"),
                    Map.entry("give", "given"),
                    Map.entry("put", "put"),
                    Map.entry("withdraw", "withdrawn"),
                    Map.entry("win", "won"),
                    Map.entry("find", "found"),
                    Map.entry("lose", "lost"),
                    Map.entry("make", "made"),
                    Map.entry("begin", "begun"),
                    Map.entry("bring", "brought"),
                    Map.entry("build", "built"),
                    Map.entry("do", "done"),
                    Map.entry("hand", "handed"),
                    Map.entry("ride", "ridden"),
                    Map.entry("set", "set"),
                    Map.entry("freeze", "frozen"),
                    Map.entry("choose", "chosen"),
                    Map.entry("end", "ended"));

    private Participles() {}

    static String of(String verb) {
        String[] words = verb.split(" ");
        String base = words[0];
        String done = IRREGULAR.getOrDefault(base, regular(base));
        return words.length == 1 ? done : done + Things.camel(words[1]);
    }

    private static String regular(String verb) {
        if (verb.endsWith("e")) {
            return verb + "d";
        }
        if (verb.matches(".*[^aeiou]y")) {
            return verb.substring(0, verb.length() - 1) + "ied";
        }
        // stop, plan, ship, drop, scan, tag; but not open, enter, fix
        boolean doubled = verb.matches("[^aeiou]*[aeiou][bdgklmnprt]") && verb.length() > 2;
        return doubled ? verb + verb.charAt(verb.length() - 1) + "ed" : verb + "ed";
    }
}
