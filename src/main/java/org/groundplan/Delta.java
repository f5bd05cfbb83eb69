package org.groundplan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.model.Conflict;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import org.groundplan.model.Finding;
import org.groundplan.model.Numbers;
import org.groundplan.model.Quantity;

/**
 * What one design has and another has not: decisions, money, risks.
 *
 * @param decisions each in words: {@code cache: none → Valkey}
 * @param cost in words, or empty when it is about the same
 * @param risks findings and conflicts that come or go, heaviest first
 * @param weight 10 for a decision, 8 for each doubling of the bill, a twentieth of a finding's
 *     weight
 */
public record Delta(List<String> decisions, String cost, List<String> risks, double weight) {
    private static final double DECISION = 10;
    private static final double DOUBLING = 8;
    private static final double SAME = 0.05;

    public Delta {
        decisions = List.copyOf(decisions);
        risks = List.copyOf(risks);
    }

    static Delta between(Design before, Design after) {
        List<String> decisions = new ArrayList<>();
        double weight = 0;
        for (Decision d : before.all(Decision.class)) {
            String chosen = after.find(Decision.class, d.id()).map(Decision::chosen).orElse("");
            if (!chosen.equals(d.chosen())) {
                decisions.add(
                        name(d)
                                + ": "
                                + d.chosen()
                                + " → "
                                + (chosen.isEmpty() ? "not raised" : chosen));
                weight += DECISION;
            }
        }
        for (Decision d : after.all(Decision.class)) {
            if (before.find(Decision.class, d.id()).isEmpty()) {
                decisions.add(name(d) + ": " + d.chosen());
                weight += DECISION;
            }
        }
        String cost = "";
        BigDecimal a = cost(before);
        BigDecimal b = cost(after);
        if (a.signum() > 0 && b.signum() > 0) {
            double doublings = Math.log(b.doubleValue() / a.doubleValue()) / Math.log(2);
            if (Math.abs(doublings) > SAME) {
                cost = money(before) + " → " + money(after);
                weight += DOUBLING * Math.abs(doublings);
            }
        }
        Map<String, Integer> was = risks(before);
        Map<String, Integer> is = risks(after);
        List<Map.Entry<Integer, String>> changed = new ArrayList<>();
        for (Map.Entry<String, Integer> r : is.entrySet()) {
            if (!was.containsKey(r.getKey())) {
                changed.add(Map.entry(r.getValue(), "comes: " + r.getKey()));
            }
        }
        for (Map.Entry<String, Integer> r : was.entrySet()) {
            if (!is.containsKey(r.getKey())) {
                changed.add(Map.entry(r.getValue(), "goes: " + r.getKey()));
            }
        }
        for (Map.Entry<Integer, String> c : changed) {
            weight += c.getKey() / 20.0;
        }
        changed.sort(
                java.util.Comparator.comparingInt((Map.Entry<Integer, String> e) -> -e.getKey())
                        .thenComparing(Map.Entry::getValue));
        return new Delta(
                decisions, cost, changed.stream().map(Map.Entry::getValue).toList(), weight);
    }

    /** One line: what matters most first. */
    public String print() {
        List<String> parts = new ArrayList<>(decisions.stream().limit(3).toList());
        if (!cost.isEmpty()) {
            parts.add(cost);
        }
        risks.stream().limit(parts.size() > 2 ? 1 : 2).forEach(parts::add);
        return parts.isEmpty() ? "nothing" : String.join("; ", parts);
    }

    private static String name(Decision d) {
        return d.id().replaceFirst("^decision:", "").replace('-', ' ');
    }

    private static BigDecimal cost(Design design) {
        return design.findQuantity("quantity:system.cost")
                .map(Quantity::value)
                .orElse(BigDecimal.ZERO);
    }

    private static String money(Design design) {
        return design.findQuantity("quantity:system.cost")
                .map(q -> Numbers.print(q.value(), q.unit()))
                .orElse("");
    }

    /** What is found wrong or in conflict, by title, with its weight. */
    private static Map<String, Integer> risks(Design design) {
        Map<String, Integer> risks = new TreeMap<>();
        for (Conflict c : design.all(Conflict.class)) {
            risks.put(c.title(), c.weight());
        }
        for (Finding f : design.all(Finding.class)) {
            boolean heavy = f.severity() != Finding.Severity.ADVICE || f.weight() >= 60;
            boolean figures = f.kind().matches("load\\.(?:small|share)|reading\\..*");
            if (heavy && !figures) {
                String about = f.element().replaceFirst("^[a-z-]+:", "").replace('-', ' ');
                risks.put(f.kind() + (about.isEmpty() ? "" : " (" + about + ")"), f.weight());
            }
        }
        return risks;
    }
}
