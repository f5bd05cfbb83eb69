-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABABAB. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism
DROP TRIGGER ticket_status_moves ON ticket;
DROP FUNCTION ticket_status_moves();
CREATE TABLE groundplan_moves (was text, is_now text);
CREATE FUNCTION groundplan_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$ BEGIN INSERT INTO groundplan_moves VALUES (OLD.status, NEW.status); RETURN NULL; END $$;
CREATE TRIGGER zz_groundplan_note AFTER UPDATE OF status ON ticket FOR EACH ROW EXECUTE FUNCTION groundplan_note();

-- One step away from breaking the rule
INSERT INTO company (id, name, region, issuer, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002715', 'name-10005', 'eu', null, '2026-03-07T12:46:45Z');
INSERT INTO agent (id, company_id, group_id, name, email, active, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002716', '019cc7bd-5500-7000-8000-000000002715', null, 'name-10006', 'person10006@example.org', false, '2026-03-07T12:46:46Z');
INSERT INTO customer (id, company_id, email, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002718', '019cc7bd-5500-7000-8000-000000002715', 'person10008@example.org', null, '2026-03-07T12:46:48Z');
INSERT INTO ticket (id, customer_id, agent_id, group_id, company_id, subject, status, priority, due_at, solved_at, stars, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002717', '019cc7bd-5500-7000-8000-000000002718', '019cc7bd-5500-7000-8000-000000002716', null, '019cc7bd-5500-7000-8000-000000002715', 'subject-10007', 'open', 'low', '2026-03-07T12:46:47Z', null, null, '2026-03-07T12:46:47Z');

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT * FROM dblink('a', $q$SELECT x::text FROM (SELECT set_config('app.company_id', CAST('019cc7bd-5500-7000-8000-000000002715' AS text), true) AS company_id) AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('a', $q$SELECT x::text FROM (SELECT status IN ('open', 'pending') AS may_move FROM ticket WHERE id = '019cc7bd-5500-7000-8000-000000002717') AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$SELECT x::text FROM (SELECT set_config('app.company_id', CAST('019cc7bd-5500-7000-8000-000000002715' AS text), true) AS company_id) AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$SELECT x::text FROM (SELECT status IN ('open', 'pending') AS may_move FROM ticket WHERE id = '019cc7bd-5500-7000-8000-000000002717') AS x$q$, false) AS r(answer text);
SELECT dblink_exec('a', $q$UPDATE ticket
SET status = 'solved',
    solved_at = CAST('2026-03-07T10:00:02Z' AS timestamptz)
WHERE ticket.id = '019cc7bd-5500-7000-8000-000000002717'$q$, false);
-- B has to wait here
SELECT dblink_send_query('b', $q$UPDATE ticket
SET status = 'solved',
    solved_at = CAST('2026-03-07T10:00:03Z' AS timestamptz)
WHERE ticket.id = '019cc7bd-5500-7000-8000-000000002717'$q$);
DO $w$ BEGIN FOR i IN 1..300 LOOP EXIT WHEN EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0); PERFORM pg_sleep(0.01); END LOOP; END $w$;
SELECT dblink_exec('a', $q$COMMIT$q$, false);
SELECT * FROM dblink_get_result('b', false) AS r(answer text);
SELECT * FROM dblink_get_result('b', false) AS r(answer text);
SELECT dblink_exec('b', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM groundplan_moves WHERE (was, is_now) NOT IN (('open', 'pending'), ('open', 'solved'), ('pending', 'open'), ('pending', 'solved'));
