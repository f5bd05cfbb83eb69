package org.groundplan.architect.practice.schema;

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
import org.groundplan.model.Entity;
import org.groundplan.model.FieldType;

/** An amount without a currency is right in one country. */
final class Currency implements Practice {
    private static final Card CARD =
            new Card(
                    "money.minor-units",
                    Card.Level.RULES,
                    "An amount without a currency is right in one country.",
                    "growth or summary speak of more countries, and amounts have no currency",
                    "fields with an amount",
                    "ISO 4217, 2015 (0, 2 or 3 digits after the point)",
                    "all of them use one");

    @Override
    public Card card() {
        return CARD;
    }

    private static final Pattern ABROAD =
            Pattern.compile(
                    "(\\w+) more countr(?:y|ies)|other countries|more countries|several countries|(\\w+) countries|international|currenc",
                    Pattern.CASE_INSENSITIVE);

    @Override
    public List<Element> look(Sight sight) {
        Optional<Matcher> abroad = sight.anywhere(ABROAD);
        List<String> amounts =
                sight.entities().stream()
                        .filter(e ->
                                e.fields().stream().noneMatch(f -> f.type() == FieldType.CURRENCY))
                        .flatMap(e ->
                                e.fields().stream()
                                        .filter(f -> f.type() == FieldType.MONEY)
                                        .map(f -> e.name() + "." + f.name()))
                        .toList();
        if (abroad.isEmpty() || amounts.size() < 2) {
            return List.of();
        }
        List<String> times =
                sight.entities().stream()
                        .flatMap(e ->
                                e.fields().stream()
                                        .filter(f ->
                                                f.name()
                                                        .matches(
                                                                "(?i)(opens|closes|opensAt|closesAt|startsAt|weekOf)"))
                                        .map(f -> e.name() + "." + f.name()))
                        .toList();
        return List.of(
                Note.of(
                                this,
                                "currency",
                                "system",
                                amounts.stream()
                                        .map(a -> Entity.id(a.substring(0, a.indexOf('.'))))
                                        .distinct()
                                        .toArray(String[]::new))
                        .warns()
                        .weighs(Harm.MONEY, amounts.size(), true)
                        .says(
                                "“"
                                        + abroad.get().group().strip()
                                        + "”: "
                                        + amounts.size()
                                        + " amounts ("
                                        + Say.some(amounts)
                                        + ") have no currency"
                                        + (times.isEmpty()
                                                ? ""
                                                : ", and " + Say.some(times) + " no time zone")
                                        + ". Added after the second country has started, each is a question about every old row.",
                                "Country, currency and time zone stand in the row everything hangs from now, with one value; a sum never crosses currencies; law, tax and payment partners are per country, so a country is the unit that moves."));
    }
}
