package org.groundplan.architect.practice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.groundplan.model.Card;
import org.groundplan.model.Conflict;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Finding;
import org.groundplan.model.Question;

/**
 * Applies practices level by level. All of one level see the same design; what they add is united,
 * so that their order never matters; a level is repeated until it adds nothing.
 */
public final class Practices {
    private static final int MOST_ROUNDS = 4;

    private Practices() {}

    public static Design apply(Design design, List<Practice> practices) {
        Design result = design;
        for (Card.Level level : Card.Level.values()) {
            List<Practice> now = practices.stream().filter(p -> p.card().level() == level).toList();
            result = level(result, now);
        }
        return result;
    }

    private static boolean isNote(Element element) {
        return element instanceof Finding
                || element instanceof Conflict
                || element instanceof Question;
    }

    private static Design level(Design design, List<Practice> practices) {
        Design result = design;
        Set<Element> said = new HashSet<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Sight sight = new Sight(result);
            List<Element> added = new ArrayList<>();
            for (Practice practice : practices) {
                practice.look(sight).stream().filter(said::add).forEach(added::add);
            }
            result = result.with(added);
            if (added.stream().allMatch(Practices::isNote)) {
                break; // no condition of its level reads what others said
            }
        }
        return result;
    }
}
