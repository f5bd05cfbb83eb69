package org.groundplan.architect.practice;

import org.groundplan.model.Effect;
import org.groundplan.model.Entity;
import org.groundplan.model.Names;
import org.groundplan.model.Rule;
import org.groundplan.model.UseCase;

/** How many of what a use case takes there are to be had. */
public final class Scarce {
    private Scarce() {}

    /** The number of places, seats, pieces; 0 when what it takes is not bounded or not counted. */
    public static double of(Sight sight, UseCase use) {
        double most = 0;
        for (Effect effect : use.effects()) {
            for (Rule rule : sight.design().all(Rule.class)) {
                most = Math.max(most, bound(sight, effect, rule));
            }
        }
        return most;
    }

    private static double bound(Sight sight, Effect effect, Rule rule) {
        if (rule instanceof Rule.AtMost r
                && r.entity().equals(effect.entity())
                && r.per().size() == 1) {
            double parents = sight.count(r.per().getFirst());
            boolean person =
                    sight.has("quantity:actor." + Names.slug(r.per().getFirst()) + ".count");
            return person ? 0 : parents * r.limit();
        }
        if (rule instanceof Rule.NoOverlap r && r.entity().equals(effect.entity())) {
            return 0;
        }
        if (effect instanceof Effect.Transition t && sight.entity(t.entity()).isPresent()) {
            Entity entity = sight.entity(t.entity()).get();
            return rule instanceof Rule.Transitions r && r.entity().equals(entity.name())
                    ? sight.count(entity.name())
                    : 0;
        }
        return 0;
    }
}
