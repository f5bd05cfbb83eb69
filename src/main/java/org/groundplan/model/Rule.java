package org.groundplan.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that must hold always, under concurrency too. Each kind says how it was understood and
 * gives one thing it forbids, so that a reader can say "no, that is not what I meant".
 */
public sealed interface Rule extends Element
        permits Rule.Unique,
                Rule.AtMost,
                Rule.AtLeast,
                Rule.Transitions,
                Rule.OnlyWhen,
                Rule.NeverBelow,
                Rule.NeverAbove,
                Rule.NoOverlap,
                Rule.AppendOnly,
                Rule.NotUnderstood,
                AccessRule,
                SumRule,
                TimeRule {
    /** The sentence of the brief. */
    String text();

    String paraphrase();

    /** The entity whose rows it is about; empty for rules about a use case or a caller. */
    default String subject() {
        return switch (this) {
            case Unique r -> r.entity;
            case AtMost r -> r.entity;
            case AtLeast r -> r.entity;
            case Transitions r -> r.entity;
            case NeverBelow r -> r.entity;
            case NeverAbove r -> r.entity;
            case NoOverlap r -> r.entity;
            case AppendOnly r -> r.entity;
            case SumRule r -> r.entity();
            case TimeRule.Lapse r -> r.entity();
            case TimeRule.Deadline _, OnlyWhen _, AccessRule _, NotUnderstood _ -> "";
        };
    }

    String counterexample();

    /** No two rows agree in these fields. */
    record Unique(String id, String text, String entity, List<String> fields, Origin origin)
            implements Rule {
        public Unique {
            fields = List.copyOf(fields);
        }

        @Override
        public String paraphrase() {
            return "No two " + plural(entity) + " have the same " + words(fields) + ".";
        }

        @Override
        public String counterexample() {
            return "A second "
                    + Names.words(entity)
                    + " with the "
                    + words(fields)
                    + " of another one.";
        }
    }

    /**
     * At most {@code limit} rows of an entity per combination of others, counting those that meet a
     * condition.
     */
    record AtMost(
            String id,
            String text,
            int limit,
            String entity,
            List<String> per,
            @Nullable Condition when,
            Origin origin)
            implements Rule {
        public AtMost {
            per = List.copyOf(per);
        }

        @Override
        public String paraphrase() {
            return Names.sentence(Names.article(words(per)))
                    + " never has more than "
                    + (limit == 1 ? "one " + Names.words(entity) : limit + " " + plural(entity))
                    + (when == null
                            ? ""
                            : limit == 1 ? " that is " + when.value() : " that are " + when.value())
                    + ", whoever writes and however many at once.";
        }

        @Override
        public String counterexample() {
            return (per.size() > 1 ? "The same " : "One ")
                    + words(per)
                    + " with "
                    + (limit + 1)
                    + " "
                    + plural(entity)
                    + (when == null ? "" : " that are " + when.value())
                    + (limit == 1
                            ? ", added in the same second."
                            : ", the last two added at once.");
        }
    }

    /** The only moves a state field may make. */
    record Transitions(
            String id,
            String text,
            String entity,
            String field,
            Map<String, List<String>> moves,
            Origin origin)
            implements Rule {
        public Transitions {
            TreeMap<String, List<String>> copy = new TreeMap<>();
            moves.forEach((from, to) -> copy.put(from, List.copyOf(to)));
            moves = java.util.Collections.unmodifiableMap(copy);
        }

        /**
         * The state a new row has: the first word that leads on and that nothing leads to.
         *
         * @param words of the enumeration, in the order of the brief
         */
        public String initial(List<String> words) {
            List<String> reached = moves.values().stream().flatMap(List::stream).toList();
            return words.stream()
                    .filter(w -> moves.containsKey(w) && !reached.contains(w))
                    .findFirst()
                    .orElseGet(() ->
                            words.isEmpty() ? moves.keySet().iterator().next() : words.getFirst());
        }

        /** States from which nothing leads on. */
        public boolean isFinal(String state) {
            return !moves.containsKey(state);
        }

        public List<String> sources(String to) {
            return moves.entrySet().stream()
                    .filter(e -> e.getValue().contains(to))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        @Override
        public String paraphrase() {
            StringBuilder moving = new StringBuilder();
            moves.forEach((from, to) ->
                    moving.append(moving.isEmpty() ? "" : "; ")
                            .append(from)
                            .append(" → ")
                            .append(String.join(" or ", to)));
            return Names.sentence(Names.article(Names.words(entity)))
                    + " moves only "
                    + moving
                    + "; each move happens once.";
        }

        @Override
        public String counterexample() {
            String from = moves.keySet().iterator().next();
            String to = moves.getOrDefault(from, List.of()).getFirst();
            return "Two people take the same "
                    + Names.words(entity)
                    + " from "
                    + from
                    + " to "
                    + to
                    + ", and both succeed.";
        }
    }

    /**
     * A use case is allowed only while another row exists, or does not exist.
     *
     * @param negated true: only when no such row exists
     * @param same entities that the row shares with what the use case is about
     * @param others entities in which the row must differ ("of another Member")
     */
    record OnlyWhen(
            String id,
            String text,
            String useCase,
            boolean negated,
            String entity,
            List<String> same,
            List<String> others,
            @Nullable Condition when,
            Origin origin)
            implements Rule {
        public OnlyWhen {
            same = List.copyOf(same);
            others = List.copyOf(others);
        }

        /** Whether it is about the very row that the use case is about, not about another one. */
        public boolean self() {
            return same.equals(List.of(entity));
        }

        private String row() {
            return (self() ? "the " : "a ")
                    + Names.words(entity)
                    + (self() ? "" : " of the same " + words(same))
                    + (others.isEmpty() ? "" : " by another " + words(others))
                    + (when == null ? "" : " is " + when.value());
        }

        @Override
        public String paraphrase() {
            return "“"
                    + useCase
                    + "” is refused "
                    + (negated ? "as soon as " : "unless ")
                    + row()
                    + (negated
                            ? ", also when that one is committed a moment before."
                            : " at that very moment.");
        }

        @Override
        public String counterexample() {
            String state = when == null ? " there." : " " + when.value() + ".";
            String one = self() ? "the " + Names.words(entity) : negated ? "one" : "none";
            String is = self() && !negated ? " is not" : " is";
            return "“" + useCase + "” succeeds while " + one + is + state;
        }
    }

    /** A numeric field never falls below a bound. */
    record NeverBelow(
            String id,
            String text,
            String entity,
            String field,
            long bound,
            @Nullable Condition when,
            Origin origin)
            implements Rule {
        @Override
        public String paraphrase() {
            return "The "
                    + Names.words(field)
                    + " of "
                    + Names.article(Names.words(entity))
                    + (when == null ? "" : " that is " + when.value())
                    + " is at least "
                    + bound
                    + " at every commit.";
        }

        @Override
        public String counterexample() {
            return Names.sentence(Names.article(Names.words(entity)))
                    + " with "
                    + Names.words(field)
                    + " "
                    + (bound - 1)
                    + ".";
        }
    }

    /**
     * A numeric field never rises above a figure or another field of its row.
     *
     * @param bound a figure, or null
     * @param other a field of the same entity, or null
     */
    record NeverAbove(
            String id,
            String text,
            String entity,
            String field,
            @Nullable Long bound,
            @Nullable String other,
            Origin origin)
            implements Rule {
        /** {@code 100}, or {@code its capacity}. */
        public String limit() {
            return other == null ? String.valueOf(bound) : "its " + Names.words(other);
        }

        @Override
        public String paraphrase() {
            return "The "
                    + Names.words(field)
                    + " of "
                    + Names.article(Names.words(entity))
                    + " is at most "
                    + limit()
                    + " at every commit.";
        }

        @Override
        public String counterexample() {
            return "Two requests at once each see room for one more, and the "
                    + Names.words(field)
                    + " of "
                    + Names.article(Names.words(entity))
                    + " ends above "
                    + limit()
                    + ".";
        }
    }

    /** No two rows of the same kind share a moment. Half-open: one may begin when another ends. */
    record NoOverlap(
            String id,
            String text,
            String entity,
            List<String> per,
            String from,
            String to,
            @Nullable Condition when,
            Origin origin)
            implements Rule {
        public NoOverlap {
            per = List.copyOf(per);
        }

        @Override
        public String paraphrase() {
            return "Of the "
                    + plural(entity)
                    + (when == null ? "" : " that are " + when.value())
                    + (per.isEmpty() ? "" : " of one " + words(per))
                    + " no two share a moment between "
                    + Names.words(from)
                    + " and "
                    + Names.words(to)
                    + "; one may begin when another ends.";
        }

        @Override
        public String counterexample() {
            return "10:00–11:00 and 10:30–11:30"
                    + (per.isEmpty() ? "" : " for the same " + words(per))
                    + ", written in the same second.";
        }
    }

    /** At least {@code limit} rows per combination of others, once there is one. */
    record AtLeast(
            String id,
            String text,
            int limit,
            String entity,
            List<String> per,
            @Nullable Condition when,
            Origin origin)
            implements Rule {
        public AtLeast {
            per = List.copyOf(per);
        }

        @Override
        public String paraphrase() {
            return Names.sentence(Names.article(words(per)))
                    + " that has "
                    + limit
                    + " "
                    + (limit == 1 ? Names.words(entity) : plural(entity))
                    + (when == null
                            ? ""
                            : " " + (limit == 1 ? "that is " : "that are ") + when.value())
                    + " never falls below that again; whoever would be missed cannot go.";
        }

        @Override
        public String counterexample() {
            return "The last two "
                    + plural(entity)
                    + (when == null ? "" : " that are " + when.value())
                    + " of "
                    + Names.article(words(per))
                    + " leave at once, each seeing the other still there.";
        }
    }

    /**
     * Rows are written once and never changed or deleted.
     *
     * @param provable true: an auditor can prove it from the rows themselves
     */
    record AppendOnly(String id, String text, String entity, boolean provable, Origin origin)
            implements Rule {
        /** The view that names, for an auditor, the rows at which the chain does not add up. */
        public String proof() {
            return Names.limit(Names.snake(entity) + "_chain_broken");
        }

        @Override
        public String paraphrase() {
            return Names.sentence(Names.article(Names.words(entity)))
                    + " is written once; no use case, no operator at the keyboard and no other program changes or deletes it"
                    + (provable ? ", and an auditor can prove so from the rows themselves." : ".");
        }

        @Override
        public String counterexample() {
            return "An UPDATE of "
                    + Names.article(Names.words(entity))
                    + (provable ? " by the owner of the table goes unnoticed." : " succeeds.");
        }
    }

    /** Kept, traced and asked about: no grammar form fits. */
    record NotUnderstood(String id, String text, Origin origin) implements Rule {
        @Override
        public String paraphrase() {
            return "Not understood as a rule that can be enforced.";
        }

        @Override
        public String counterexample() {
            return "none: please say it in one of the forms of docs/rules.md";
        }
    }

    private static String plural(String entity) {
        return Names.plural(Names.words(entity));
    }

    private static String words(List<String> names) {
        return String.join(" and ", names.stream().map(Names::words).toList());
    }
}
