package org.groundplan.model;

import java.util.Locale;

/**
 * Something worth knowing about this design.
 *
 * @param kind id of the rule or practice that speaks; it has a page in docs/findings
 * @param weight how much of load, cost, risk or effort it decides, 0 … 100
 */
public record Finding(
        String id,
        String kind,
        Severity severity,
        int weight,
        String element,
        String message,
        String advice,
        Origin origin)
        implements Element {
    public enum Severity {
        ERROR,
        WARNING,
        ADVICE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
