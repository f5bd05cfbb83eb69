package org.groundplan.architect.practice;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.UseCase;

/** Words are searched as they are written until somebody names the language. */
final class SearchLanguage implements Practice {
    @Override
    public String id() {
        return "search.language";
    }

    @Override
    public List<Element> look(Design design) {
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
