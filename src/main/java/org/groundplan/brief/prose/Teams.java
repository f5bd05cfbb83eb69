package org.groundplan.brief.prose;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who builds it: how many, in which teams, knowing what. */
@SuppressWarnings(
        "ReferenceEquality") // the very phrase, clause or sentence, not one that looks like it
final class Teams {
    private final Understanding u;

    Teams(Understanding understanding) {
        this.u = understanding;
    }

    List<Branch> teams(List<String> languages) {
        List<Branch> teams = new ArrayList<>();
        List<Figure> numbers =
                u.figures.stream().filter(f -> f.role() == Figure.Role.TEAM).toList();
        boolean partTime =
                u.facts.stream()
                        .anyMatch(f ->
                                f.kind() == Fact.Kind.CONSTRAINT
                                        && f.name().matches("part[- ]time"));
        boolean nobody =
                u.facts.stream()
                        .anyMatch(f ->
                                f.kind() == Fact.Kind.CONSTRAINT
                                        && f.name().matches("(?:nobody|no one|no-one|no) .*"));
        Figure count = null;
        Figure people = null;
        for (Figure f : numbers) {
            u.placed.add(f);
            boolean listed = f.phrase() == null && Around.before(f).endsWith("(");
            if (listed && f.value().signum() > 0) {
                teams.add(
                        team(
                                f.subject().isEmpty() ? "team " + (teams.size() + 1) : f.subject(),
                                f.value(),
                                languages,
                                nobody,
                                Said.of(f, 85)));
            } else if (f.subject().matches("(?:.* )?(?:team|squad|crew)") && f.phrase() != null) {
                count = f;
            } else if (people == null) {
                people = f;
            }
        }
        if (!teams.isEmpty()) {
            return teams;
        }
        boolean each =
                people != null
                        && count != null
                        && people.sentence() == count.sentence()
                        && Around.before(people)
                                .matches(
                                        "(?s).*\\b(?:teams?|squads?) (?:of|with|each)\\s+(?:about |up to )?$");
        int n = count == null ? 1 : Math.clamp(count.value().intValue(), 1, 40);
        if (people == null && count == null) {
            if (!languages.isEmpty()) {
                teams.add(team("team", null, languages, nobody, null));
            }
            return teams;
        }
        Said said = Said.of(people == null ? java.util.Objects.requireNonNull(count) : people, 85);
        for (int i = 0; i < n; i++) {
            BigDecimal size =
                    people == null ? null : each ? people.value() : share(people.value(), n, i);
            if (size != null && partTime && n == 1) {
                size = size.multiply(new BigDecimal("0.5"));
            }
            teams.add(team(n == 1 ? "team" : "team " + (i + 1), size, languages, nobody, said));
        }
        return teams;
    }

    private static BigDecimal share(BigDecimal people, int teams, int index) {
        BigDecimal[] parts = people.divideAndRemainder(BigDecimal.valueOf(teams));
        return parts[1].intValue() > index
                ? parts[0].add(BigDecimal.ONE)
                : parts[0].signum() == 0
                        ? people.divide(BigDecimal.valueOf(teams), new MathContext(2))
                        : parts[0];
    }

    private static Branch team(
            String name,
            @Nullable BigDecimal engineers,
            List<String> languages,
            boolean nobody,
            @Nullable Said said) {
        Branch b = new Branch();
        b.said = said;
        b.put("name", name, said);
        if (engineers != null) {
            b.put("engineers", Figure.plain(engineers), null);
        }
        if (nobody) {
            b.put("operations", "0", null);
        }
        b.put("knows", languages, null);
        return b;
    }
}
