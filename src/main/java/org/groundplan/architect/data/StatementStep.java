package org.groundplan.architect.data;

import java.util.ArrayList;
import java.util.List;
import org.groundplan.model.Design;
import org.groundplan.model.Effect;
import org.groundplan.model.Element;
import org.groundplan.model.Finding;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Refusal;
import org.groundplan.model.Sql;
import org.groundplan.model.Statement;
import org.groundplan.model.Transaction;
import org.groundplan.model.UseCase;

/** Each use case becomes one transaction of a few statements. */
public final class StatementStep {
    private StatementStep() {}

    public static Design apply(Design design) {
        Design result = design;
        for (UseCase useCase : design.all(UseCase.class)) {
            Script script = new Script(result, useCase);
            if (OutboxStep.consumes(result, useCase)) {
                new RelayStatements(useCase, script).build();
            } else if (RetentionStep.retains(useCase)) {
                RetentionStep.statements(result, useCase, script);
            } else if (ClockStep.sweeps(result, useCase).isPresent()) {
                new SweepStatements(result, ClockStep.sweeps(result, useCase).get(), script)
                        .build();
            } else if (!useCase.reads().isEmpty()
                    && (useCase.kindOrThrow() == UseCase.Kind.NOTIFY || recording(useCase))) {
                new NotifyStatements(result, useCase, script).build();
            } else if (useCase.effects().stream().anyMatch(Effect::writes)) {
                new CommandStatements(result, useCase, script).build();
            } else if (useCase.kindOrThrow() == UseCase.Kind.REPORT && !useCase.reads().isEmpty()) {
                new ReportStatements(result, useCase, script).build();
            } else if (!useCase.reads().isEmpty()) {
                new ReadStatements(result, useCase, script).build();
            }
            result = script.into(result);
        }
        return ReferenceChecks.apply(TenantStep.apply(ReadLog.statements(result)));
    }

    /** Work of the clock that leaves a record of each row it has dealt with. */
    private static boolean recording(UseCase useCase) {
        return useCase.schedule() != null
                && useCase.effects().stream().anyMatch(Effect.Insert.class::isInstance);
    }

    /** Collects the statements and steps of one use case. */
    static final class Script {
        private final Design design;
        private final UseCase useCase;
        private final List<Element> added = new ArrayList<>();
        private final List<Transaction.Step> steps = new ArrayList<>();

        Script(Design design, UseCase useCase) {
            this.design = design;
            this.useCase = useCase;
        }

        void step(
                Sql sql,
                String word,
                String purpose,
                Transaction.Role role,
                List<String> refusals,
                boolean mayBeEmpty,
                List<String> because) {
            String name = useCase.slug() + "-" + (steps.size() + 1) + "-" + word;
            List<String> from = new ArrayList<>(because);
            from.add(useCase.id());
            Statement statement =
                    new Statement(
                            "statement:" + name,
                            useCase.id(),
                            name + ".sql",
                            purpose,
                            sql,
                            Origin.derived("statements", purpose, from));
            added.add(statement);
            steps.add(new Transaction.Step(statement.id(), role, refusals, mayBeEmpty));
        }

        /** Id of the refusal "no such …", made when it is not there yet. */
        String notFound(String entity) {
            String problem = Names.slug(entity) + "-not-found";
            return refusal(
                    problem,
                    404,
                    Names.sentence(Names.words(entity) + " not found"),
                    "no such " + Names.words(entity) + ", or not one this caller may see",
                    "");
        }

        String refusal(String problem, int status, String title, String when, String rule) {
            String id = "refusal:" + problem;
            if (design.find(id).isEmpty() && added.stream().noneMatch(e -> e.id().equals(id))) {
                added.add(
                        new Refusal(
                                id,
                                problem,
                                status,
                                title,
                                when,
                                "",
                                "",
                                rule,
                                Origin.derived(
                                        "statements",
                                        when,
                                        rule.isEmpty()
                                                ? List.of(useCase.id())
                                                : List.of(useCase.id(), rule))));
            }
            return id;
        }

        void unresolved(String name, String expected) {
            added.add(
                    new Finding(
                            "finding:unresolved-" + useCase.slug() + "-" + Names.slug(name),
                            "brief.unresolved-filter",
                            Finding.Severity.ERROR,
                            90,
                            useCase.id(),
                            "“"
                                    + useCase.name()
                                    + "” filters by “"
                                    + name
                                    + "”, which leads to no column.",
                            expected,
                            Origin.derived(
                                    "statements",
                                    "No field, no entity along the foreign keys and no calendar word has that name.",
                                    List.of(useCase.id()))));
        }

        Design into(Design target) {
            if (!steps.isEmpty()) {
                added.add(
                        new Transaction(
                                "transaction:" + useCase.slug(),
                                useCase.id(),
                                steps,
                                Origin.derived(
                                        "statements",
                                        "The statements of “"
                                                + useCase.name()
                                                + "”, in this order, commit together.",
                                        List.of(useCase.id()))));
            }
            return target.with(added);
        }
    }
}
