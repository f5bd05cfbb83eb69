package org.groundplan.brief;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.groundplan.model.Element;
import org.groundplan.model.Expr;
import org.groundplan.model.Location;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.Unit;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects the stated elements while the parts of a brief are read. */
final class Facts {
    final YamlDoc doc;
    final Problems problems;
    private final List<Element> elements = new ArrayList<>();

    Facts(YamlDoc doc, Problems problems) {
        this.doc = doc;
        this.problems = problems;
    }

    void add(Element element) {
        elements.add(element);
    }

    List<Element> elements() {
        return List.copyOf(elements);
    }

    Origin stated(Node node) {
        return Origin.stated(doc.at(node));
    }

    void quantity(
            String id,
            String subject,
            String kind,
            String window,
            Expr expr,
            String text,
            Node node) {
        add(new Quantity(id, subject, kind, window, expr, text, stated(node)));
    }

    void count(Fields fields, String key, String id, String subject, String what) {
        fields.node(key)
                .ifPresent(node -> {
                    String text = doc.text(node).orElse("");
                    Amounts.count(text)
                            .ifPresentOrElse(
                                    n -> number(id, subject, "count", "now", n, Unit.ONE, "", node),
                                    () ->
                                            problems.error(
                                                    doc.at(node),
                                                    "“" + text + "” as the " + key + " of " + what,
                                                    "a number",
                                                    key + ": 45k (or 45_000)"));
                });
    }

    void number(
            String id,
            String subject,
            String kind,
            String window,
            BigDecimal value,
            Unit unit,
            String text,
            Node node) {
        quantity(id, subject, kind, window, new Expr.Const(text, value, unit), text, node);
    }

    void bad(Location at, String found, String expected, String write) {
        problems.error(at, found, expected, write);
    }
}
