package org.groundplan.architect.stack;

/** What it can run on, and what follows from each for the bill and for who looks after it. */
public final class Targets {
    static final String ONE_RENTED = "one virtual machine, managed PostgreSQL";
    static final String ONE = "one machine for everything";
    static final String TWO = "two machines, PostgreSQL with a standby";
    static final String CONTAINERS = "containers run by the provider, managed PostgreSQL";
    static final String CLUSTER = "managed Kubernetes, managed PostgreSQL";
    static final String OWN_CLUSTER = "Kubernetes on own machines";
    static final String ASLEEP = "functions and the smallest managed database";

    private Targets() {}

    /** Whether somebody else runs the database. */
    public static boolean rented(String target) {
        return target.contains("managed PostgreSQL")
                || target.equals(ASLEEP)
                || managedCluster(target);
    }

    /** Whether a control plane is rented. */
    public static boolean managedCluster(String target) {
        return target.startsWith("managed Kubernetes");
    }

    /** Whether processes are started by the provider, without a machine of ours. */
    public static boolean containers(String target) {
        return target.equals(CONTAINERS);
    }

    /** Whether nothing runs while nobody calls. */
    public static boolean asleep(String target) {
        return target.equals(ASLEEP);
    }

    /** Whether there are two of everything, so that one may be lost. */
    public static boolean twice(String target) {
        return target.equals(TWO)
                || target.equals(CONTAINERS)
                || managedCluster(target)
                || target.equals(OWN_CLUSTER);
    }
}
