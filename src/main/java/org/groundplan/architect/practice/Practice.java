package org.groundplan.architect.practice;

import java.util.List;
import org.groundplan.model.Card;
import org.groundplan.model.Element;

/**
 * One piece of expert knowledge: when it holds in the graph, what it finds, asks or adds. A
 * function of what it sees: no state, no order among those of one level.
 */
public interface Practice {
    Card card();

    /**
     * Findings, conflicts, questions and parts, with the numbers of this brief; empty where it does
     * not apply.
     */
    List<Element> look(Sight sight);

    default String id() {
        return card().id();
    }
}
