package org.groundplan.architect.stack;

import java.util.List;
import org.groundplan.catalog.Catalog;

/**
 * What a cloud rents, by the names of its list prices. Where nobody named a cloud, the cheapest
 * sourced offer stands in.
 *
 * @param cloud as a person says it
 * @param containers product that runs containers
 * @param container price of half a core and 1 GB for a month
 * @param database price of the smallest managed PostgreSQL
 * @param machine price of the smallest machine of two cores and at least 4 GB
 * @param plane price of a managed Kubernetes control plane
 */
public record Offers(
        String cloud,
        String containers,
        String container,
        String database,
        String machine,
        String plane) {
    /** Accounts a month that a managed sign-in takes for nothing. */
    public static final int FREE_ACCOUNTS = 10_000;

    private static final String CONTAINER = "container, half a core, 1 GB, ";

    /**
     * @param runsOn where it has to run, in lower case
     */
    public static Offers of(List<String> runsOn) {
        return switch (cloud(runsOn)) {
            case "AWS" -> offers("AWS", "ECS Fargate");
            case "Azure" -> offers("Azure", "Container Apps");
            case "Google Cloud" -> offers("Google Cloud", "Cloud Run");
            default ->
                    new Offers(
                            "the provider",
                            "a container service",
                            CONTAINER + "AWS",
                            "managed PostgreSQL, 1 vCPU, 1 GB",
                            "virtual machine, 2 vCPU, 4 GB",
                            "managed Kubernetes control plane");
        };
    }

    /** The cloud that was asked for; empty when none was. */
    static String cloud(List<String> runsOn) {
        for (String place : runsOn) {
            if (place.matches(".*\\b(aws|amazon)\\b.*")) {
                return "AWS";
            }
            if (place.matches(".*\\bazure\\b.*")) {
                return "Azure";
            }
            if (place.matches(".*\\b(gcp|google)\\b.*")) {
                return "Google Cloud";
            }
        }
        return "";
    }

    /** Whether nothing may be rented from a cloud. */
    public static boolean ownMachines(List<String> runsOn) {
        return runsOn.stream()
                .anyMatch(r ->
                        r.matches(
                                ".*(on[- ]?prem|own (machines|servers|data ?cent|hardware)|no cloud|bare[- ]?metal|in[- ]house).*"));
    }

    private static Offers offers(String cloud, String containers) {
        return new Offers(
                cloud,
                containers,
                CONTAINER + cloud,
                "managed PostgreSQL, smallest, " + cloud,
                "virtual machine, 2 vCPU, 8 GB, of a large cloud",
                "managed Kubernetes control plane, " + cloud);
    }

    /** Beyond one core a price by the core, of a machine that is not shared. */
    public String databaseFor(double cores) {
        return cores > 1 ? "managed PostgreSQL, a core of its own with 3.75 GB" : database;
    }

    static double price(Catalog catalog, String name) {
        return catalog.price(name).eur().doubleValue();
    }
}
