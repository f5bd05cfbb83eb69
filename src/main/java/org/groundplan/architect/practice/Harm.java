package org.groundplan.architect.practice;

/** What is hurt, dearest first: where two practices disagree, the dearer one is heard first. */
public enum Harm {
    /** As written it cannot work. */
    IMPOSSIBLE(88),
    LIFE_AND_LAW(82),
    HARD_RULE(78),
    MONEY(74),
    PROMISE(68),
    COST(60),
    EFFORT(52),
    CONVENIENCE(44);

    private final int base;

    Harm(int base) {
        this.base = base;
    }

    /** 0 … 100. */
    int base() {
        return base;
    }
}
