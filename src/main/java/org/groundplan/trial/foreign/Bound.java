package org.groundplan.trial.foreign;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A statement whose parameters get values as text, of the type that the database finds fitting: the
 * same as a quoted literal in its place.
 *
 * @param jdbc with question marks
 * @param names of the parameters, as often as they appear
 * @param pieces of the text around them, one more than names
 */
record Bound(String jdbc, List<String> names, List<String> pieces) {
    Bound {
        names = List.copyOf(names);
        pieces = List.copyOf(pieces);
    }

    static Bound of(Piece piece) {
        int start = piece.tokens().getFirst().from();
        List<String> names = new ArrayList<>();
        List<String> pieces = new ArrayList<>();
        int at = 0;
        for (Token token : piece.tokens()) {
            if (token.kind() == Token.Kind.PARAM) {
                names.add(token.text());
                pieces.add(piece.sql().substring(at, token.from() - start));
                at = token.to() - start;
            }
        }
        pieces.add(piece.sql().substring(at));
        // An operator with a question mark is doubled for the driver.
        String jdbc = String.join("?", pieces.stream().map(p -> p.replace("?", "??")).toList());
        return new Bound(jdbc, names, pieces);
    }

    /** The same with a type for each parameter. */
    Bound cast(UnaryOperator<String> type) {
        List<String> around = new ArrayList<>(pieces);
        for (int i = 0; i < names.size(); i++) {
            around.set(i, around.get(i) + "CAST(");
            around.set(i + 1, " AS " + type.apply(names.get(i)) + ")" + around.get(i + 1));
        }
        return new Bound(
                String.join("?", around.stream().map(p -> p.replace("?", "??")).toList()),
                names,
                around);
    }

    /** As the database would see it in a text file. */
    String literal(Map<String, @Nullable String> values) {
        StringBuilder out = new StringBuilder(pieces.getFirst());
        for (int i = 0; i < names.size(); i++) {
            String value = values.get(names.get(i));
            out.append(value == null ? "NULL" : "'" + value.replace("'", "''") + "'");
            out.append(pieces.get(i + 1));
        }
        return out.toString();
    }

    PreparedStatement prepare(Connection connection, Map<String, @Nullable String> values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(jdbc);
        for (int i = 0; i < names.size(); i++) {
            String value = values.get(names.get(i));
            if (value == null) {
                statement.setNull(i + 1, Types.OTHER);
            } else {
                statement.setObject(i + 1, value, Types.OTHER);
            }
        }
        return statement;
    }
}
