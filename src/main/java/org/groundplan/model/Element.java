package org.groundplan.model;

import java.util.List;

/**
 * One thing of a brief or a design. Everything that is diffed, explained, overlaid or published is
 * an element: a stable readable id, an origin, and typed content.
 */
public sealed interface Element
        permits Actor,
                Affinity,
                Assumption,
                Capacity,
                Component,
                Conflict,
                Connection,
                Constraint,
                Crossing,
                Decision,
                Entity,
                Evidence,
                Finding,
                Flow,
                Index,
                Integration,
                Module,
                Objective,
                Operation,
                OwnPractice,
                Quantity,
                Question,
                Refusal,
                Rule,
                Service,
                Slice,
                Stage,
                Statement,
                Store,
                Table,
                TableConstraint,
                Team,
                Technology,
                Threat,
                Trait,
                Transaction,
                UseCase {
    String id();

    Origin origin();

    /** Ids this element follows from: its origin's, and for a quantity those of its arithmetic. */
    default List<String> follows() {
        if (this instanceof Quantity q) {
            return java.util.stream.Stream.concat(origin().from().stream(), q.expr().refs())
                    .distinct()
                    .sorted()
                    .toList();
        }
        return origin().from();
    }
}
