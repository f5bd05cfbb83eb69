package org.groundplan.brief;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundplan.model.Effect;

/**
 * The lines of {@code does:}.
 *
 * <pre>
 * effect     = "insert" E | "append" E | "delete" E | "lock" E | "read" E | "emit" X | "call" X
 *            | "insert many" E | "post" E "." field "from" E "to" E
 *            | "update" E "." field { "," field }
 *            | [ "oldest" ] E [ "of same" E ] [ "." field ] ":" state { "/" state } "->" state
 *            | E "." field ( "+" | "-" )
 * </pre>
 */
final class EffectGrammar {
    private static final String NAME = "(\\p{L}[\\p{L}\\p{N}\\p{M}_-]*)";
    private static final Pattern SIMPLE =
            Pattern.compile("(inserts?|appends?|deletes?|locks?|reads?)\\s+" + NAME);
    private static final Pattern NAMED =
            Pattern.compile("(emits?|calls?)\\s+[\"“']?(\\p{L}[\\p{L}\\p{N}\\p{M} ._&-]*?)[\"”']?");
    private static final Pattern MANY =
            Pattern.compile("inserts?\\s+(?:many|several|a list of)\\s+" + NAME);
    private static final Pattern POST =
            Pattern.compile(
                    "(?:posts?|appends?)\\s+"
                            + NAME
                            + "\\."
                            + NAME
                            + "\\s+(?:from|between)\\s+(?:\\w+\\s+)?"
                            + NAME
                            + "\\s+(?:to|and)\\s+.*");
    private static final Pattern UPDATE =
            Pattern.compile("(?:updates?|changes?)\\s+" + NAME + "\\.(\\S+(?:\\s*,\\s*\\S+)*)");
    private static final Pattern MOVE =
            Pattern.compile(
                    "(oldest\\s+)?"
                            + NAME
                            + "(?:\\s+of\\s+(?:the\\s+)?same\\s+"
                            + NAME
                            + ")?(?:\\."
                            + NAME
                            + ")?\\s*:?\\s+([^:>]+?)\\s*(?:->|→)\\s*"
                            + NAME);
    private static final Pattern ADJUST = Pattern.compile(NAME + "\\." + NAME + "\\s*([+-])\\s*");

    private EffectGrammar() {}

    static Optional<Effect> read(String line) {
        Matcher simple = SIMPLE.matcher(line);
        if (simple.matches()) {
            String what = simple.group(2);
            return Optional.of(
                    switch (simple.group(1).charAt(0)) {
                        case 'i' -> new Effect.Insert(what);
                        case 'a' -> new Effect.Append(what);
                        case 'd' -> new Effect.Delete(what);
                        case 'l' -> new Effect.Lock(what);
                        default -> new Effect.Read(what);
                    });
        }
        Matcher named = NAMED.matcher(line);
        if (named.matches()) {
            return Optional.of(
                    named.group(1).startsWith("e")
                            ? new Effect.Emit(named.group(2))
                            : new Effect.Call(named.group(2)));
        }
        Matcher many = MANY.matcher(line);
        if (many.matches()) {
            return Optional.of(new Effect.Insert(many.group(1), true));
        }
        Matcher post = POST.matcher(line);
        if (post.matches()) {
            return Optional.of(new Effect.Append(post.group(1), post.group(2), post.group(3)));
        }
        Matcher update = UPDATE.matcher(line);
        if (update.matches()) {
            return Optional.of(
                    new Effect.Update(
                            update.group(1), List.of(update.group(2).split("\\s*,\\s*"))));
        }
        Matcher adjust = ADJUST.matcher(line);
        if (adjust.matches()) {
            return Optional.of(
                    new Effect.Adjust(
                            adjust.group(1),
                            adjust.group(2),
                            adjust.group(3).equals("-") ? -1 : 1));
        }
        Matcher move = MOVE.matcher(line);
        if (move.matches()) {
            List<String> from = Arrays.stream(move.group(5).split("/")).map(String::strip).toList();
            return Optional.of(
                    new Effect.Transition(
                            move.group(2),
                            move.group(4) == null ? "" : move.group(4),
                            from,
                            move.group(6),
                            move.group(1) != null,
                            move.group(3) == null ? "" : move.group(3)));
        }
        return Optional.empty();
    }
}
