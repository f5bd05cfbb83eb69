-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABABAB. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism
DROP TRIGGER command_status_moves ON command;
DROP FUNCTION command_status_moves();
CREATE TABLE groundplan_moves (was text, is_now text);
CREATE FUNCTION groundplan_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$ BEGIN INSERT INTO groundplan_moves VALUES (OLD.status, NEW.status); RETURN NULL; END $$;
CREATE TRIGGER zz_groundplan_note AFTER UPDATE OF status ON command FOR EACH ROW EXECUTE FUNCTION groundplan_note();

-- One step away from breaking the rule
INSERT INTO site (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002716', 'name-10006', '2026-03-07T12:46:46Z');
INSERT INTO greenhouse (id, site_id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002715', '019cc7bd-5500-7000-8000-000000002716', 'name-10005', '2026-03-07T12:46:45Z');
INSERT INTO command (id, greenhouse_id, grower_id, what, value, status, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002714', '019cc7bd-5500-7000-8000-000000002715', null, 'vent', 1000.4, 'ordered', '2026-03-07T12:46:44Z');
UPDATE command SET status = 'sent' WHERE id = '019cc7bd-5500-7000-8000-000000002714';

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT * FROM dblink('a', $q$SELECT x::text FROM (SELECT status IN ('sent') AS may_move FROM command WHERE id = '019cc7bd-5500-7000-8000-000000002714') AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$SELECT x::text FROM (SELECT status IN ('sent') AS may_move FROM command WHERE id = '019cc7bd-5500-7000-8000-000000002714') AS x$q$, false) AS r(answer text);
SELECT dblink_exec('a', $q$UPDATE command
SET status = 'done'
WHERE command.id = '019cc7bd-5500-7000-8000-000000002714'$q$, false);
-- B has to wait here
SELECT dblink_send_query('b', $q$UPDATE command
SET status = 'done'
WHERE command.id = '019cc7bd-5500-7000-8000-000000002714'$q$);
DO $w$ BEGIN FOR i IN 1..300 LOOP EXIT WHEN EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0); PERFORM pg_sleep(0.01); END LOOP; END $w$;
SELECT dblink_exec('a', $q$COMMIT$q$, false);
SELECT * FROM dblink_get_result('b', false) AS r(answer text);
SELECT * FROM dblink_get_result('b', false) AS r(answer text);
SELECT dblink_exec('b', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM groundplan_moves WHERE (was, is_now) NOT IN (('ordered', 'sent'), ('ordered', 'expired'), ('sent', 'done'), ('sent', 'expired'));
