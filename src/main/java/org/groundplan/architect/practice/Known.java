package org.groundplan.architect.practice;

import org.groundplan.model.Capacity;

/**
 * Planning values that several practices share. Each is an assumption until a pilot has measured
 * it; the sentence that uses one says so.
 */
public final class Known {
    /** Seconds a row stays locked by one short transaction, commit included. Our assumption. */
    public static final double HOLD = 0.005;

    /** Seconds of a durable commit on local disks. Our assumption. */
    public static final double COMMIT = 0.002;

    /** Busy share above which waiting grows fast. Harchol-Balter, Performance Modeling, 2013. */
    public static final double BUSY = 0.6;

    /** Share of calls to a partner whose answer is lost. Our assumption, from 0.1 to 0.5 %. */
    public static final double LOST = 0.002;

    /** Seconds until somebody who was woken sits at a keyboard. Our assumption. */
    public static final double PAGE = 15 * 60.0;

    /** Seconds from the page to the repair. Our assumption. */
    public static final double REPAIR = 30 * 60.0;

    /**
     * Seconds a managed standby takes over in: 60 to 120, and clients reconnect. AWS documentation,
     * Multi-AZ, 2024.
     */
    public static final double FAILOVER = 90;

    /** Bytes a second at which a backup is restored. */
    public static final double RESTORE = Capacity.RESTORE;

    /** Days that backups are kept when nobody said. Our assumption. */
    public static final double BACKUP_DAYS = 35;

    /**
     * Seconds that paying takes at most: session 10 min, bank's page 5, notice 2, margin 3. Our
     * assumption.
     */
    public static final double PAYING = 20 * 60.0;

    /** Share of payers slower than ten minutes. Our assumption. */
    public static final double SLOW_PAYERS = 0.03;

    /** Rows a second that one session inserts one by one, and in batches. Our assumption. */
    public static final double SINGLE_INSERTS = 2_000;

    public static final double BATCHED_INSERTS = 50_000;

    /** Hours of work a month that one developer has. 160, our assumption. */
    public static final double HOURS = 160;

    private Known() {}

    /**
     * Share of the hottest of n keys when popularity falls with rank: 1 / H(n).
     *
     * @param n at least 1
     * @return 0 … 1; Breslau and others, Web caching and Zipf-like distributions, 1999
     */
    public static double hottest(double n) {
        return n <= 1 ? 1 : Math.min(1, 1 / (Math.log(n) + 0.58));
    }
}
