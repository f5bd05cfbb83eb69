package org.groundplan.architect.practice.rule;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.data.FieldRoles;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Finding;
import org.groundplan.model.Names;
import org.groundplan.model.UseCase;

/** A due date that its own holder may move, as often as he likes. */
final class DueWithoutLimit implements Practice {
    private static final Card CARD =
            new Card(
                    "rule.due-without-limit",
                    Card.Level.RULES,
                    "Something is put off again and again, and nothing says how often.",
                    "a use case moves a due date of a row and no rule bounds it",
                    "none",
                    "our judgement",
                    "whoever gives it does not mind");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        Design design = sight.design();
        List<Element> result = new ArrayList<>();
        for (UseCase useCase : design.all(UseCase.class)) {
            for (Effect effect : useCase.effects()) {
                if (effect instanceof Effect.Update u
                        && design.find(Entity.class, Entity.id(u.entity())).stream()
                                .flatMap(e -> e.fields().stream())
                                .anyMatch(f ->
                                        u.fields().contains(f.name()) && FieldRoles.isDue(f))) {
                    String term =
                            design.findQuantity(
                                            "quantity:"
                                                    + Names.slug(u.entity())
                                                    + "."
                                                    + Names.slug(u.fields().getFirst())
                                                    + ".term")
                                    .map(q -> q.label())
                                    .orElse("a term");
                    String entity = Names.words(u.entity());
                    result.add(
                            Say.finding(
                                    id(),
                                    useCase.slug(),
                                    Finding.Severity.WARNING,
                                    60,
                                    useCase.id(),
                                    "“"
                                            + useCase.name()
                                            + "” adds "
                                            + term
                                            + " each time and nothing bounds how often: a "
                                            + entity
                                            + " that is extended "
                                            + Say.n(13)
                                            + " times is out for more than a year, and none of the rules of the brief is broken.",
                                    "Say how often, and whether a "
                                            + entity
                                            + " that is already overdue may still be extended.",
                                    List.of(useCase.id())));
                    result.add(
                            Say.question(
                                    id(),
                                    useCase.slug(),
                                    "How often may the same "
                                            + entity
                                            + " be extended, for how long each time, and also when it is overdue already?",
                                    "Assumed: any number of times, "
                                            + term
                                            + " each, also when overdue.",
                                    List.of(useCase.id()),
                                    "without limit, " + term + " each",
                                    List.of(useCase.id())));
                }
            }
        }
        return result;
    }
}
