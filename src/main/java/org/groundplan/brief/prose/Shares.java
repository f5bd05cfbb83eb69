package org.groundplan.brief.prose;

/** What a percentage is of, by the words around it. */
final class Shares {
    private Shares() {}

    static Figure.Role role(Figure f, String near, String all) {
        double v = f.value().doubleValue();
        String before = all.substring(0, f.start());
        boolean ruled =
                before.matches("(?is).*\\b(?:only (?:once|when|if|after)|unless|until) [^,;]*$")
                        || before.matches("(?is).*\\b(?:above|below|over|under|exceed\\w*)\\s+$")
                                && all.matches(
                                        "(?is).*\\b(?:refused?|rejected?|until|unless|must|only|approv\\w*|locked|blocked)\\b.*");
        if (ruled || Roles.NO_MORE.matcher(before).find()) {
            return Figure.Role.LIMIT;
        }
        if (f.per().equals("year")
                || f.start() > 0 && all.charAt(f.start() - 1) == '+'
                || near.matches(
                        "(?is).*\\b(?:growth|growing|grows?|grew|increase\\w*|more \\p{L}+ (?:every|each|a|per) year|year on year|rises?|rose|gone up|go up)\\b.*")) {
            return Figure.Role.GROWTH;
        }
        if (f.per().matches("requests?|calls?|answers?|queries|cases|all .*")
                && near.matches("(?is).*\\b(?:second|seconds|ms|milliseconds|minutes?)\\b.*")) {
            return Figure.Role.LATENCY;
        }
        if (Roles.GROWTH.matcher(near).find()
                && all.matches("(?is).*\\b(?:grow|growth|more|increase)\\b.*")) {
            return Figure.Role.GROWTH;
        }
        if (v >= 0.9
                && (Roles.AVAILABLE.matcher(near).find()
                        || f.per().isEmpty()
                        || f.per().matches("time.*"))) {
            return Figure.Role.AVAILABILITY;
        }
        if (f.bound().matches("most|least")
                && all.substring(f.end())
                        .matches(
                                "(?is)^ (?:above|below|over|under|more than|less than|higher|lower)\\b.*")) {
            return Figure.Role.LIMIT; // a bid at least 5 % above the one before
        }
        boolean window =
                all.substring(f.end())
                        .matches(
                                "(?is)^[^.;]*?\\b(?:between|from \\d|in(?:to)? the (?:\\p{L}+ )?(?:morning|evening|afternoon|first|last)|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend)|at (?:the )?(?:peak|lunch|night)|within|in \\w+ (?:hours?|minutes?|days?)|during)\\b.*");
        return window && !f.per().matches("(?:.*\\b)?(?:customers|users)\\b")
                        || Roles.PEAK.matcher(near).find()
                ? Figure.Role.PEAK
                : Figure.Role.RATIO;
    }
}
