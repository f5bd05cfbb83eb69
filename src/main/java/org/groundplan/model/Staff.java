package org.groundplan.model;

import java.util.List;

/** How many people there are, by what they do. */
public final class Staff {
    private static final String PLATFORM =
            ".*\\b(platform|operations|ops|sre|infrastructure|reliability)\\b.*";

    private Staff() {}

    /** People who build, operations included; one when nobody said. */
    public static double all(Design design) {
        List<Team> teams = design.all(Team.class);
        return teams.isEmpty()
                ? 1
                : teams.stream()
                        .mapToDouble(t ->
                                hands(design, t, "engineers", 1)
                                        + hands(design, t, "operations", 0))
                        .sum();
    }

    /** Operations of any team, and all of a team that is there for the platform. */
    public static double operators(Design design) {
        return design.all(Team.class).stream()
                .mapToDouble(t ->
                        hands(design, t, "operations", 0)
                                + (Names.words(t.name()).matches(PLATFORM)
                                        ? hands(design, t, "engineers", 1)
                                        : 0))
                .sum();
    }

    private static double hands(Design design, Team team, String what, double otherwise) {
        return design.findQuantity("quantity:team." + Names.slug(team.name()) + "." + what)
                .map(q -> q.value().doubleValue())
                .orElse(otherwise);
    }
}
