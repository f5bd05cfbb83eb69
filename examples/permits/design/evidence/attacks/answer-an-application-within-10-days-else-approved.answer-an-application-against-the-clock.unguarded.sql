-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABABAB. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism
CREATE TABLE groundplan_notes (row_id uuid, op text);
CREATE FUNCTION groundplan_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$ BEGIN INSERT INTO groundplan_notes VALUES (CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END, TG_OP); RETURN NULL; END $$;
CREATE TRIGGER zz_groundplan_note AFTER UPDATE ON application FOR EACH ROW EXECUTE FUNCTION groundplan_note();

-- One step away from breaking the rule
INSERT INTO resident (id, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002717', '2026-03-07T12:46:47Z');
INSERT INTO permit (id, resident_id, plate, due_on, status, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002716', '019cc7bd-5500-7000-8000-000000002717', 'plate-10006', '2026-03-06', 'requested', '2026-03-07T12:46:46Z');
INSERT INTO resident (id, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002718', '2026-03-07T12:46:48Z');
INSERT INTO application (id, permit_id, resident_id, status, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002715', '019cc7bd-5500-7000-8000-000000002716', '019cc7bd-5500-7000-8000-000000002718', 'open', '2026-03-07T10:00Z');
TRUNCATE groundplan_notes;

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT * FROM dblink('a', $q$SELECT x::text FROM (SELECT status IN ('open') AS waiting FROM application WHERE id = '019cc7bd-5500-7000-8000-000000002715') AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$SELECT x::text FROM (SELECT status IN ('open') AS waiting FROM application WHERE id = '019cc7bd-5500-7000-8000-000000002715') AS x$q$, false) AS r(answer text);
SELECT dblink_exec('a', $q$UPDATE application SET status = 'approved' WHERE id = '019cc7bd-5500-7000-8000-000000002715'$q$, false);
-- B has to wait here
SELECT dblink_send_query('b', $q$UPDATE application SET status = 'approved' WHERE id = '019cc7bd-5500-7000-8000-000000002715'$q$);
DO $w$ BEGIN FOR i IN 1..300 LOOP EXIT WHEN EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0); PERFORM pg_sleep(0.01); END LOOP; END $w$;
SELECT dblink_exec('a', $q$COMMIT$q$, false);
SELECT * FROM dblink_get_result('b', false) AS r(answer text);
SELECT * FROM dblink_get_result('b', false) AS r(answer text);
SELECT dblink_exec('b', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM (SELECT row_id FROM groundplan_notes GROUP BY row_id HAVING count(*) > 1) AS twice;
