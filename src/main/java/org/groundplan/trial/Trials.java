package org.groundplan.trial;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.groundplan.model.Artefacts;
import org.groundplan.model.Design;
import org.groundplan.model.Evidence;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Rule;
import org.groundplan.model.Tenancy;
import org.groundplan.trial.attack.AttackTrial;
import org.groundplan.trial.contract.AccessTrial;
import org.groundplan.trial.contract.Recorder;
import org.groundplan.trial.failure.FailureTrial;
import org.groundplan.trial.plan.CatalogueTrial;
import org.groundplan.trial.plan.PlanTrial;
import org.groundplan.trial.plan.SampleTrial;
import org.groundplan.trial.postgres.Database;
import org.groundplan.trial.postgres.Failures;
import org.groundplan.trial.postgres.Postgres;
import org.groundplan.trial.privacy.PersonTrial;
import org.groundplan.trial.tenant.TenantTrial;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is tried on one embedded PostgreSQL: migrations, recordings, access, plans,
 * attacks.
 */
public final class Trials {
    /** Where artefacts stand that trials read. */
    public record Paths(List<String> migrations, @Nullable String openapi, String role) {
        public Paths {
            migrations = List.copyOf(migrations);
        }
    }

    private Trials() {}

    /**
     * @param progress one line for each thing that begins
     */
    public static Tried run(
            Design design, Artefacts artefacts, Paths paths, Consumer<String> progress) {
        Tried.Collector tried = new Tried.Collector();
        progress.accept("starting PostgreSQL");
        try (Postgres server = Postgres.start()) {
            Database original = server.create();
            if (migrate(server, original, artefacts, paths, tried)) {
                progress.accept("planning statements at 1x and 10x");
                attempt(
                        "planning",
                        tried,
                        () ->
                                PlanTrial.run(
                                        design,
                                        artefacts,
                                        server,
                                        server.copy(original),
                                        paths.role()));
                progress.accept("running statements on a sample");
                attempt(
                        "sample",
                        tried,
                        () ->
                                SampleTrial.run(
                                        design, artefacts, server.copy(original), paths.role()));
                progress.accept("recording answers");
                String openapi = paths.openapi();
                if (openapi != null) {
                    attempt(
                            "recording",
                            tried,
                            () ->
                                    Recorder.run(
                                            design,
                                            artefacts,
                                            server.copy(original),
                                            paths.role(),
                                            openapi));
                }
                attempt(
                        "catalogue",
                        tried,
                        () -> CatalogueTrial.run(design, server.copy(original)));
                attempt(
                        "access",
                        tried,
                        () ->
                                AccessTrial.run(
                                        design, artefacts, server.copy(original), paths.role()));
                attempt(
                        "people",
                        tried,
                        () -> PersonTrial.run(design, artefacts, server.copy(original)));
                progress.accept("sending everything twice and ending workers");
                attempt(
                        "failures",
                        tried,
                        () ->
                                FailureTrial.run(
                                        design, artefacts, server.copy(original), paths.role()));
                if (Tenancy.of(design).isPresent()) {
                    progress.accept("trying every operation as another tenant");
                    attempt(
                            "tenants",
                            tried,
                            () ->
                                    TenantTrial.run(
                                            design,
                                            artefacts,
                                            server.copy(original),
                                            paths.role()));
                }
                progress.accept("attacking " + design.all(Rule.class).size() + " rules");
                attempt(
                        "attacking",
                        tried,
                        () -> AttackTrial.run(design, artefacts, server, original, paths.role()));
            }
        } catch (IOException | SQLException | IllegalStateException e) {
            notRun(design, e, tried);
        }
        return tried.collected();
    }

    /** One kind of trial. */
    private interface Attempt {
        Tried run() throws SQLException, IOException;
    }

    /**
     * A statement that the database refuses outright is a broken design, and no reason to skip the
     * other trials.
     */
    private static void attempt(String what, Tried.Collector tried, Attempt attempt)
            throws IOException {
        try {
            tried.all(attempt.run());
        } catch (SQLException | IllegalStateException e) {
            String how = Names.sentence(what) + " ended with: " + Failures.said(e);
            tried.evidence(
                    new Evidence(
                            "evidence:" + what,
                            "store:main",
                            Evidence.Verdict.BROKEN,
                            Evidence.Basis.REAL_COMPONENT,
                            how,
                            "",
                            Origin.derived("trial", how, List.of("store:main"))));
        }
    }

    /** False when a migration failed: everything after it would only repeat that. */
    private static boolean migrate(
            Postgres server,
            Database database,
            Artefacts artefacts,
            Paths paths,
            Tried.Collector tried)
            throws SQLException {
        String version = server.version();
        for (String path : paths.migrations()) {
            try {
                database.run(artefacts.text(path));
            } catch (SQLException e) {
                String how = path + " failed on PostgreSQL " + version + ": " + Failures.said(e);
                tried.evidence(
                        new Evidence(
                                "evidence:migrations",
                                "store:main",
                                Evidence.Verdict.BROKEN,
                                Evidence.Basis.REAL_COMPONENT,
                                how,
                                path,
                                Origin.derived("migrate", how, List.of("store:main"))));
                return false;
            }
        }
        String how =
                "an empty PostgreSQL "
                        + version
                        + ": "
                        + paths.migrations().size()
                        + " files, no error";
        tried.evidence(
                new Evidence(
                        "evidence:migrations",
                        "store:main",
                        Evidence.Verdict.OBSERVED,
                        Evidence.Basis.REAL_COMPONENT,
                        how,
                        "",
                        Origin.derived("migrate", how, List.of("store:main"))));
        return true;
    }

    private static void notRun(Design design, Exception e, Tried.Collector tried) {
        String why = "Could not be tried: " + Failures.said(e);
        Map<String, Rule> rules = new TreeMap<>();
        design.all(Rule.class).forEach(r -> rules.put(r.id(), r));
        tried.evidence(
                new Evidence(
                        "evidence:trials",
                        "store:main",
                        Evidence.Verdict.NOT_RUN,
                        Evidence.Basis.NONE,
                        why,
                        "",
                        Origin.derived("trial", why, List.of())));
        rules.keySet()
                .forEach(id ->
                        tried.evidence(
                                new Evidence(
                                        "evidence:not-run-" + id.replace(':', '-'),
                                        id,
                                        Evidence.Verdict.NOT_RUN,
                                        Evidence.Basis.NONE,
                                        why,
                                        "",
                                        Origin.derived("trial", why, List.of(id)))));
    }
}
