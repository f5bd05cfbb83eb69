package org.groundplan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.groundplan.model.Actor;
import org.groundplan.model.Decision;
import org.groundplan.model.Decision.Candidate;
import org.groundplan.model.Decision.Criterion;
import org.groundplan.model.Design;
import org.groundplan.model.Names;
import org.groundplan.model.Numbers;
import org.groundplan.model.UseCase;

/** One decision as text: the answer first, then what it was weighed against. */
public final class Deciding {
    private Deciding() {}

    /**
     * @param question as somebody put it: what it names is answered first
     * @param raised whether the brief raises it by itself
     */
    public static String print(Design design, Decision d, String question, boolean raised) {
        StringBuilder out = new StringBuilder();
        out.append(Names.sentence(d.question())).append(": ").append(d.chosen()).append("\n");
        out.append("  ").append(Names.sentence(d.answers())).append("\n");
        if (!raised) {
            out.append("  This brief does not raise the question; the design leaves it out.\n");
        }
        out.append("  ").append(d.why()).append(d.why().endsWith(".") ? "\n" : ".\n");
        callers(design, question, out);
        for (Candidate c : d.candidates()) {
            if (named(question, c.name()) && !c.name().equals(d.chosen())) {
                out.append("\n").append(c.name()).append(": not here. ");
                out.append(Names.sentence(c.stays() ? behind(d, c) : c.ruledOutBy())).append(".\n");
            }
        }
        List<Candidate> outside = d.candidates().stream().filter(c -> !c.stays()).toList();
        if (!outside.isEmpty()) {
            out.append("\nRuled out:\n");
            outside.forEach(c ->
                    out.append("  ")
                            .append(c.name())
                            .append(" – ")
                            .append(c.ruledOutBy())
                            .append("\n"));
        }
        out.append("\nCompared, the first difference decides (−2 to 2):\n");
        for (Candidate c : order(d)) {
            out.append("  ")
                    .append(c.name())
                    .append(c.name().equals(d.chosen()) ? "  ←" : "")
                    .append("\n");
            for (Criterion criterion : Criterion.values()) {
                c.scores().stream()
                        .filter(s -> s.criterion() == criterion)
                        .forEach(s ->
                                out.append(
                                        String.format(
                                                Locale.ROOT,
                                                "    %-13s %2d  %s%n",
                                                criterion.name().toLowerCase(Locale.ROOT),
                                                s.points(),
                                                s.reason())));
            }
        }
        if (!d.flips().isEmpty()) {
            out.append("\nIt would be another:\n");
            d.flips()
                    .forEach(f ->
                            out.append("  ")
                                    .append(f.when())
                                    .append(" ")
                                    .append(f.value())
                                    .append(" → ")
                                    .append(f.to())
                                    .append(times(f))
                                    .append("\n"));
        }
        if (!d.tradeOffs().isEmpty()) {
            out.append("\nGiven up:\n");
            d.tradeOffs().forEach(t -> out.append("  ").append(t).append("\n"));
        }
        return out.toString();
    }

    /** The chosen first, then those that stay, in the order of the list. */
    private static List<Candidate> order(Decision d) {
        List<Candidate> stay =
                new ArrayList<>(d.candidates().stream().filter(Candidate::stays).toList());
        stay.sort(Comparator.comparing((Candidate c) -> !c.name().equals(d.chosen())));
        return stay;
    }

    private static String times(Decision.Flip f) {
        return f.now() <= 0 || f.at() <= f.now()
                ? ""
                : "  (" + Numbers.plain(BigDecimal.valueOf(f.at() / f.now())) + " times today's)";
    }

    /** What somebody named in the question does, and how often. */
    private static void callers(Design design, String question, StringBuilder out) {
        String asked = question.toLowerCase(Locale.ROOT);
        for (Actor actor : design.all(Actor.class)) {
            String name = Names.words(actor.name());
            if (asked.matches(".*\\b" + java.util.regex.Pattern.quote(name) + "(s|es)?\\b.*")) {
                List<String> uses = new ArrayList<>();
                for (UseCase u : design.all(UseCase.class)) {
                    if (actor.name().equals(u.actor())) {
                        uses.add(
                                "“"
                                        + u.name()
                                        + "” "
                                        + design.findQuantity("quantity:" + u.slug() + ".rate-peak")
                                                .map(q -> Numbers.print(q.value(), q.unit()))
                                                .orElse(""));
                    }
                }
                out.append("  ")
                        .append(actor.name())
                        .append(": ")
                        .append(String.join(", ", uses))
                        .append(".\n");
            }
        }
    }

    private static boolean named(String question, String candidate) {
        String asked = question.toLowerCase(Locale.ROOT);
        for (String word : candidate.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}.#+-]+")) {
            if (word.length() > 3
                    && !List.of(
                                    "apache",
                                    "managed",
                                    "provider",
                                    "with",
                                    "service",
                                    "services",
                                    "application",
                                    "machine",
                                    "functions")
                            .contains(word)
                    && asked.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** The reason in the criterion that decided. */
    private static String behind(Decision d, Candidate c) {
        for (Criterion criterion : Criterion.values()) {
            int mine = points(d, d.chosen(), criterion);
            int its = points(d, c.name(), criterion);
            if (its < mine) {
                return c.scores().stream()
                        .filter(s -> s.criterion() == criterion)
                        .map(Decision.Score::reason)
                        .findFirst()
                        .orElse("nothing speaks for it");
            }
        }
        return "nothing speaks for it";
    }

    private static int points(Decision d, String candidate, Criterion criterion) {
        return d.candidates().stream()
                .filter(c -> c.name().equals(candidate))
                .flatMap(c -> c.scores().stream())
                .filter(s -> s.criterion() == criterion)
                .mapToInt(Decision.Score::points)
                .sum();
    }
}
