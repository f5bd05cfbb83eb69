package org.groundplan.architect.workload;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundplan.model.Design;
import org.groundplan.model.UseCase;

/** How often a schedule in words comes round. */
public final class Schedule {
    private static final Pattern EVERY =
            Pattern.compile("every (\\d+) (s|min|h|days?|weeks?|seconds?|minutes?|hours?)");

    /** Seconds between two looks at the outbox. */
    private static final long FOLLOWING = 30;

    private Schedule() {}

    /**
     * Seconds from one run of a job to the next, by its rate; what follows changes looks for
     * messages twice a minute, which is assumed.
     */
    public static long round(Design design, UseCase useCase) {
        if (useCase.followsOn()) {
            return FOLLOWING;
        }
        double rate = design.quantity("quantity:" + useCase.slug() + ".rate").value().doubleValue();
        return Math.round(1 / Math.max(rate, 1e-9));
    }

    /** In seconds; a day when the words say nothing else. */
    static long period(String words) {
        Matcher every = EVERY.matcher(words.toLowerCase(Locale.ROOT));
        if (every.find()) {
            long n = Math.max(1, Long.parseLong(every.group(1)));
            return n
                    * switch (every.group(2).charAt(0)) {
                        case 's' -> 1;
                        case 'm' -> 60;
                        case 'h' -> 3600;
                        case 'w' -> 604_800;
                        default -> 86_400;
                    };
        }
        return words.contains("minute")
                ? 60
                : words.contains("hour")
                        ? 3600
                        : words.matches(
                                        "(?i).*(week|monday|tuesday|wednesday|thursday|friday|saturday|sunday).*")
                                ? 604_800
                                : words.contains("month") ? 2_629_746 : 86_400;
    }
}
