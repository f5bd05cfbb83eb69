package org.groundplan.trial.interpreter;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids of the shape of UUIDv7, counted instead of drawn, so that recordings repeat byte for byte.
 */
public final class Ids {
    /** 2026-03-07T10:00:00Z in milliseconds: a Saturday morning. */
    private static final long EPOCH = 1_772_877_600_000L;

    private static final AtomicLong COUNTER = new AtomicLong();

    private Ids() {}

    /** Unique in this process, not repeatable. */
    public static UUID next() {
        return of(1_000_000 + COUNTER.incrementAndGet());
    }

    /** The same id for the same number. */
    public static UUID of(long number) {
        long high = (EPOCH << 16) | 0x7000L | (number >>> 48 & 0xFFFL);
        return new UUID(high, 0x8000_0000_0000_0000L | (number & 0xFFFF_FFFF_FFFFL));
    }
}
