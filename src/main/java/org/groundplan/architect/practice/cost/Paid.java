package org.groundplan.architect.practice.cost;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Integration;
import org.groundplan.model.UseCase;

/**
 * A partner whose calls cost money.
 *
 * @param perMonth calls
 * @param price EUR a call
 * @param of who calls, in words
 * @param stated whether the number of calls follows from what was said
 */
public record Paid(Integration partner, double perMonth, double price, String of, boolean stated) {
    public static List<Paid> all(Sight sight) {
        List<Paid> result = new ArrayList<>();
        for (Integration partner : sight.partners()) {
            double price = sight.value(sight.slug(partner) + ".price");
            List<UseCase> callers = sight.callers(partner);
            if (price > 0 && !callers.isEmpty()) {
                result.add(
                        new Paid(
                                partner,
                                callers.stream().mapToDouble(sight::perMonth).sum(),
                                price,
                                Say.quoted(callers),
                                callers.stream().anyMatch(sight::rateStated)));
            }
        }
        return result;
    }

    public boolean sms() {
        return (partner.name() + " " + partner.purpose())
                .toLowerCase(java.util.Locale.ROOT)
                .matches(".*\\b(sms|text messages?|texts?)\\b.*");
    }
}
