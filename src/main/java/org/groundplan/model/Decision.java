package org.groundplan.model;

import java.util.List;

/** One choice with what was weighed. */
public record Decision(
        String id,
        int number,
        String question,
        String answers,
        List<Candidate> candidates,
        String chosen,
        String why,
        List<Flip> flips,
        List<String> tradeOffs,
        Origin origin)
        implements Element {
    /** The commission's order of comparison. */
    public enum Criterion {
        TESTABILITY,
        READABILITY,
        CONSISTENCY,
        SIMPLICITY,
        REVERSIBILITY
    }

    /**
     * @param points −2 … 2
     * @param reason from facts of this brief
     */
    public record Score(Criterion criterion, int points, String reason) {}

    /**
     * @param ruledOutBy the hard requirement it breaks, with the number; empty when it stays in
     */
    public record Candidate(String name, String ruledOutBy, List<Score> scores) {
        public Candidate {
            scores = List.copyOf(scores);
        }

        public boolean stays() {
            return ruledOutBy.isEmpty();
        }
    }

    /** At which value of which fact the answer would be another. */
    public record Flip(String when, String value, String to) {}

    public Decision {
        candidates = List.copyOf(candidates);
        flips = List.copyOf(flips);
        tradeOffs = List.copyOf(tradeOffs);
    }
}
