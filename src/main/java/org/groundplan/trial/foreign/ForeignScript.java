package org.groundplan.trial.foreign;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What one client does: the statements of one file.
 *
 * @param name of the file, without folder and ending
 * @param steps each with everything that is sent before the other side may come between
 */
record ForeignScript(String name, List<Step> steps) {
    ForeignScript {
        steps = List.copyOf(steps);
    }

    /**
     * @param commits whether a transaction ends here
     */
    record Step(Piece piece, Bound sql, boolean opens, boolean commits) {}

    /** A file without BEGIN is one transaction. */
    static ForeignScript of(String name, String file, String text) throws ForeignException {
        List<Piece> pieces = Piece.of(file, text);
        if (pieces.isEmpty()) {
            throw new ForeignException(
                    file + " has no statement",
                    "the statements of one transaction",
                    "INSERT INTO booking (room_id) VALUES (:room_id);");
        }
        boolean whole = pieces.stream().noneMatch(Piece::begins);
        List<Step> steps = new ArrayList<>();
        boolean open = false;
        for (Piece piece : pieces) {
            boolean opens = piece.begins() || whole && steps.isEmpty();
            open |= opens;
            steps.add(step(piece, opens, piece.commits()));
            open &= !piece.commits() && !piece.rollsBack();
        }
        if (open) {
            steps.add(step(Piece.of(file, "COMMIT").getFirst(), false, true));
        }
        return new ForeignScript(name, steps);
    }

    private static Step step(Piece piece, boolean opens, boolean commits) {
        return new Step(piece, Bound.of(piece), opens, commits);
    }

    /** Parameters that the caller gives: those that no earlier statement binds. */
    Set<String> inputs() {
        Set<String> bound = new LinkedHashSet<>();
        Set<String> inputs = new LinkedHashSet<>();
        for (Step step : steps) {
            step.sql.names().stream().filter(n -> !bound.contains(n)).forEach(inputs::add);
            String expect = step.piece.expect();
            if (expect != null) {
                Token.of(expect).stream()
                        .filter(t -> t.kind() == Token.Kind.PARAM && !bound.contains(t.text()))
                        .forEach(t -> inputs.add(t.text()));
            }
            if (step.piece.into() != null) {
                bound.add(step.piece.into());
            }
        }
        return inputs;
    }

    /** How many times the other side could come between: BEGIN alone is no such place. */
    int turns() {
        return (int) steps.stream().filter(s -> !s.piece.begins()).count();
    }
}
