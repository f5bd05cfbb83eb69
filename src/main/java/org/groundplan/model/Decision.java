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
    /** What is chosen where every candidate is ruled out. */
    public static final String NOTHING = "no candidate is left";

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
     * @param reason from facts of this brief, or what is so whatever the brief
     * @param trait true when it is so whatever the brief
     */
    public record Score(Criterion criterion, int points, String reason, boolean trait) {}

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

    /**
     * At which value of which fact the answer would be another.
     *
     * @param fact what would have to be measured
     * @param at the value, in the fact's own unit
     * @param now what it is today, in the same unit; negative when nobody said
     */
    public record Flip(String when, String value, String to, String fact, double at, double now) {}

    public Decision {
        candidates = List.copyOf(candidates);
        flips = List.copyOf(flips);
        tradeOffs = List.copyOf(tradeOffs);
    }
}
