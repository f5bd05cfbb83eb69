package org.groundplan.architect.practice.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Known;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Actor;
import org.groundplan.model.Card;
import org.groundplan.model.Element;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.UseCase;

/** People are servers, too: the peak divided by those who are there is minutes for each. */
final class ServedByPeople implements Practice {
    private static final Card CARD =
            new Card(
                    "flow.human-capacity",
                    Card.Level.ARITHMETIC,
                    "People are servers, too: the peak divided by those who are there is minutes for each.",
                    "people of one kind do something at a known peak, and it is known how many of them are there or how long one takes",
                    "minutes each = people × 60 / acts an hour; people = acts × time / 60",
                    "Little, Operations Research 9(3), 1961; 5.6 h of a working day spent on cases is our assumption",
                    "several are done in one go");

    @Override
    public Card card() {
        return CARD;
    }

    private static final double WORKING_DAY = 5.6 * 3600;

    @Override
    public List<Element> look(Sight sight) {
        Map<String, UseCase> most = new TreeMap<>();
        for (UseCase use : sight.acts()) {
            boolean person =
                    sight.actor(use).filter(a -> a.kind() == Actor.Kind.PERSON).isPresent();
            if (person && sight.changes(use) && sight.rateStated(use)) {
                most.merge(String.valueOf(use.actor()), use, (a, b) -> better(sight, a, b) ? a : b);
            }
        }
        List<Element> out = new ArrayList<>();
        most.forEach((actor, use) -> out.addAll(one(sight, actor, use)));
        return out;
    }

    /**
     * What takes a stated time first, then what moves something and is done most often; never what
     * is sent by itself.
     */
    private static boolean better(Sight sight, UseCase a, UseCase b) {
        boolean takesA = sight.has("quantity:" + a.slug() + ".takes");
        boolean takesB = sight.has("quantity:" + b.slug() + ".takes");
        if (takesA != takesB) {
            return takesA;
        }
        boolean byHandA = sight.peak(a) < 20;
        boolean byHandB = sight.peak(b) < 20;
        if (byHandA != byHandB) {
            return byHandA;
        }
        return sight.peak(a) > sight.peak(b)
                || sight.peak(a) == sight.peak(b) && a.id().compareTo(b.id()) < 0;
    }

    private List<Element> one(Sight sight, String actor, UseCase use) {
        double takes = sight.value("quantity:" + use.slug() + ".takes");
        double duty = duty(sight, actor);
        double count = sight.count(actor);
        if (takes > 0) {
            double people = sight.perDay(use) * takes / WORKING_DAY;
            if (count > 0 ? people < Known.BUSY * count : people < 1) {
                return List.of();
            }
            boolean enough = count == 0 || count >= people;
            return List.of(
                    Note.of(this, actor, use.id(), "quantity:" + use.slug() + ".takes", use.id())
                            .warns()
                            .weighs(
                                    count > 0 && people > count ? Harm.IMPOSSIBLE : Harm.PROMISE,
                                    count > 0 ? people / count * 8 : 5,
                                    true)
                            .says(
                                    Say.n(sight.perDay(use))
                                            + " a day of “"
                                            + use.name()
                                            + "” at "
                                            + Say.time(takes)
                                            + " are the work of "
                                            + Say.n(people)
                                            + " people (5.6 hours of a day on cases, assumed)"
                                            + (count == 0
                                                    ? "."
                                                    : enough
                                                            ? "; there are "
                                                                    + Say.n(count)
                                                                    + ", so after one day lost it takes "
                                                                    + Say.n(
                                                                            Math.max(
                                                                                    2,
                                                                                    Math.ceil(
                                                                                            people
                                                                                                    / Math
                                                                                                            .max(
                                                                                                                    0.01,
                                                                                                                    count
                                                                                                                            - people))))
                                                                    + " days to catch up."
                                                            : "; there are "
                                                                    + Say.n(count)
                                                                    + ", and the pile grows by "
                                                                    + Say.n(
                                                                            (people - count)
                                                                                    * WORKING_DAY
                                                                                    / takes)
                                                                    + " a day."),
                                    "Show the age of the oldest, not the number; hand cases out one by one with a lease, so that two people never open the same."));
        }
        if (duty <= 0) {
            return List.of();
        }
        double hour = sight.peak(use) * 3600;
        double each = duty * 60 / hour;
        if (each > 30 || sight.peak(use) > 50) {
            return List.of();
        }
        String who = Say.plural(actor);
        return Note.of(
                        this,
                        actor,
                        use.id(),
                        use.id(),
                        "quantity:actor." + Names.slug(actor) + ".on-duty")
                .warns()
                .weighs(hour / 2 > duty ? Harm.IMPOSSIBLE : Harm.PROMISE, 30 / each, true)
                .asks(
                        "The peak asks for "
                                + Say.n(hour)
                                + " of “"
                                + use.name()
                                + "” an hour and "
                                + Say.n(duty)
                                + " "
                                + who
                                + " are there: "
                                + Say.n(hour / duty)
                                + " an hour each, one every "
                                + Say.n(each)
                                + " minutes. If one takes half an hour (assumed), "
                                + Say.n(hour / 2)
                                + " "
                                + who
                                + " are needed"
                                + (count > 0 && hour / 2 > count
                                        ? ", more than the " + Say.n(count) + " there are"
                                        : "")
                                + ".",
                        "Either several at once for each, or fewer are taken in: the number that waits per place is shown, and it brakes what comes in.",
                        "How long does one “"
                                + use.name()
                                + "” take, and how many does "
                                + Say.one(actor)
                                + " carry at once?",
                        use.id(),
                        "several at once, as many as the peak needs");
    }

    /** How many are there at the peak: said, or as many as send something every few seconds. */
    private static double duty(Sight sight, String actor) {
        double said = sight.value("quantity:actor." + Names.slug(actor) + ".on-duty");
        if (said > 0) {
            return said;
        }
        for (UseCase use : sight.acts()) {
            Optional<Quantity> peak =
                    actor.equals(use.actor())
                            ? sight.quantity("quantity:" + use.slug() + ".rate-peak")
                            : Optional.empty();
            if (peak.isPresent() && peak.get().origin().kind() == Origin.Kind.STATED) {
                Matcher m = BURST.matcher(peak.get().text());
                if (m.matches()) {
                    return Double.parseDouble(m.group(1).replaceAll("[,_ ]", ""));
                }
            }
        }
        return 0;
    }

    private static final Pattern BURST =
            Pattern.compile("(\\d[\\d,_ ]*)\\s+in\\s+\\d+\\s*s(?:ec.*)?");
}
