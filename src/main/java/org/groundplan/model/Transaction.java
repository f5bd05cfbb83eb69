package org.groundplan.model;

import java.util.List;

/** The statements of one operation, in order, inside one transaction. */
public record Transaction(String id, String useCase, List<Step> steps, Origin origin)
        implements Element {
    /** What a step is for. */
    public enum Role {
        /** Says for which tenant the transaction is; touches no table. */
        TENANT,
        /** Takes the lock that orders this operation against others. */
        LOCK,
        READ,
        WRITE,
        /** Runs only after a write that found no row: says which refusal it is. */
        DIAGNOSE,
        /**
         * Runs only after a refusal, in a transaction of its own: what an earlier request with the
         * same key has written.
         */
        AGAIN,
        /** Runs for each row of the read before it. */
        EACH,
        /** Runs for a row in place of EACH, when what was to be done with it failed. */
        OTHERWISE
    }

    /** Whether a step is part of every run, and touches a table. */
    public static boolean always(Step step) {
        return switch (step.role) {
            case TENANT, DIAGNOSE, AGAIN, OTHERWISE -> false;
            case LOCK, READ, WRITE, EACH -> true;
        };
    }

    /**
     * @param refusals for LOCK and READ: the one refusal when no row comes back (or none); for
     *     DIAGNOSE: one per output column, the first true one counts
     * @param mayBeEmpty a write that is right when it touches nothing
     */
    public record Step(String statement, Role role, List<String> refusals, boolean mayBeEmpty) {
        public Step {
            refusals = List.copyOf(refusals);
        }
    }

    public Transaction {
        steps = List.copyOf(steps);
    }

    /** The first step that touches a table. */
    public Step first() {
        return steps.stream().filter(s -> s.role() != Role.TENANT).findFirst().orElseThrow();
    }
}
