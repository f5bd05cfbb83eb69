-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABAB. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism
DROP TRIGGER entry_amount_balances_per_movement ON entry;
DROP FUNCTION entry_amount_balances_per_movement();

-- One step away from breaking the rule
INSERT INTO movement (id, purpose, amount, reference, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002713', 'top up', 10103, null, '2026-03-07T12:46:43Z');
INSERT INTO wallet (id, worker_id, employer_id, kind, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002714', null, null, 'worker', '2026-03-07T12:46:44Z');

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT dblink_exec('a', $q$INSERT INTO entry (id, movement_id, wallet_id, amount, created_at) VALUES ('019cc7bd-5500-7000-8000-000002160ec2', '019cc7bd-5500-7000-8000-000000002713', '019cc7bd-5500-7000-8000-000000002714', 60, '2027-04-16T12:13:22Z')$q$, false);
-- B has to wait here
SELECT dblink_send_query('b', $q$INSERT INTO entry (id, movement_id, wallet_id, amount, created_at) VALUES ('019cc7bd-5500-7000-8000-000002160ec3', '019cc7bd-5500-7000-8000-000000002713', '019cc7bd-5500-7000-8000-000000002714', 60, '2027-04-16T12:13:23Z')$q$);
DO $w$ BEGIN FOR i IN 1..300 LOOP EXIT WHEN EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0); PERFORM pg_sleep(0.01); END LOOP; END $w$;
SELECT dblink_exec('a', $q$COMMIT$q$, false);
SELECT * FROM dblink_get_result('b', false) AS r(answer text);
SELECT * FROM dblink_get_result('b', false) AS r(answer text);
SELECT dblink_exec('b', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM (SELECT 1 FROM entry AS x WHERE true GROUP BY x.movement_id HAVING sum(x.amount) <> 0) AS unbalanced;
