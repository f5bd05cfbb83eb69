package org.groundplan.model;

import java.util.List;

/** A service level objective with its alerts. */
public record Objective(
        String id,
        String useCase,
        String indicator,
        String target,
        String window,
        List<Alert> alerts,
        Origin origin)
        implements Element {
    /**
     * @param cases when it speaks and when it keeps silent: the rule's own tests
     */
    public record Alert(
            String name,
            String expression,
            String hold,
            String severity,
            String lookFirst,
            List<Case> cases) {
        public Alert {
            cases = List.copyOf(cases);
        }
    }

    /**
     * Series from the beginning of time, a sample a minute.
     *
     * @param minutes when it is looked at
     * @param speaks whether the alert is on then
     */
    public record Case(String what, List<Series> series, long minutes, boolean speaks) {
        public Case {
            series = List.copyOf(series);
        }
    }

    /**
     * @param start value of the first sample
     * @param step what each further minute adds
     */
    public record Series(String name, java.math.BigDecimal start, java.math.BigDecimal step) {}

    public Objective {
        alerts = List.copyOf(alerts);
    }
}
