package org.groundplan.architect.practice.devices;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Actor;
import org.groundplan.model.Effect;
import org.groundplan.model.Names;
import org.groundplan.model.Quantity;
import org.groundplan.model.UseCase;

/**
 * Things that report something at an interval.
 *
 * @param use what they do
 * @param entity what they leave
 * @param who they are
 * @param many how many
 * @param every seconds between two reports of one
 * @param perReport rows in one report
 * @param rate rows a second
 * @param offline seconds they may be without a line; 0 when nobody said
 * @param offlineId the figure behind it
 * @param person whether a person carries it
 */
public record Fleet(
        UseCase use,
        String entity,
        String who,
        double many,
        double every,
        double perReport,
        double rate,
        double offline,
        String offlineId,
        boolean person) {
    private static final Pattern BURST =
            Pattern.compile("(\\d[\\d,_ ]*k?)\\s+in\\s+(\\d+(?:\\.\\d+)?)\\s*s(?:ec.*)?");
    private static final double SLOWEST = 86_400;

    /** All of a design, worked out once. */
    private record Known(List<Fleet> fleets) {}

    public static List<Fleet> all(Sight sight) {
        return sight.design().memo(Known.class, _ -> new Known(find(sight))).fleets();
    }

    private static List<Fleet> find(Sight sight) {
        List<Fleet> result = new ArrayList<>();
        for (UseCase use : sight.acts()) {
            double every = interval(sight, use);
            String entity =
                    use.effects().stream()
                            .filter(e -> e instanceof Effect.Insert || e instanceof Effect.Append)
                            .map(Effect::entity)
                            .filter(e -> sight.entity(e).isPresent())
                            .findFirst()
                            .orElse("");
            if (every > 0 && every <= SLOWEST && !entity.isEmpty()) {
                result.add(fleet(sight, use, entity, every));
            }
        }
        return result;
    }

    private static Fleet fleet(Sight sight, UseCase use, String entity, double every) {
        String who = who(sight, use);
        double rate = sight.peak(use);
        double each = Math.max(1, sight.value("quantity:" + use.slug() + ".each"));
        double many =
                sight.count(who) > 0 && each(sight, use) ? sight.count(who) : rate * every / each;
        boolean person = sight.actor(use).filter(a -> a.kind() == Actor.Kind.PERSON).isPresent();
        String id = "";
        double offline = 0;
        for (String one : List.of(String.valueOf(use.actor()), who)) {
            String here = "quantity:actor." + Names.slug(one) + ".offline";
            if (sight.value(here) > offline) {
                offline = sight.value(here);
                id = here;
            }
        }
        String own = "quantity:" + use.slug() + ".offline";
        if (sight.value(own) > offline) {
            offline = sight.value(own);
            id = own;
        }
        return new Fleet(use, entity, who, many, every, each, rate, offline, id, person);
    }

    private static boolean each(Sight sight, UseCase use) {
        return sight.has("quantity:" + use.slug() + ".each");
    }

    private static String who(Sight sight, UseCase use) {
        return sight.quantity("quantity:" + use.slug() + ".each")
                .map(Quantity::window)
                .orElse(String.valueOf(use.actor()));
    }

    /**
     * Seconds between two of one sender: {@code 1 per Sensor every 30 s}, {@code 700 in 4 s}; 0
     * when it is none.
     */
    public static double interval(Sight sight, UseCase use) {
        double stated = sight.value("quantity:" + use.slug() + ".interval");
        if (stated > 0 && stated <= SLOWEST / 24) {
            return stated;
        }
        return sight.quantity("quantity:" + use.slug() + ".rate-peak")
                .map(q -> BURST.matcher(q.text()))
                .filter(Matcher::matches)
                .map(m -> Double.parseDouble(m.group(2)))
                .filter(s ->
                        s <= 15 && sight.peak(use) * s <= Math.max(1, sight.count(use.actor())))
                .orElse(0.0);
    }
}
