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
        script.step(
                new Sql.Select(
                        List.of(
                                new Sql.Output("id", Paths.column(entity, "id")),
                                new Sql.Output("subject", Paths.column(entity, "subject"))),
                        Paths.source(entity),
                        List.of(),
                        List.of(
                                Paths.equal(
                                        Paths.column(entity, "topic"), Paths.word(useCase.slug()))),
                        List.of(),
                        List.of(
                                new Sql.Order(Paths.column(entity, "created_at"), false),
                                new Sql.Order(Paths.column(entity, "id"), false)),
                        new Scalar.Param("limit", FieldType.INTEGER, "$page.limit"),
                        new Sql.Lock(table, Sql.Lock.Mode.NEXT)),
                "take",
                "The oldest messages for “"
                        + useCase.name()
                        + "” that no other instance is delivering.",
                Transaction.Role.READ,
                List.of(),
                true,
                List.of());
        script.step(
                new Sql.Delete(
                        Paths.source(entity),
                        List.of(
                                Paths.equal(
                                        Paths.column(entity, "id"),
                                        new Scalar.Param(
                                                table + "_id", FieldType.UUID, "$row.id")))),
                "delivered",
                "Runs when a message has been delivered; its id went along, so that the receiver knows a repeat.",
                Transaction.Role.EACH,
                List.of(),
                true,
                List.of());
    }
}
