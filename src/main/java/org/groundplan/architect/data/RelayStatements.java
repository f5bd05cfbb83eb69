package org.groundplan.architect.data;

import java.util.List;
import org.groundplan.model.Effect;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Sql;
import org.groundplan.model.Sql.Scalar;
import org.groundplan.model.Transaction;
import org.groundplan.model.UseCase;

/**
 * Delivers what others left: takes a batch that no other instance holds, and removes each message
 * only when it has been delivered. A crash in between delivers again, with the same message id.
 * What cannot be delivered steps back behind the others, and in the end aside.
 */
final class RelayStatements {
    private final UseCase useCase;
    private final StatementStep.Script script;

    RelayStatements(UseCase useCase, StatementStep.Script script) {
        this.useCase = useCase;
        this.script = script;
    }

    void build() {
        String entity = Effect.Emit.MESSAGE;
        String table = Names.snake(entity);
        Scalar.Column attempts = Paths.column(entity, Names.snake(OutboxStep.ATTEMPTS));
        Scalar.Column notBefore = Paths.column(entity, Names.snake(OutboxStep.NOT_BEFORE));
        Scalar.Param now = new Scalar.Param("now", FieldType.INSTANT, "$clock.now");
        script.step(
                new Sql.Select(
                        List.of(
                                new Sql.Output("id", Paths.column(entity, "id")),
                                new Sql.Output("subject", Paths.column(entity, "subject"))),
                        Paths.source(entity),
                        List.of(),
                        List.of(
                                Paths.equal(
                                        Paths.column(entity, "topic"), Paths.word(useCase.slug())),
                                new Sql.Predicate.Compare(
                                        notBefore, Sql.Predicate.Op.LESS_OR_EQUAL, now),
                                new Sql.Predicate.Compare(
                                        attempts,
                                        Sql.Predicate.Op.LESS,
                                        new Scalar.Literal(String.valueOf(MOST)))),
                        List.of(),
                        List.of(
                                new Sql.Order(notBefore, false),
                                new Sql.Order(Paths.column(entity, "id"), false)),
                        new Scalar.Param("limit", FieldType.INTEGER, "$page.limit"),
                        new Sql.Lock(table, Sql.Lock.Mode.NEXT)),
                "take",
                "The messages for “"
                        + useCase.name()
                        + "” whose turn it is and that no other instance is delivering.",
                Transaction.Role.READ,
                List.of(),
                true,
                List.of());
        Sql.Predicate it =
                Paths.equal(
                        Paths.column(entity, "id"),
                        new Scalar.Param(table + "_id", FieldType.UUID, "$row.id"));
        script.step(
                new Sql.Delete(Paths.source(entity), List.of(it)),
                "delivered",
                "Runs when a message has been delivered; its id went along, so that the receiver knows a repeat.",
                Transaction.Role.EACH,
                List.of(),
                true,
                List.of());
        script.step(
                new Sql.Update(
                        Paths.source(entity),
                        List.of(
                                new Sql.Assignment(
                                        attempts.name(),
                                        new Scalar.Binary(attempts, "+", new Scalar.Literal("1"))),
                                new Sql.Assignment(
                                        notBefore.name(),
                                        new Scalar.Binary(now, "+", pause(attempts)))),
                        List.of(),
                        List.of(it)),
                "put-off",
                "Runs when the receiver refused a message or was not there: the others are not held up, and after "
                        + MOST
                        + " times it stays for a person.",
                Transaction.Role.OTHERWISE,
                List.of(),
                true,
                List.of());
    }

    /** Failures after which a message is left to a person: some six hours. Our choice. */
    static final int MOST = 12;

    /** Half a minute, doubled each time, an hour at most. */
    private static Scalar pause(Scalar.Column attempts) {
        return new Scalar.Call(
                "least",
                List.of(
                        new Scalar.Literal("interval '1 hour'"),
                        new Scalar.Binary(
                                new Scalar.Literal("interval '30 seconds'"),
                                "*",
                                new Scalar.Call(
                                        "power",
                                        List.of(
                                                new Scalar.Literal("2"),
                                                new Scalar.Call(
                                                        "least",
                                                        List.of(
                                                                attempts,
                                                                new Scalar.Literal("7"))))))));
    }
}
