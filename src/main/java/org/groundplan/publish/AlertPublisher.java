package org.groundplan.publish;

import static org.groundplan.publish.Yaml.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.groundplan.model.Design;
import org.groundplan.model.Names;
import org.groundplan.model.Objective;

/** Alerts as Prometheus rules, and the tests of these rules for {@code promtool test rules}. */
final class AlertPublisher {
    private final Design design;
    private final String slug;

    private AlertPublisher(Design design) {
        this.design = design;
        this.slug = Names.slug(design.name());
    }

    static Map<String, String> render(Design design) {
        AlertPublisher publisher = new AlertPublisher(design);
        return Map.of(
                "observe/" + publisher.slug + ".rules.yaml",
                publisher.rules(),
                "observe/" + publisher.slug + ".tests.yaml",
                publisher.tests());
    }

    private String rules() {
        List<Object> rules = new ArrayList<>();
        for (Objective objective : design.all(Objective.class)) {
            for (Objective.Alert alert : objective.alerts()) {
                rules.add(
                        map(
                                "alert",
                                alert.name(),
                                "expr",
                                alert.expression(),
                                "for",
                                alert.hold(),
                                "labels",
                                map("severity", alert.severity()),
                                "annotations",
                                annotations(objective, alert)));
            }
        }
        return Yaml.write(
                "Alerts of "
                        + design.name()
                        + ". Those on shares speak only when there were more than 20 requests in the hour. Those on slow answers need a histogram with a bucket (le) at each limit.",
                map("groups", List.of(map("name", slug, "rules", rules))));
    }

    private static Map<String, Object> annotations(Objective objective, Objective.Alert alert) {
        return map(
                "summary",
                Names.sentence(objective.indicator())
                        + ": objective "
                        + objective.target().replaceAll(" \\(.*", "")
                        + " is in danger.",
                "look_first",
                Names.sentence(alert.lookFirst()) + ".");
    }

    private String tests() {
        List<Object> tests = new ArrayList<>();
        for (Objective objective : design.all(Objective.class)) {
            for (Objective.Alert alert : objective.alerts()) {
                alert.cases().forEach(c -> tests.add(test(objective, alert, c)));
            }
        }
        return Yaml.write(
                "When each alert speaks and when it does not: promtool test rules "
                        + slug
                        + ".tests.yaml",
                map(
                        "rule_files",
                        List.of(slug + ".rules.yaml"),
                        "evaluation_interval",
                        "1m",
                        "tests",
                        tests));
    }

    private static Map<String, Object> test(
            Objective objective, Objective.Alert alert, Objective.Case when) {
        List<Object> on =
                when.speaks()
                        ? List.of(
                                map(
                                        "exp_labels",
                                        map("severity", alert.severity()),
                                        "exp_annotations",
                                        annotations(objective, alert)))
                        : List.of();
        return map(
                "name",
                alert.name() + ": " + when.what(),
                "interval",
                "1m",
                "input_series",
                when.series().stream()
                        .map(s ->
                                map(
                                        "series",
                                        s.name(),
                                        "values",
                                        s.start().toPlainString()
                                                + "+"
                                                + s.step().toPlainString()
                                                + "x"
                                                + (when.minutes() + 5)))
                        .toList(),
                "alert_rule_test",
                List.of(
                        map(
                                "eval_time",
                                when.minutes() + "m",
                                "alertname",
                                alert.name(),
                                "exp_alerts",
                                on)));
    }
}
