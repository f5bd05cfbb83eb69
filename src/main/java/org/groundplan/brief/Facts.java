package org.groundplan.brief;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.groundplan.model.Element;
import org.groundplan.model.Expr;
import org.groundplan.model.Location;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.Unit;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects the stated elements while the parts of a brief are read; two of one id are an error. */
final class Facts {
    final YamlDoc doc;
    final Problems problems;
    private final Map<String, Element> elements = new LinkedHashMap<>();

    Facts(YamlDoc doc, Problems problems) {
        this.doc = doc;
        this.problems = problems;
    }

    /** Whether a name has a letter or a figure, so that an id can be made of it. */
    static boolean speaks(String name) {
        return name.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    void add(Element element) {
        Element before = elements.putIfAbsent(element.id(), element);
        if (before != null) {
            Location at = element.origin().at();
            Location first = before.origin().at();
            problems.error(
                    at == null ? doc.place(1, 1) : at,
                    "“"
                            + element.id()
                            + "” is stated twice"
                            + (first == null ? "" : ", first in line " + first.line()),
                    "each fact once",
                    "take one of them out, or give it another name");
        }
    }

    boolean has(String id) {
        return elements.containsKey(id);
    }

    List<Element> elements() {
        return List.copyOf(elements.values());
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

    void duration(Node node, String id, String subject, String kind, String write) {
        String text = doc.text(node).orElse("");
        Amounts.duration(text)
                .ifPresentOrElse(
                        seconds -> number(id, subject, kind, "", seconds, Unit.SECOND, text, node),
                        () ->
                                bad(
                                        doc.at(node),
                                        "“"
                                                + text
                                                + "” as "
                                                + (kind.equals("term") ? "a term" : kind),
                                        "a number and a unit of time",
                                        write));
    }

    /** A percentage below 100. */
    void availability(Node node, String id, String subject) {
        String text = doc.text(node).orElse("");
        Optional<BigDecimal> share = Amounts.percent(text);
        if (share.isEmpty() || share.get().compareTo(BigDecimal.ONE) >= 0) {
            bad(
                    doc.at(node),
                    "“" + text + "” as an availability",
                    "a percentage below 100 %",
                    "availability: 99.9 %");
            return;
        }
        number(id, subject, "availability", "month", share.get(), Unit.ONE, text, node);
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
