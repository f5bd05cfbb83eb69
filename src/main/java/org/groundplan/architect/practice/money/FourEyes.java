package org.groundplan.architect.practice.money;

import java.util.List;
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

/** A limit for one is passed by many small ones. */
final class FourEyes implements Practice {
    private static final Card CARD =
            new Card(
                    "money.four-eyes",
                    Card.Level.RULES,
                    "A limit for one is passed by many small ones.",
                    "a sentence asks for a second person above an amount",
                    "n × (limit − 1) passes",
                    "NIST SP 800-53, AC-5 (separation of duties), 2020",
                    "the limit counts the sum of a day");

    @Override
    public Card card() {
        return CARD;
    }

    private static final Pattern FOUR =
            Pattern.compile(
                    "(?:four[- ]eyes|second (?:person|pair|clerk|signature)|two (?:people|persons|clerks)|another \\w+|(?:approved|released|confirmed) by (?:another|a second|two)).*?(?:above|over|from|more than|beyond|exceed\\w*)\\s+(?:EUR|€|USD|\\$|GBP|£)?\\s*(\\d[\\d,._ ]*)|(?:above|over|from|more than|beyond)\\s+(?:EUR|€|USD|\\$|GBP|£)?\\s*(\\d[\\d,._ ]*)\\s*\\S*.*?(?:four[- ]eyes|second (?:person|pair|clerk|signature)|two (?:people|persons|clerks)|another \\w+)",
                    Pattern.CASE_INSENSITIVE);

    @Override
    public List<Element> look(Sight sight) {
        Optional<Rule> said = sight.sentence(FOUR);
        if (said.isEmpty()) {
            return List.of();
        }
        Matcher m = FOUR.matcher(said.get().text());
        String number = m.find() ? (m.group(1) == null ? m.group(2) : m.group(1)) : "0";
        // 5,000 and 5.000 are five thousand; what stands behind a last mark of one or two digits is
        // cents
        double limit =
                Double.parseDouble(
                        "0" + number.replaceFirst("[.,]\\d{0,2}$", "").replaceAll("\\D", ""));
        double people = people(sight);
        return Note.of(this, "limit", said.get().id(), said.get().id())
                .warns()
                .weighs(Harm.MONEY, 10, true)
                .asks(
                        sight.quote(said.get())
                                + " looks at one at a time: twenty of "
                                + Say.n(limit - 100)
                                + " by one person are "
                                + Say.n(20 * (limit - 100))
                                + ", and nobody else has seen any."
                                + (people > 0 && people < 6
                                        ? " And with "
                                                + Say.n(people)
                                                + " people of whom 15 % are away (assumed), "
                                                + Say.percent(Math.pow(0.15, people - 1))
                                                + " of them find no second person."
                                        : ""),
                        "Who approves is another person by constraint, not by habit; beside the limit for one stands one for the sum of a person's day; limits are rows with a time from which they hold.",
                        "Does the limit of "
                                + Say.n(limit)
                                + " hold for one at a time, or for what one person does in a day?",
                        said.get().id(),
                        "for one at a time, and ten times that for a day");
    }

    private static double people(Sight sight) {
        return sight.acts().stream()
                .filter(u -> sight.has("quantity:" + u.slug() + ".takes"))
                .mapToDouble(u -> sight.count(u.actor()))
                .filter(n -> n > 0)
                .min()
                .orElse(0);
    }
}
