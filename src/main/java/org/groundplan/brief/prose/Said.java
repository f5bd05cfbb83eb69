package org.groundplan.brief.prose;

/**
 * The words a line of the brief comes from.
 *
 * @param sure 0 … 100
 */
record Said(Sentence sentence, int start, int end, int sure) {
    static Said of(Fact fact) {
        return new Said(fact.sentence(), fact.start(), fact.end(), fact.sure());
    }

    static Said of(Sentence sentence, int sure) {
        return new Said(sentence, 0, sentence.text().length(), sure);
    }

    static Said of(Figure f, int sure) {
        return new Said(f.sentence(), f.start(), f.end(), sure);
    }

    String quote() {
        return sentence.text().substring(start, Math.min(end, sentence.text().length()));
    }

    boolean doubtful() {
        return sure < Fact.DOUBTFUL;
    }
}
