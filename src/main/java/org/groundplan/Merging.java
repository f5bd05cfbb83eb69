package org.groundplan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk;
import org.eclipse.jgit.merge.MergeResult;

/**
 * A brief that somebody changed, and the prose it was read from, read again: both changes, and
 * where they meet, what somebody wrote. Entities, use cases and rules are matched by name, so their
 * order may change; within one, lines are merged as a version control system merges them.
 */
public final class Merging {
    private static final Pattern SECTION = Pattern.compile("(\\p{L}+):(.*)");
    private static final Pattern NAMED = Pattern.compile("  - name: *(.+?)(?:\\s+#.*)?");
    private static final Pattern ITEM = Pattern.compile("  - (.+?)(?:\\s+# \\?)?");
    private static final Pattern KEY = Pattern.compile("  ([^\\s#-][^:]*):.*");

    private Merging() {}

    /**
     * @param base the brief as it was read before
     * @param mine the brief as somebody changed it
     * @param theirs the brief as it is read now
     */
    public static String merge(String base, String mine, String theirs) {
        Map<String, List<String>> was = blocks(base);
        Map<String, List<String>> now = blocks(mine);
        Map<String, List<String>> read = blocks(theirs);
        Set<String> order = new LinkedHashSet<>();
        List<String> own = new ArrayList<>(now.keySet());
        for (String key : read.keySet()) {
            order.add(key);
            // what somebody added stays behind what it was written behind
            for (int i = own.indexOf(key) + 1;
                    own.contains(key) && i < own.size() && !read.containsKey(own.get(i));
                    i++) {
                order.add(own.get(i));
            }
        }
        now.keySet().stream().filter(k -> !order.contains(k)).forEach(k -> insert(order, own, k));
        StringBuilder out = new StringBuilder();
        for (String key : order) {
            lines(was.get(key), now.get(key), read.get(key))
                    .forEach(line -> out.append(line).append('\n'));
        }
        return out.toString();
    }

    /** Behind the nearest block before it that is there, in the same section. */
    private static void insert(Set<String> order, List<String> own, String key) {
        List<String> list = new ArrayList<>(order);
        for (int i = own.indexOf(key) - 1; i >= 0; i--) {
            int at = list.indexOf(own.get(i));
            if (at >= 0) {
                list.add(at + 1, key);
                order.clear();
                order.addAll(list);
                return;
            }
        }
        order.add(key);
    }

    private static List<String> lines(
            @org.jspecify.annotations.Nullable List<String> was,
            @org.jspecify.annotations.Nullable List<String> now,
            @org.jspecify.annotations.Nullable List<String> read) {
        if (now == null) {
            return was == null && read != null ? read : List.of(); // new, or taken out by somebody
        }
        if (read == null) {
            return was != null && plain(was).equals(plain(now)) ? List.of() : now;
        }
        if (was == null || plain(was).equals(plain(read))) {
            return now;
        }
        return plain(was).equals(plain(now)) ? read : diff3(was, now, read);
    }

    /** Without comments, which are about where a sentence stands. */
    private static List<String> plain(List<String> lines) {
        return lines.stream()
                .map(l -> l.replaceFirst("(?:^|\\s+)#.*", "").stripTrailing())
                .filter(l -> !l.isBlank())
                .toList();
    }

    private static List<String> diff3(List<String> was, List<String> now, List<String> read) {
        RawText[] texts = {raw(was), raw(now), raw(read)};
        MergeResult<RawText> merged =
                new MergeAlgorithm().merge(RawTextComparator.DEFAULT, texts[0], texts[1], texts[2]);
        List<String> out = new ArrayList<>();
        for (MergeChunk chunk : merged) {
            boolean lost =
                    chunk.getConflictState() != MergeChunk.ConflictState.NO_CONFLICT
                            && chunk.getSequenceIndex() != 1;
            for (int line = chunk.getBegin(); !lost && line < chunk.getEnd(); line++) {
                out.add(texts[chunk.getSequenceIndex()].getString(line));
            }
        }
        return out;
    }

    private static RawText raw(List<String> lines) {
        return new RawText((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Lines by what they are about: a section's head, an entity, a use case, a rule. */
    private static Map<String, List<String>> blocks(String text) {
        Map<String, List<String>> blocks = new LinkedHashMap<>();
        List<String> waiting = new ArrayList<>();
        String section = "";
        String key = "";
        for (String line : text.lines().toList()) {
            Matcher head = SECTION.matcher(line);
            if (line.isBlank() || line.strip().startsWith("#")) {
                waiting.add(line);
                continue;
            }
            if (head.matches()) {
                section = head.group(1);
                key = section;
            } else {
                key = section + "/" + item(line, key.replaceFirst("^[^/]*/?", ""));
            }
            List<String> block = blocks.computeIfAbsent(key, _ -> new ArrayList<>());
            block.addAll(waiting);
            block.add(line);
            waiting.clear();
        }
        if (!waiting.isEmpty()) {
            blocks.put("~end", waiting);
        }
        return blocks;
    }

    private static String item(String line, String before) {
        Matcher named = NAMED.matcher(line);
        if (named.matches()) {
            return named.group(1);
        }
        Matcher item = ITEM.matcher(line);
        if (item.matches()) {
            return item.group(1);
        }
        Matcher key = KEY.matcher(line);
        return key.matches() ? key.group(1) : before;
    }
}
