package org.groundplan.model;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something an actor does with the system.
 *
 * @param by filters of the access path, as written
 * @param schedule when it runs by itself ({@code every night}), null when somebody starts it
 * @param effects what it does; empty until derived
 */
public record UseCase(
        String id,
        String name,
        @Nullable Kind kind,
        @Nullable String actor,
        List<String> reads,
        List<String> writes,
        List<String> by,
        @Nullable String sort,
        @Nullable String schedule,
        List<Effect> effects,
        Origin origin)
        implements Element {
    public enum Kind {
        CREATE,
        READ,
        LIST,
        SEARCH,
        UPDATE,
        DELETE,
        COMMAND,
        REPORT,
        STREAM,
        NOTIFY,
        EXPORT,
        INTEGRATE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean onlyReads() {
            return this == READ || this == LIST || this == SEARCH || this == REPORT;
        }
    }

    public UseCase {
        reads = List.copyOf(reads);
        writes = List.copyOf(writes);
        by = List.copyOf(by);
        effects = List.copyOf(effects);
    }

    public static String id(String name) {
        return "use-case:" + Names.slug(name);
    }

    public String slug() {
        return Names.slug(name);
    }

    public Kind kindOrThrow() {
        if (kind == null) {
            throw new IllegalStateException(id + " has no kind yet");
        }
        return kind;
    }

    public UseCase with(Kind newKind, List<Effect> newEffects) {
        return new UseCase(
                id, name, newKind, actor, reads, writes, by, sort, schedule, newEffects, origin);
    }
}
