package org.groundplan.architect.practice.flow;

import java.util.List;
import org.groundplan.architect.practice.Harm;
import org.groundplan.architect.practice.Note;
import org.groundplan.architect.practice.Practice;
import org.groundplan.architect.practice.Say;
import org.groundplan.architect.practice.Sight;
import org.groundplan.model.Card;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.FieldType;
import org.groundplan.model.Rule;
import org.groundplan.model.Service;
import org.groundplan.model.UseCase;

/** A timed job on two instances runs twice, on one instance not at all when that dies. */
final class OneScheduler implements Practice {
    private static final Card CARD =
            new Card(
                    "flow.single-scheduler",
                    Card.Level.RULES,
                    "A timed job on two instances runs twice, on one instance not at all when that dies.",
                    "at least two instances, and a job that calls a partner or writes money",
                    "harm of one double run = rows of the run",
                    "Google, SRE Book, chapter 24 (distributed cron), 2016",
                    "each row carries its own mark of having been done");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public List<Element> look(Sight sight) {
        int instances =
                sight.design().all(Service.class).stream().mapToInt(Service::instances).sum();
        List<UseCase> dear =
                sight.jobs().stream()
                        .filter(j ->
                                !j.origin().step().equals("clock")
                                        && !marked(sight, j)
                                        && j.effects().stream()
                                                .anyMatch(e ->
                                                        e instanceof Effect.Call
                                                                || e instanceof Effect.Insert i
                                                                        && money(
                                                                                sight, i.entity())))
                        .toList();
        if (instances < 2 || dear.isEmpty()) {
            return List.of();
        }
        UseCase job = dear.getFirst();
        return List.of(
                Note.of(this, job.slug(), job.id(), job.id())
                        .weighs(Harm.MONEY, 2, true)
                        .says(
                                "“"
                                        + job.name()
                                        + "” runs "
                                        + job.schedule()
                                        + " and "
                                        + instances
                                        + " instances each have a clock. "
                                        + (dear.size() > 1
                                                ? "The same is true of "
                                                        + Say.quoted(dear.subList(1, dear.size()))
                                                        + ". "
                                                : "")
                                        + "Twice is "
                                        + (job.effects().stream()
                                                        .anyMatch(e -> e instanceof Effect.Call)
                                                ? "a second message or payment to everybody"
                                                : "every amount a second time")
                                        + "; not at all is noticed by nobody.",
                                "A row per run with its due time as the key, taken under a lock by whoever comes first; an alarm on the age of the last success."));
    }

    /** Whether a second row for the same thing is refused anyway. */
    private static boolean marked(Sight sight, UseCase job) {
        return job.effects().stream()
                .anyMatch(e ->
                        e instanceof Effect.Insert
                                && sight.design().all(Rule.class).stream()
                                        .anyMatch(r ->
                                                r.subject().equals(e.entity())
                                                        && (r instanceof Rule.Unique
                                                                || r instanceof Rule.AtMost m
                                                                        && m.limit() == 1)));
    }

    private static boolean money(Sight sight, String entity) {
        return sight.entity(entity)
                .filter(e -> e.fields().stream().anyMatch(f -> f.type() == FieldType.MONEY))
                .isPresent();
    }
}
