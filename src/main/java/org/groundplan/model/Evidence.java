package org.groundplan.model;

/**
 * What a trial showed.
 *
 * @param claim id of the element the claim is about
 * @param how what was done, one or two sentences with the counts that do not depend on time
 * @param file below the design's folder, empty when there is none
 */
public record Evidence(
        String id,
        String claim,
        Verdict verdict,
        Basis basis,
        String how,
        String file,
        Origin origin)
        implements Element {
    /** Best first; a claim that needs several experiments has the worst of their verdicts. */
    public enum Verdict {
        OBSERVED("observed"),
        SURVIVED("survived"),
        PREDICTED("predicted"),
        ASSUMED("assumed"),
        NOT_RUN("not run"),
        BROKEN("broken");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public Verdict worst(Verdict other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    /** What a verdict rests on. */
    public enum Basis {
        REAL_COMPONENT("real component"),
        INTERPRETED_DESIGN("interpreted design"),
        PLANNER("planner with assumed statistics"),
        QUEUEING_MODEL("queueing model"),
        SIMULATION("simulation"),
        ARITHMETIC("arithmetic"),
        NONE("none");

        private final String word;

        Basis(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
