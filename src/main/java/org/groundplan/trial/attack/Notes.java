package org.groundplan.trial.attack;

import java.util.List;
import org.groundplan.model.Names;

/**
 * An instrument in a throw-away database: notes every change of a table, so that it can be counted.
 */
final class Notes {
    static final String COUNT = "SELECT count(*) FROM groundplan_notes";

    /** Rows that were changed more than once. */
    static final String TWICE =
            "SELECT count(*) FROM (SELECT row_id FROM groundplan_notes GROUP BY row_id HAVING count(*) > 1) AS twice";

    private Notes() {}

    static List<String> of(String entity, String events) {
        return List.of(
                "CREATE TABLE groundplan_notes (row_id uuid, op text)",
                "CREATE FUNCTION groundplan_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$ BEGIN INSERT INTO groundplan_notes VALUES (CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END, TG_OP); RETURN NULL; END $$",
                "CREATE TRIGGER zz_groundplan_note AFTER "
                        + events
                        + " ON "
                        + Names.sql(Names.snake(entity))
                        + " FOR EACH ROW EXECUTE FUNCTION groundplan_note()");
    }
}
