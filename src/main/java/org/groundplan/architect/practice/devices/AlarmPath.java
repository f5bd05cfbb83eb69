package org.groundplan.architect.practice.devices;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.Rule;

/** An alarm is as late as the interval, the confirmations and the person together. */
final class AlarmPath implements Practice {
    private static final Card CARD =
            new Card(
                    "iot.alarm-latency",
                    Card.Level.ARITHMETIC,
                    "An alarm is as late as the interval, the confirmations and the person together.",
                    "somebody must be told within a time of what devices report",
                    "interval × confirmations + pipeline + ladder ≤ time",
                    "arithmetic; three samples to confirm and 20 s a call are our assumptions",
                    "the device itself decides");

    @Override
    public Card card() {
        return CARD;
    }

    private static final Pattern WITHIN =
            Pattern.compile(
                    "(?:called|told|warned|alarmed|alerted|notified|rung)\\D{0,40}(?:within|in)\\s+(\\d+|one|two|five|ten)\\s*(seconds?|s|minutes?|min)\\b",
                    Pattern.CASE_INSENSITIVE);

    @Override
    public List<Element> look(Sight sight) {
        List<Fleet> fleets = Fleet.all(sight).stream().filter(f -> !f.person()).toList();
        Optional<Rule> said = sight.sentence(WITHIN);
        if (fleets.isEmpty() || said.isEmpty()) {
            return List.of();
        }
        Matcher m = WITHIN.matcher(said.get().text());
        double limit = m.find() ? number(m.group(1)) * (m.group(2).startsWith("m") ? 60 : 1) : 0;
        Fleet f = fleets.getFirst();
        double left = limit - f.every();
        double samples = Math.max(0, Math.floor((limit - 25) / f.every()));
        return List.of(
                Note.of(this, f.use().slug(), said.get().id(), said.get().id(), f.use().id())
                        .warns()
                        .weighs(Harm.LIFE_AND_LAW, Math.max(1, limit / Math.max(1, left)), true)
                        .says(
                                sight.quote(said.get())
                                        + ": a value is up to "
                                        + Say.time(f.every())
                                        + " old when it is measured, which leaves "
                                        + Say.time(Math.max(0, left))
                                        + "; a phone that rings takes some 20 s (assumed), so "
                                        + (samples < 1
                                                ? "one value has to be enough, and a wrong one calls somebody."
                                                : "at most "
                                                        + Say.n(samples)
                                                        + (samples == 1
                                                                ? " value confirms"
                                                                : " values confirm")
                                                        + " it.")
                                        + (f.offline() > 0
                                                ? " While the line is away ("
                                                        + Say.time(f.offline())
                                                        + ") the system knows nothing at all."
                                                : ""),
                                "What is dangerous is decided at the site, too, without the line; a call that nobody confirms goes to the next person, and a site that has gone silent is an alarm of its own."));
    }

    private static double number(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "one" -> 1;
            case "two" -> 2;
            case "five" -> 5;
            case "ten" -> 10;
            default -> Double.parseDouble(word);
        };
    }
}
