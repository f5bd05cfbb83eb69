package org.groundplan.brief.prose;

/** What a sentence consists of, from left to right. */
sealed interface Part {
    int from();

    int to();

    record Thing(Phrase phrase) implements Part {
        @Override
        public int from() {
            return phrase.from();
        }

        @Override
        public int to() {
            return phrase.to();
        }
    }

    /**
     * A group of verbs: {@code must never be charged}.
     *
     * @param verb lemma of the last verb, with its particle: {@code check out}
     * @param modal can, may, must …, or empty
     * @param infinitive whether {@code to} stands before it
     */
    record Act(
            int from,
            int to,
            String verb,
            String modal,
            boolean negated,
            boolean passive,
            boolean infinitive,
            boolean participle)
            implements Part {}

    /** Prepositions, conjunctions, marks, adverbs. */
    record Mark(int from, int to, String word, String tag) implements Part {}
}
