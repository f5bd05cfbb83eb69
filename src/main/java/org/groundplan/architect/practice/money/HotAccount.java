package org.groundplan.architect.practice.money;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Known;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Field;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.SumRule;
import org.groundplan.model.UseCase;

/** The house's account takes part in every movement and becomes the lock. */
final class HotAccount implements Practice {
    private static final Card CARD =
            new Card(
                    "money.hot-account",
                    Card.Level.RULES,
                    "The house's account takes part in every movement and becomes the lock.",
                    "a balance is kept per account, and accounts of some kinds may go below zero or are few",
                    "ceiling = 1 / lock held; 5 ms, plus the round trip where another place confirms",
                    "Gray and Reuter, Transaction Processing, 1993 (hot spots); 5 ms is our assumption",
                    "that account has no balance row of its own");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        List<Element> out = new ArrayList<>();
        for (SumRule rule : sight.design().all(SumRule.class)) {
            Optional<Entity> account = sight.entity(rule.per());
            if (!rule.keeps() || account.isEmpty()) {
                continue;
            }
            List<UseCase> posting =
                    sight.uses().stream()
                            .filter(u ->
                                    u.effects().stream()
                                            .anyMatch(e ->
                                                    e instanceof Effect.Append a
                                                            && a.posts()
                                                            && a.between().equals(rule.per())))
                            .sorted(
                                    Comparator.comparingDouble((UseCase u) -> -sight.peak(u))
                                            .thenComparing(UseCase::id))
                            .toList();
            List<String> house = house(sight, account.get());
            if (posting.size() < 2 || house.isEmpty()) {
                continue;
            }
            boolean far =
                    sight.has("quantity:system.rpo")
                            && sight.value("quantity:system.rpo") == 0
                            && sight.sites() > 1;
            double trip = far ? Math.max(0.02, sight.value("quantity:system.round-trip")) : 0;
            double ceiling = 1 / (Known.HOLD + trip);
            // the first is between people; the others have a house account on one side
            List<UseCase> one = posting.subList(1, posting.size());
            UseCase most = one.getFirst();
            double peak = sight.peak(most);
            if (peak < 0.2 * ceiling) {
                continue;
            }
            out.add(
                    Note.of(this, rule.per(), rule.id(), rule.id(), most.id())
                            .warns()
                            .weighs(Harm.HARD_RULE, peak / ceiling * 5, sight.rateStated(most))
                            .says(
                                    "Each of "
                                            + Say.quoted(one)
                                            + " has "
                                            + Names.article(
                                                    Say.list(house).replace(" and ", " or "))
                                            + " "
                                            + Say.words(rule.per())
                                            + " on one side, and of those there are few. “"
                                            + most.name()
                                            + "” alone is "
                                            + Say.rate(peak)
                                            + " at the peak; one row takes part in at most "
                                            + Say.n(ceiling)
                                            + " changes a second (5 ms held, assumed"
                                            + (far
                                                    ? ", and "
                                                            + Say.time(trip)
                                                            + " until the other place has confirmed"
                                                    : "")
                                            + ").",
                                    "The design keeps a balance row for each, as the rule says. Before the load test take it off the "
                                            + Say.list(house)
                                            + " ones and add them up from their entries; only "
                                            + Names.plural(Say.words(rule.per()))
                                            + " that must not go below zero need one"
                                            + (chained(sight)
                                                    ? ", and the chain of entries holds the same line: divide each of them into parts with a chain of its own"
                                                    : "")
                                            + "."));
        }
        return out;
    }

    private static boolean chained(Sight sight) {
        return sight.design().all(org.groundplan.model.Rule.AppendOnly.class).stream()
                .anyMatch(org.groundplan.model.Rule.AppendOnly::provable);
    }

    /** The kinds of account that a rule about zero does not speak of. */
    private static List<String> house(Sight sight, Entity account) {
        for (Rule.NeverBelow bound : sight.design().all(Rule.NeverBelow.class)) {
            if (bound.entity().equals(account.name()) && bound.when() != null) {
                List<String> kinds =
                        account.fields().stream()
                                .filter(f ->
                                        f.type() == FieldType.ENUM
                                                && f.values().containsAll(bound.when().values()))
                                .findFirst()
                                .map(Field::values)
                                .orElse(List.of());
                return kinds.stream().filter(k -> !bound.when().values().contains(k)).toList();
            }
        }
        return List.of();
    }
}
