package org.groundplan.architect.practice;

import java.util.List;
import org.groundplan.model.Design;
import org.groundplan.model.Element;

/**
 * One piece of expert knowledge: when it holds in the graph, what it finds or asks. Each has a page
 * in docs/findings.
 */
interface Practice {
    /** {@code family.name}; permanent. */
    String id();

    /** Findings and questions, with the numbers of this brief; empty where it does not apply. */
    List<Element> look(Design design);
}
