package org.groundplan.trial.plan;

import java.math.BigDecimal;
import java.util.Optional;
import org.groundplan.model.Design;
import org.groundplan.model.Names;
import org.groundplan.model.Quantity;
import org.groundplan.model.Table;

/** How full the tables are. */
enum Volume {
    YEAR("after a year"),
    HORIZON("when retention has filled up"),
    TEN("at ten times that");

    private static final double A_YEAR = 365 * 86_400.0;

    private final String words;

    Volume(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Rows of a table; 1,000 where the brief says nothing. */
    double rows(Design design, Table table) {
        Optional<Quantity> full = quantity(design, table, "rows");
        double rows = full.map(q -> q.value().doubleValue()).orElse(1000.0);
        return switch (this) {
            case HORIZON -> rows;
            case TEN -> 10 * rows;
            case YEAR ->
                    rows
                            * (full.filter(q -> q.window().equals("horizon")).isEmpty()
                                    ? 1
                                    : quantity(design, table, "keep")
                                            .map(Quantity::value)
                                            .map(BigDecimal::doubleValue)
                                            .map(s -> Math.min(1, A_YEAR / s))
                                            .orElse(1.0));
        };
    }

    /** Rows in a state that is not final; a tenth of a year's at most where nobody knows. */
    double open(Design design, Table table) {
        double rows = rows(design, table);
        return Math.min(
                rows,
                quantity(design, table, "open")
                        .map(q -> q.value().doubleValue() * (this == TEN ? 10 : 1))
                        .orElse(rows / (this == TEN ? 100 : 10)));
    }

    private static Optional<Quantity> quantity(Design design, Table table, String kind) {
        return design.findQuantity("quantity:" + Names.slug(table.entity()) + "." + kind);
    }
}
