package org.groundplan.architect.practice.data;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.UseCase;

/** Words are searched as they are written until somebody names the language. */
final class SearchLanguage implements Practice {
    private static final Card CARD =
            new Card(
                    "search.language",
                    Card.Level.RULES,
                    "Words are cut by the rules of one language.",
                    "a search by words, and no language stated",
                    "none",
                    "PostgreSQL documentation, 12 full text search, 2026",
                    "names and codes only");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        Design design = sight.design();
        List<Element> result = new ArrayList<>();
        for (UseCase useCase : design.all(UseCase.class)) {
            if (useCase.kind() == UseCase.Kind.SEARCH
                    && design.find("decision:text-search").isPresent()) {
                result.add(
                        Say.question(
                                id(),
                                useCase.slug(),
                                "In which languages is “"
                                        + useCase.name()
                                        + "” used, and should it forgive typing errors?",
                                "Without a language “"
                                        + String.join("”, “", useCase.by())
                                        + "” match whole words only; forgiving errors adds a trigram index, or changes the decision about text search.",
                                List.of("decision:text-search"),
                                "whole words, no language",
                                List.of(useCase.id())));
            }
        }
        return result;
    }
}
