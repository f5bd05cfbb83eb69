package org.groundplan.architect.data;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the first word of a use case does, and the state it leads to. */
final class Verbs {
    static final Set<String> CREATE =
            Set.of(
                    "create",
                    "add",
                    "register",
                    "book",
                    "place",
                    "open",
                    "submit",
                    "post",
                    "record",
                    "request",
                    "order",
                    "rate",
                    "send",
                    "report",
                    "enter",
                    "join",
                    "sign",
                    "upload",
                    "top",
                    "pay",
                    "issue",
                    "start",
                    "make",
                    "put",
                    "log",
                    "subscribe",
                    "apply",
                    "propose",
                    "invite",
                    "write",
                    "store",
                    "receive",
                    "raise",
                    "import",
                    "collect",
                    "capture",
                    "ingest",
                    "file",
                    "buy",
                    "hire");
    static final Set<String> UPDATE =
            Set.of(
                    "update", "change", "edit", "extend", "renew", "prolong", "rename", "correct",
                    "adjust", "set", "assign", "move", "revise");
    static final Set<String> DELETE = Set.of("delete", "remove", "erase", "purge");
    static final Set<String> SEARCH = Set.of("search", "find", "lookup", "browse", "look");
    static final Set<String> READ =
            Set.of(
                    "see", "view", "show", "watch", "read", "list", "get", "check", "follow",
                    "track", "display");
    static final Set<String> NOTIFY =
            Set.of(
                    "send", "notify", "remind", "alert", "mail", "email", "push", "tell", "inform",
                    "call");
    static final Set<String> REPORT =
            Set.of("report", "count", "analyse", "analyze", "summarise", "summarize");
    static final Set<String> EXTEND = Set.of("extend", "renew", "prolong");

    private static final Map<String, String> PARTICIPLES =
            Map.ofEntries(
                    Map.entry("begun", "begin"),
                    Map.entry("bought", "buy"),
                    Map.entry("brought", "bring"),
                    Map.entry("done", "do"),
                    Map.entry("given", "give"),
                    Map.entry("held", "hold"),
                    Map.entry("left", "leave"),
                    Map.entry("lent", "lend"),
                    Map.entry("lost", "lose"),
                    Map.entry("made", "make"),
                    Map.entry("met", "meet"),
                    Map.entry("paid", "pay"),
                    Map.entry("read", "read"),
                    Map.entry("seen", "see"),
                    Map.entry("sent", "send"),
                    Map.entry("sold", "sell"),
                    Map.entry("taken", "take"),
                    Map.entry("written", "write"));

    private Verbs() {}

    /** {@code sent}, {@code returned}: says that something has happened. */
    static boolean participle(String word) {
        return word.endsWith("ed") || PARTICIPLES.containsKey(word);
    }

    /**
     * {@code close} leads to {@code closed}, {@code send} to {@code sent}, {@code activate} to
     * {@code active}.
     */
    static boolean leadsTo(String verb, String state) {
        String done = state.toLowerCase(Locale.ROOT);
        return sameStem(verb, state)
                || verb.equals(PARTICIPLES.get(done))
                || verb.endsWith("ate") && done.startsWith(verb.substring(0, verb.length() - 3));
    }

    /** {@code reserve} and {@code Reservation}, {@code cancel} and {@code cancelled}. */
    static boolean sameStem(String verb, String noun) {
        String a = verb.toLowerCase(Locale.ROOT);
        String b = noun.toLowerCase(Locale.ROOT);
        int common = 0;
        while (common < Math.min(a.length(), b.length()) && a.charAt(common) == b.charAt(common)) {
            common++;
        }
        return common >= 3 && common >= a.length() - 1;
    }
}
