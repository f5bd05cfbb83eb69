package org.groundplan.architect.practice.notify;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.TimeRule;
import org.groundplan.model.UseCase;

/** A message that the clock sends before something. */
final class Reminder {
    private static final Pattern BEFORE =
            Pattern.compile("(\\d+)\\s*(min|minutes?|h|hours?|days?|d|weeks?)\\s+before\\b");

    private Reminder() {}

    static boolean is(UseCase use) {
        return use.name()
                .toLowerCase(Locale.ROOT)
                .matches(".*\\b(remind\\w*|notify|notices?|warn\\w*|tell|announce|send)\\b.*");
    }

    /** Whether it is planned for a time, and not sent as soon as something is seen. */
    static boolean planned(UseCase use) {
        return is(use)
                && use.schedule() != null
                && (BEFORE.matcher(use.schedule().toLowerCase(Locale.ROOT)).find()
                        || use.name().toLowerCase(Locale.ROOT).contains("remind"));
    }

    /** Seconds before the instant that a deadline is about; 0 when it does not say so. */
    static double before(UseCase use, TimeRule.Deadline rule) {
        if (use.schedule() == null || !is(use)) {
            return 0;
        }
        boolean same = rule.entity().isEmpty() || use.reads().contains(rule.entity());
        Matcher m = BEFORE.matcher(use.schedule().toLowerCase(Locale.ROOT));
        if (!same || !m.find()) {
            return 0;
        }
        double one =
                switch (m.group(2).charAt(0)) {
                    case 'm' -> 60;
                    case 'h' -> 3600;
                    case 'w' -> 7 * Sight.DAY;
                    default -> Sight.DAY;
                };
        return Double.parseDouble(m.group(1)) * one;
    }

    /** Rows a month that it is about: as many as are made of what it reads first. */
    static double items(Sight sight, UseCase use) {
        return use.reads().stream()
                .flatMap(r -> sight.entity(r).stream())
                .mapToDouble(e -> sight.comes(e) * Sight.MONTH)
                .findFirst()
                .orElse(0);
    }
}
