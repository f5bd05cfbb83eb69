package org.groundplan.brief.prose;

import java.util.List;

/**
 * One thing that a sentence says.
 *
 * @param name what it is of: an actor, a thing, a system
 * @param says in a few words what was understood
 * @param start offset in the sentence
 * @param end offset after its last character
 * @param sure 0 … 100; below {@link #DOUBTFUL} it is marked and asked about
 * @param words values that somebody who works on with it needs, e.g. actor, verb, object
 */
public record Fact(
        Kind kind,
        String name,
        String says,
        Sentence sentence,
        int start,
        int end,
        int sure,
        List<String> words) {
    static final int DOUBTFUL = 60;

    /** In the order in which they are shown. */
    public enum Kind {
        ACTOR("actors"),
        ENTITY("things"),
        NUMBER("numbers"),
        USE_CASE("use cases"),
        RULE("rules"),
        ACCESS("access"),
        INTEGRATION("other systems"),
        CONSTRAINT("constraints");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public Fact {
        words = List.copyOf(words);
    }

    public boolean doubtful() {
        return sure < DOUBTFUL;
    }

    public String quote() {
        return sentence.text().substring(start, end);
    }

    /** Where it begins: file, line, column. */
    public org.groundplan.model.Location at() {
        return sentence.at();
    }

    /** The whole sentence. */
    public String text() {
        return sentence.text();
    }
}
