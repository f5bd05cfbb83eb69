-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABAB. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism
DROP TRIGGER measurement_is_append_only ON measurement;
DROP FUNCTION measurement_is_append_only();
CREATE TABLE groundplan_notes (row_id uuid, op text);
CREATE FUNCTION groundplan_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$ BEGIN INSERT INTO groundplan_notes VALUES (CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END, TG_OP); RETURN NULL; END $$;
CREATE TRIGGER zz_groundplan_note AFTER UPDATE OR DELETE ON measurement FOR EACH ROW EXECUTE FUNCTION groundplan_note();

-- One step away from breaking the rule
INSERT INTO site (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002718', 'name-10008', '2026-03-07T12:46:48Z');
INSERT INTO greenhouse (id, site_id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002717', '019cc7bd-5500-7000-8000-000000002718', 'name-10007', '2026-03-07T12:46:47Z');
INSERT INTO sensor (id, greenhouse_id, kind, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002716', '019cc7bd-5500-7000-8000-000000002717', 'temperature', '2026-03-07T12:46:46Z');
INSERT INTO measurement (id, sensor_id, value, taken_at, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002715', '019cc7bd-5500-7000-8000-000000002716', 1000.5, '2026-03-07T12:46:45Z', '2026-03-07T12:46:45Z');
TRUNCATE groundplan_notes;

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT dblink_exec('a', $q$UPDATE measurement SET created_at = created_at + interval '1 day' WHERE id = '019cc7bd-5500-7000-8000-000000002715'$q$, false);
-- B has to wait here
SELECT dblink_send_query('b', $q$DELETE FROM measurement WHERE id = '019cc7bd-5500-7000-8000-000000002715'$q$);
DO $w$ BEGIN FOR i IN 1..300 LOOP EXIT WHEN EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0); PERFORM pg_sleep(0.01); END LOOP; END $w$;
SELECT dblink_exec('a', $q$COMMIT$q$, false);
SELECT * FROM dblink_get_result('b', false) AS r(answer text);
SELECT * FROM dblink_get_result('b', false) AS r(answer text);
SELECT dblink_exec('b', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM groundplan_notes;
