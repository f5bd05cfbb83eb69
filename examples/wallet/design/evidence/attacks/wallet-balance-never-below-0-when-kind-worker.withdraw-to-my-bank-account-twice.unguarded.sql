-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABABABABABABAB. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism
ALTER TABLE wallet DROP CONSTRAINT wallet_balance_min_worker;

-- One step away from breaking the rule
INSERT INTO worker (id, name, email, born_on, adult, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002716', 'name-10006', 'person10006@example.org', '2026-03-06', true, '2026-03-07T12:46:46Z');
INSERT INTO wallet (id, worker_id, employer_id, kind, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002717', '019cc7bd-5500-7000-8000-000000002716', null, 'worker', '2026-03-07T12:46:47Z');
INSERT INTO wallet (id, worker_id, employer_id, kind, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002718', null, null, 'worker', '2026-03-07T12:46:48Z');
INSERT INTO movement (id, purpose, amount, reference, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000271a', 'top up', 10110, null, '2026-03-07T12:46:50Z');
ALTER TABLE entry DISABLE TRIGGER entry_amount_balances_per_movement;
INSERT INTO entry (id, movement_id, wallet_id, amount, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002719', '019cc7bd-5500-7000-8000-00000000271a', '019cc7bd-5500-7000-8000-000000002717', 100, '2026-03-07T12:46:49Z');
ALTER TABLE entry ENABLE TRIGGER entry_amount_balances_per_movement;

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT * FROM dblink('a', $q$SELECT x::text FROM (SELECT balance - 60 >= 0 AS enough FROM wallet WHERE id = '019cc7bd-5500-7000-8000-000000002717') AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$SELECT x::text FROM (SELECT balance - 60 >= 0 AS enough FROM wallet WHERE id = '019cc7bd-5500-7000-8000-000000002717') AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('a', $q$WITH x AS (INSERT INTO movement (id, purpose, amount, reference, created_at)
SELECT CAST('019cc7bd-5500-7000-8000-000001312d02' AS uuid), 'withdrawal', CAST(60 AS bigint), CAST('reference-2' AS text), CAST('2026-03-07T10:00:02Z' AS timestamptz)
WHERE 60 > 0
  AND '019cc7bd-5500-7000-8000-000000002717' <> '019cc7bd-5500-7000-8000-000000002718'
  AND EXISTS (
    SELECT 1 AS one
    FROM wallet
    WHERE wallet.id = '019cc7bd-5500-7000-8000-000000002717'
      AND wallet.worker_id = '019cc7bd-5500-7000-8000-000000002716')
  AND EXISTS (
    SELECT 1 AS one
    FROM worker
    WHERE worker.id = '019cc7bd-5500-7000-8000-000000002716'
      AND worker.adult = true)
RETURNING id, purpose, amount, reference, created_at) SELECT x::text FROM x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$WITH x AS (INSERT INTO movement (id, purpose, amount, reference, created_at)
SELECT CAST('019cc7bd-5500-7000-8000-000001312d03' AS uuid), 'withdrawal', CAST(60 AS bigint), CAST('reference-3' AS text), CAST('2026-03-07T10:00:03Z' AS timestamptz)
WHERE 60 > 0
  AND '019cc7bd-5500-7000-8000-000000002717' <> '019cc7bd-5500-7000-8000-000000002718'
  AND EXISTS (
    SELECT 1 AS one
    FROM wallet
    WHERE wallet.id = '019cc7bd-5500-7000-8000-000000002717'
      AND wallet.worker_id = '019cc7bd-5500-7000-8000-000000002716')
  AND EXISTS (
    SELECT 1 AS one
    FROM worker
    WHERE worker.id = '019cc7bd-5500-7000-8000-000000002716'
      AND worker.adult = true)
RETURNING id, purpose, amount, reference, created_at) SELECT x::text FROM x$q$, false) AS r(answer text);
SELECT dblink_exec('a', $q$INSERT INTO entry (id, movement_id, wallet_id, amount, created_at)
VALUES (gen_random_uuid(), '019cc7bd-5500-7000-8000-000001312d02', '019cc7bd-5500-7000-8000-000000002717', -(60), '2026-03-07T10:00:02Z')$q$, false);
-- B has to wait here
SELECT dblink_send_query('b', $q$INSERT INTO entry (id, movement_id, wallet_id, amount, created_at)
VALUES (gen_random_uuid(), '019cc7bd-5500-7000-8000-000001312d03', '019cc7bd-5500-7000-8000-000000002717', -(60), '2026-03-07T10:00:03Z')$q$);
DO $w$ BEGIN FOR i IN 1..300 LOOP EXIT WHEN EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0); PERFORM pg_sleep(0.01); END LOOP; END $w$;
SELECT dblink_exec('a', $q$INSERT INTO entry (id, movement_id, wallet_id, amount, created_at)
VALUES (gen_random_uuid(), '019cc7bd-5500-7000-8000-000001312d02', '019cc7bd-5500-7000-8000-000000002718', 60, '2026-03-07T10:00:02Z')$q$, false);
SELECT dblink_exec('a', $q$INSERT INTO withdrawal (id, movement_id, worker_id, iban, status, created_at)
VALUES (gen_random_uuid(), '019cc7bd-5500-7000-8000-000001312d02', '019cc7bd-5500-7000-8000-000000002716', 'iban-2', 'requested', '2026-03-07T10:00:02Z')$q$, false);
SELECT dblink_exec('a', $q$INSERT INTO outbox_message (id, topic, subject, created_at, attempts, not_before)
VALUES (gen_random_uuid(), 'tell-banking-partner-of-withdraw-to-my-bank-account', '019cc7bd-5500-7000-8000-000001312d02', '2026-03-07T10:00:02Z', 0, '2026-03-07T10:00:02Z')$q$, false);
SELECT dblink_exec('a', $q$COMMIT$q$, false);
SELECT * FROM dblink_get_result('b', false) AS r(answer text);
SELECT * FROM dblink_get_result('b', false) AS r(answer text);
SELECT dblink_exec('b', $q$INSERT INTO entry (id, movement_id, wallet_id, amount, created_at)
VALUES (gen_random_uuid(), '019cc7bd-5500-7000-8000-000001312d03', '019cc7bd-5500-7000-8000-000000002718', 60, '2026-03-07T10:00:03Z')$q$, false);
SELECT dblink_exec('b', $q$INSERT INTO withdrawal (id, movement_id, worker_id, iban, status, created_at)
VALUES (gen_random_uuid(), '019cc7bd-5500-7000-8000-000001312d03', '019cc7bd-5500-7000-8000-000000002716', 'iban-3', 'requested', '2026-03-07T10:00:03Z')$q$, false);
SELECT dblink_exec('b', $q$INSERT INTO outbox_message (id, topic, subject, created_at, attempts, not_before)
VALUES (gen_random_uuid(), 'tell-banking-partner-of-withdraw-to-my-bank-account', '019cc7bd-5500-7000-8000-000001312d03', '2026-03-07T10:00:03Z', 0, '2026-03-07T10:00:03Z')$q$, false);
SELECT dblink_exec('b', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM wallet WHERE balance < 0 AND kind = 'worker';
