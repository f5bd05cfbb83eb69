package org.groundplan.architect.practice.notify;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Finding;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.UseCase;

/** A notice that is due again at every run: how many messages that is, and whether it is meant. */
final class MailRepeats implements Practice {
    /** Share of what is open that is late at any time; assumed. */
    private static final double LATE = 0.05;

    private static final Card CARD =
            new Card(
                    "notify.repeats",
                    Card.Level.RULES,
                    "A timed message without a mark of having been sent is sent at every run.",
                    "a job tells somebody of rows and writes nothing",
                    "messages = rows × runs",
                    "our judgement",
                    "it is meant to repeat");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        Design design = sight.design();
        List<Element> result = new ArrayList<>();
        for (UseCase useCase : design.all(UseCase.class)) {
            if (useCase.kind() != UseCase.Kind.NOTIFY
                    || useCase.schedule() == null
                    || useCase.followsOn()
                    || String.valueOf(useCase.schedule()).contains(" before ")
                    || useCase.reads().isEmpty()) {
                continue;
            }
            String about = useCase.reads().getFirst();
            boolean daily =
                    design.all(Rule.AtMost.class).stream()
                            .anyMatch(r ->
                                    r.per().contains(about)
                                            && r.per().size() > 1
                                            && useCase.effects().stream()
                                                    .anyMatch(e ->
                                                            e instanceof Effect.Insert i
                                                                    && i.entity()
                                                                            .equals(r.entity())));
            boolean once =
                    design.all(Rule.AtMost.class).stream()
                            .anyMatch(r ->
                                    r.per().equals(List.of(about))
                                            && useCase.effects().stream()
                                                    .anyMatch(e ->
                                                            e instanceof Effect.Insert i
                                                                    && i.entity()
                                                                            .equals(r.entity())));
            if (once) {
                continue;
            }
            double open = Say.value(design, "quantity:" + Names.slug(about) + ".open");
            double nightly = open * LATE;
            String numbers =
                    open == 0
                            ? ""
                            : " With "
                                    + Say.n(open)
                                    + " open and one in twenty late (assumed) that is "
                                    + Say.n(nightly)
                                    + " messages a run and "
                                    + Say.n(nightly * 30)
                                    + " a month.";
            result.add(
                    Say.finding(
                            id(),
                            useCase.slug(),
                            Finding.Severity.WARNING,
                            68,
                            useCase.id(),
                            "“"
                                    + useCase.name()
                                    + "” runs "
                                    + useCase.schedule()
                                    + ", so a late "
                                    + Names.words(about)
                                    + " is told of "
                                    + (daily
                                            ? "at every run"
                                            : "each time the job runs, also twice")
                                    + "."
                                    + numbers,
                            "A mail every night is read once and then filtered; three, on day 1, 7 and 21, do more. The rule that bounds it is one line of the brief.",
                            List.of(useCase.id(), "quantity:" + Names.slug(about) + ".open")));
            result.add(
                    Say.question(
                            id(),
                            useCase.slug(),
                            "Should “"
                                    + useCase.name()
                                    + "” tell somebody of the same "
                                    + Names.words(about)
                                    + " "
                                    + useCase.schedule()
                                    + " until it ends, or on certain days only?",
                            "Decides between "
                                    + Say.n(nightly * 30)
                                    + " messages a month and a tenth of that, and the price of sending them.",
                            List.of(useCase.id()),
                            useCase.schedule() + ", as the brief says",
                            List.of(useCase.id())));
        }
        return result;
    }
}
