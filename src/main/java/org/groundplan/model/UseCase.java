package org.groundplan.model;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something an actor does with the system.
 *
 * @param by filters of the access path, as written
 * @param schedule when it runs by itself ({@code every night}), null when somebody starts it
 * @param then names of use cases that follow by themselves
 * @param delivery {@code at most once}, {@code at least once} or {@code exactly once}; null when
 *     nobody said
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
        List<String> then,
        @Nullable String delivery,
        List<Effect> effects,
        Origin origin)
        implements Element {
    private static final String AFTER = "right after";

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
        then = List.copyOf(then);
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

    /** Whether the clock or another use case starts it, and no caller. */
    public boolean job() {
        return schedule != null || kind == Kind.NOTIFY;
    }

    /** Whether its name says whose: {@code see my loans}. */
    public boolean mine() {
        return Names.words(name).matches(".*(?:\\b(?:my|mine|their)\\b|(?<!our )\\bown\\b).*");
    }

    /** Whether it is about the caller's own rows of an entity, because its name says "my". */
    public boolean mineOf(Entity entity) {
        return mine() && kind != null && actor != null && entity.parents().contains(actor);
    }

    /** Whether it lives on what another use case left for it. */
    public boolean followsOn() {
        return schedule != null && schedule.startsWith(AFTER);
    }

    /** The schedule of what follows a change. */
    public static String after(String useCase) {
        return AFTER + " “" + useCase + "”";
    }

    public UseCase with(Kind newKind, List<Effect> newEffects) {
        return new UseCase(
                id,
                name,
                newKind,
                actor,
                reads,
                writes,
                by,
                sort,
                schedule,
                then,
                delivery,
                newEffects,
                origin);
    }

    /** The same, started by the clock or by another use case. */
    public UseCase scheduled(String when) {
        return new UseCase(
                id, name, kind, actor, reads, writes, by, sort, when, then, delivery, effects,
                origin);
    }
}
