package org.groundplan.architect.data;

import java.util.List;
import java.util.stream.Collectors;
import org.groundplan.model.AccessRule;
import org.groundplan.model.Design;
import org.groundplan.model.Effects;
import org.groundplan.model.Names;
import org.groundplan.model.Numbers;
import org.groundplan.model.Rule;
import org.groundplan.model.SumRule;
import org.groundplan.model.TimeRule;
import org.groundplan.model.Unit;
import org.groundplan.model.UseCase;

/**
 * Rules over data become constraints of the database, whoever writes. Guards on a use case stand in
 * its statements (see {@link CommandStatements}).
 */
public final class MechanismStep {
    private MechanismStep() {}

    public static Design apply(Design design) {
        Workbench bench = new Workbench(design);
        UniqueMechanism unique = new UniqueMechanism(bench);
        QuotaMechanism quota = new QuotaMechanism(bench);
        BoundMechanism bound = new BoundMechanism(bench);
        for (Rule rule : design.all(Rule.class)) {
            switch (rule) {
                case Rule.Unique r -> unique.unique(r);
                case Rule.AtMost r when r.limit() == 1 && !quota.windowed(r) -> unique.atMostOne(r);
                case Rule.AtMost r -> quota.atMost(r);
                case Rule.AtLeast r -> quota.atLeast(r);
                case Rule.Transitions r -> new MoveMechanism(bench).transitions(r);
                case Rule.NeverBelow r -> bound.below(r);
                case Rule.NeverAbove r -> bound.above(r);
                case Rule.NoOverlap r -> new OverlapMechanism(bench).noOverlap(r);
                case Rule.AppendOnly r -> new HistoryMechanism(bench).appendOnly(r);
                case SumRule r -> new SumMechanism(bench).sum(r);
                case TimeRule.Deadline r -> deadline(bench, r);
                case TimeRule.Lapse r -> lapse(bench, r);
                case Rule.OnlyWhen r -> guard(bench, r);
                case AccessRule.Isolated r -> new TenantMechanism(bench).isolated(r);
                case AccessRule.OwnOnly _, AccessRule.SharedOnly _, Rule.NotUnderstood _ -> {}
            }
        }
        return bench.finished();
    }

    private static void deadline(Workbench bench, TimeRule.Deadline rule) {
        bench.refuse(
                Names.slug(rule.useCase()) + (rule.side().until() ? "-too-late" : "-too-early"),
                409,
                rule.side().until() ? "Too late" : "Too early",
                "it is " + (rule.side().until() ? "past" : "before") + " " + rule.point(),
                "",
                "",
                rule);
    }

    private static void lapse(Workbench bench, TimeRule.Lapse rule) {
        if (!rule.also().isEmpty()) {
            bench.notEnforced(
                    rule,
                    "asks that it is also “"
                            + rule.also()
                            + "”; the job moves the state and does no more.",
                    "Add a use case of the clock for it: schedule, reads "
                            + rule.entity()
                            + ", by its state, and what it writes.");
        }
        List<UseCase> ending =
                bench.design().all(UseCase.class).stream().filter(rule::endedBy).toList();
        if (!ending.isEmpty()) {
            bench.refuse(
                    (ending.size() == 1 ? ending.getFirst().slug() : Names.slug(rule.entity()))
                            + "-too-late",
                    409,
                    "Too late",
                    "the "
                            + Names.words(rule.entity())
                            + " waited longer than "
                            + Numbers.print(rule.seconds(), Unit.SECOND),
                    "",
                    "",
                    rule);
        }
    }

    private static void guard(Workbench bench, Rule.OnlyWhen rule) {
        if (Effects.shows(bench.design(), rule)) {
            return; // what it does not allow is not found, and nothing is refused
        }
        String state = rule.when() == null ? "" : rule.when().value();
        String row =
                Names.words(rule.entity())
                        + " of the same "
                        + rule.same().stream()
                                .map(Names::words)
                                .collect(Collectors.joining(" and "))
                        + (rule.others().isEmpty()
                                ? ""
                                : " by another "
                                        + rule.others().stream()
                                                .map(Names::words)
                                                .collect(Collectors.joining(" and ")));
        String slug =
                (rule.negated() ? "" : "no-")
                        + Names.slug(rule.entity())
                        + (state.isEmpty() ? "" : "-" + Names.slug(state))
                        + (rule.others().isEmpty()
                                ? ""
                                : "-by-another-" + Names.slug(rule.others().getFirst()));
        String some = rule.negated() ? "a " : "no ";
        String is = state.isEmpty() ? " exists" : " is " + state;
        String own =
                "the "
                        + Names.words(rule.entity())
                        + (rule.negated() ? " is " : " is not ")
                        + state;
        bench.refuse(
                slug,
                409,
                Names.sentence(rule.self() ? own : some + Names.words(rule.entity()) + is),
                rule.self() ? own : some + row + is,
                "",
                "",
                rule);
    }
}
