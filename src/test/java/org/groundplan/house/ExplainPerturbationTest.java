package org.groundplan.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundplan.Library;
import org.groundplan.model.Design;
import org.groundplan.model.Location;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.junit.jupiter.api.Test;

/**
 * Explain is no façade: changing a cited fact changes the number, changing an uncited one does not.
 */
class ExplainPerturbationTest {
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d_.]*");

    @Test
    void twenty_numbers_follow_the_facts_they_cite_and_no_others() {
        Design design = Library.design();
        List<Quantity> facts =
                design.all(Quantity.class).stream()
                        .filter(q ->
                                q.origin().kind() == Origin.Kind.STATED && q.value().signum() > 0)
                        .toList();
        List<Quantity> numbers =
                new ArrayList<>(
                        design.all(Quantity.class).stream()
                                .filter(q ->
                                        q.origin().kind() != Origin.Kind.STATED
                                                && !cited(design, q, facts).isEmpty())
                                .toList());
        java.util.Collections.shuffle(numbers, new Random(7));
        assertThat(numbers).hasSizeGreaterThan(20);
        for (Quantity number : numbers.subList(0, 20)) {
            List<Quantity> cited = cited(design, number, facts);
            for (Quantity fact : facts) {
                BigDecimal after =
                        Library.derive(perturbed(Library.text(), fact))
                                .quantity(number.id())
                                .value();
                if (cited.contains(fact)) {
                    assertThat(after)
                            .as("%s cites %s", number.id(), fact.id())
                            .isNotEqualByComparingTo(number.value());
                } else {
                    assertThat(after)
                            .as("%s does not cite %s", number.id(), fact.id())
                            .isEqualByComparingTo(number.value());
                }
            }
        }
    }

    /** Stated numbers that the arithmetic reaches. */
    private static List<Quantity> cited(Design design, Quantity number, List<Quantity> facts) {
        Set<String> reached = new TreeSet<>();
        reach(design, number, reached);
        return facts.stream().filter(f -> reached.contains(f.id())).toList();
    }

    private static void reach(Design design, Quantity quantity, Set<String> reached) {
        quantity.expr()
                .refs()
                .filter(reached::add)
                .forEach(id -> design.findQuantity(id).ifPresent(q -> reach(design, q, reached)));
    }

    /** The brief with one of its numbers made a little larger. */
    private static String perturbed(String brief, Quantity fact) {
        Location at = fact.origin().at();
        List<String> lines = new ArrayList<>(brief.lines().toList());
        String line = lines.get(at.line() - 1);
        Matcher number = NUMBER.matcher(line);
        int from = at.column() - 1;
        boolean found = number.find(from);
        if (fact.id().endsWith(".peak-window")) {
            found = number.find(number.end());
        }
        assertThat(found).as("a number at %s in %s", at, line).isTrue();
        BigDecimal value = new BigDecimal(number.group().replace("_", ""));
        String larger = value.multiply(new BigDecimal("1.25")).stripTrailingZeros().toPlainString();
        lines.set(
                at.line() - 1,
                line.substring(0, number.start()) + larger + line.substring(number.end()));
        return String.join("\n", lines) + "\n";
    }
}
