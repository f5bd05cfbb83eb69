package org.groundplan.architect;

import java.util.List;
import java.util.function.UnaryOperator;
import org.groundplan.architect.boundaries.CrossingStep;
import org.groundplan.architect.boundaries.ModuleStep;
import org.groundplan.architect.capacity.CapacityStep;
import org.groundplan.architect.contracts.OperationStep;
import org.groundplan.architect.data.ClockStep;
import org.groundplan.architect.data.EffectStep;
import org.groundplan.architect.data.IndexStep;
import org.groundplan.architect.data.MechanismStep;
import org.groundplan.architect.data.OutboxStep;
import org.groundplan.architect.data.ReadLog;
import org.groundplan.architect.data.RetentionStep;
import org.groundplan.architect.data.SchemaStep;
import org.groundplan.architect.data.SearchStep;
import org.groundplan.architect.data.StatementStep;
import org.groundplan.architect.delivery.BudgetStep;
import org.groundplan.architect.delivery.CostStep;
import org.groundplan.architect.delivery.FlowStep;
import org.groundplan.architect.delivery.ServiceStep;
import org.groundplan.architect.delivery.SliceStep;
import org.groundplan.architect.observability.ObjectiveStep;
import org.groundplan.architect.practice.Practices;
import org.groundplan.architect.practice.own.OnesOwn;
import org.groundplan.architect.security.ThreatStep;
import org.groundplan.architect.stack.DecisionStep;
import org.groundplan.architect.stack.StageStep;
import org.groundplan.architect.stack.TechnologyStep;
import org.groundplan.architect.workload.StorageStep;
import org.groundplan.architect.workload.VolumeStep;
import org.groundplan.architect.workload.WorkloadStep;
import org.groundplan.catalog.Catalog;
import org.groundplan.model.Design;

/** Brief in, design out: a pure function, one step after another. */
public final class Architect {
    private Architect() {}

    public static Design derive(Design brief, Catalog catalog) {
        List<UnaryOperator<Design>> steps =
                List.of(
                        d -> BudgetStep.apply(d, catalog),
                        EffectStep::apply,
                        ClockStep::apply,
                        RetentionStep::apply,
                        OutboxStep::apply,
                        ReadLog::entities,
                        WorkloadStep::apply,
                        VolumeStep::apply,
                        StorageStep::apply,
                        ModuleStep::apply,
                        SchemaStep::apply,
                        MechanismStep::apply,
                        StatementStep::apply,
                        SearchStep::apply,
                        IndexStep::apply,
                        CrossingStep::apply,
                        OperationStep::apply,
                        CapacityStep::apply,
                        d -> DecisionStep.apply(d, catalog),
                        StageStep::apply,
                        d -> TechnologyStep.apply(d, catalog),
                        d -> ServiceStep.apply(d, catalog),
                        d -> CostStep.apply(d, catalog),
                        FlowStep::apply,
                        ThreatStep::apply,
                        ObjectiveStep::apply,
                        SliceStep::apply,
                        d -> Practices.apply(d, PracticeCatalogue.ALL),
                        OnesOwn::apply);
        Design design = brief;
        for (UnaryOperator<Design> step : steps) {
            design = step.apply(design);
        }
        return design;
    }
}
