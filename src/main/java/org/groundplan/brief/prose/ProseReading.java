package org.groundplan.brief.prose;

import java.util.List;
import java.util.Map;
import org.groundplan.brief.Diagnostic;
import org.groundplan.model.Location;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a page of prose.
 *
 * @param refused why it was not read at all, or empty
 * @param facts everything that was understood, in the order of the text
 * @param confirm lines of the brief that are doubtful, and rules that stay sentences
 * @param unread sentences that led to nothing
 * @param unused numbers that were understood and have no place in a brief
 * @param yaml the brief, or empty when there is no use case in the text
 * @param sources where each line of the brief comes from in the prose, by its number from 1
 * @param problems what the reader of briefs says about it; no errors
 */
public record ProseReading(
        String file,
        String refused,
        List<Fact> facts,
        List<Pending> confirm,
        List<Pending> unread,
        List<Pending> unused,
        String yaml,
        Map<Integer, Location> sources,
        List<Diagnostic> problems,
        int sentences,
        int understood) {
    /**
     * Something to look at.
     *
     * @param hard whether it has a number, "never", "only" or "must"
     */
    public record Pending(Location at, String text, String why, boolean hard) {}

    public ProseReading {
        facts = List.copyOf(facts);
        confirm = List.copyOf(confirm);
        unread = List.copyOf(unread);
        unused = List.copyOf(unused);
        sources = Map.copyOf(sources);
        problems = List.copyOf(problems);
    }

    static ProseReading refused(String file, String why) {
        return new ProseReading(
                file, why, List.of(), List.of(), List.of(), List.of(), "", Map.of(), List.of(), 0,
                0);
    }

    public boolean usable() {
        return refused.isEmpty() && !yaml.isEmpty();
    }

    /** How many facts somebody has to confirm before the design is more than a draft. */
    public long drafts() {
        return confirm.size() + unread.stream().filter(Pending::hard).count();
    }

    public @Nullable Location source(int line) {
        return sources.get(line);
    }
}
