package org.groundplan.trial.plan;

import io.github.mfvanek.pg.connection.PgConnectionImpl;
import io.github.mfvanek.pg.core.checks.common.DatabaseCheckOnHost;
import io.github.mfvanek.pg.core.checks.host.StandardChecksOnHost;
import io.github.mfvanek.pg.model.dbobject.DbObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.groundplan.model.Design;
import org.groundplan.model.Evidence;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Table;
import org.groundplan.model.TableConstraint;
import org.groundplan.trial.Tried;
import org.groundplan.trial.postgres.Database;

/**
 * What pg-index-health finds in the system catalogue of the migrated database: keys without an
 * index, indexes that repeat one another, types that do not match, names that are cut.
 */
public final class CatalogueTrial {
    private static final String URL = "jdbc:postgresql://127.0.0.1:5432/migrated";

    /** Checks whose findings are meant so, and why. */
    private static final Map<String, String> MEANT =
            Map.of(
                    "indexes with timestamp in the middle",
                    "pages follow the instant and the id",
                    "indexes with null values",
                    "rows without that key are looked for, too, or are few",
                    "tables not linked to others",
                    "they stand alone in the brief, or hold messages",
                    "primary keys that most likely natural keys",
                    "a row counts for what its key names",
                    "columns not following naming convention",
                    "names of the brief in its own letters",
                    "objects not following naming convention",
                    "names of the brief in its own letters",
                    "possible object name overflow",
                    "names at the limit are made distinct, and PostgreSQL shortens its own");

    private final Design design;

    private CatalogueTrial(Design design) {
        this.design = design;
    }

    /**
     * @param migrated with the migrations applied
     */
    public static Tried run(Design design, Database migrated) {
        Map<String, List<String>> found = new TreeMap<>();
        int checks = 0;
        for (DatabaseCheckOnHost<? extends DbObject> check :
                new StandardChecksOnHost().apply(PgConnectionImpl.ofUrl(migrated.source(), URL))) {
            if (check.isRuntime()) {
                continue; // about load and bloat, of which an empty database has none
            }
            checks++;
            String name = check.getName().toLowerCase(Locale.ROOT).replace('_', ' ');
            for (DbObject object : check.check()) {
                if (name.startsWith("functions") && !ours(design, object.getName())) {
                    continue; // an extension's
                }
                found.computeIfAbsent(name, _ -> new ArrayList<>()).add(object.getName());
            }
        }
        Tried.Collector tried = new Tried.Collector();
        tried.evidence(new CatalogueTrial(design).evidence(checks, found));
        return tried.collected();
    }

    private static boolean ours(Design design, String function) {
        return design.all(TableConstraint.class).stream()
                .flatMap(c -> c.create().stream())
                .anyMatch(sql -> sql.contains("CREATE FUNCTION " + function + "("));
    }

    private Evidence evidence(int checks, Map<String, List<String>> found) {
        List<String> bad = new ArrayList<>();
        List<String> meant = new ArrayList<>();
        found.forEach((check, names) -> {
            List<String> sorted = names.stream().sorted().toList();
            String why =
                    check.equals("foreign keys without index")
                                    && sorted.stream().allMatch(this::few)
                            ? "they refer to a handful of rows, which no index could tell apart"
                            : MEANT.get(check);
            if (why == null) {
                bad.add(check + ": " + String.join(", ", sorted));
            } else {
                meant.add(check + " (" + sorted.size() + ": " + why + ")");
            }
        });
        String how =
                checks
                        + " checks of pg-index-health over the system catalogue"
                        + (bad.isEmpty()
                                ? " found nothing to change."
                                : " found: " + String.join("; ", bad) + ".")
                        + (meant.isEmpty() ? "" : " Meant so: " + String.join("; ", meant) + ".");
        return new Evidence(
                "evidence:catalogue",
                "tables",
                bad.isEmpty() ? Evidence.Verdict.OBSERVED : Evidence.Verdict.BROKEN,
                Evidence.Basis.REAL_COMPONENT,
                how,
                "",
                Origin.derived("catalogue", how, List.of()));
    }

    /** Whether a key refers to a table of few rows. */
    private boolean few(String key) {
        return design.all(Table.class).stream()
                .flatMap(t ->
                        t.foreignKeys().stream()
                                .filter(k ->
                                        key.equals(
                                                Names.limit(
                                                        t.name() + "_" + k.column() + "_fkey"))))
                .anyMatch(k ->
                        design.findQuantity(
                                        "quantity:" + k.references().replace('_', '-') + ".rows")
                                .filter(q -> q.value().intValue() <= 100)
                                .isPresent());
    }
}
