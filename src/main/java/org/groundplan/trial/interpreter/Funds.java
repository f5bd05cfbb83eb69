package org.groundplan.trial.interpreter;

import java.sql.SQLException;
import java.util.Map;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Names;
import org.groundplan.model.UseCase;

/** Puts something on a row from which a posting can take. */
public final class Funds {
    private Funds() {}

    /** One row of the ledger in its favour; what it comes from is not told. */
    public static void give(Design design, Seeder seeder, Effect.Append post, Row row, long amount)
            throws SQLException {
        if (design.entity(post.entity()).parents().contains(post.between())) {
            seeder.row(
                    post.entity(),
                    Map.of(row.table(), row),
                    null,
                    Map.of(Names.snake(post.moved()), amount));
        }
    }

    /** The entity of the row that the posting belongs to. */
    public static String main(UseCase useCase, Effect.Append post) {
        return useCase.effects().stream()
                .filter(e -> e instanceof Effect.Insert i && !i.many())
                .map(Effect::entity)
                .findFirst()
                .orElse(post.entity());
    }
}
