-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABABA. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism

-- One step away from breaking the rule
INSERT INTO title (id, title, author, subject, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002718', 'title-10008', 'author-10008', 'subject-10008', '2026-03-07T12:46:48Z');
INSERT INTO branch (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002719', 'name-10009', '2026-03-07T12:46:49Z');
INSERT INTO item (id, title_id, branch_id, barcode, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002717', '019cc7bd-5500-7000-8000-000000002718', '019cc7bd-5500-7000-8000-000000002719', 'barcode-10007', '2026-03-07T12:46:47Z');
INSERT INTO member (id, card_number, name, email, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000271b', 'card-number-10011', 'name-10011', 'person10011@example.org', '2026-03-07T12:46:51Z');
INSERT INTO loan (id, item_id, member_id, lent_on, due_on, returned_on, status, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000271a', '019cc7bd-5500-7000-8000-000000002717', '019cc7bd-5500-7000-8000-00000000271b', '2026-03-06', '2026-03-06', null, 'out', '2026-03-07T12:46:50Z');
INSERT INTO member (id, card_number, name, email, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000271c', 'card-number-10012', 'name-10012', 'person10012@example.org', '2026-03-07T12:46:52Z');

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT * FROM dblink('a', $q$SELECT x::text FROM (SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM reservation
    WHERE reservation.item_id = loan.item_id
      AND reservation.member_id <> loan.member_id
      AND reservation.status = 'waiting')) AS allowed
FROM loan
WHERE loan.id = '019cc7bd-5500-7000-8000-00000000271a'
  AND loan.member_id = '019cc7bd-5500-7000-8000-00000000271b'
  AND loan.status = 'out'
  AND loan.due_on = '2026-03-06') AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$WITH x AS (INSERT INTO reservation (id, item_id, member_id, status, created_at)
SELECT CAST('019cc7bd-5500-7000-8000-000001312d03' AS uuid), item.id, member.id, 'waiting', CAST('2026-03-07T10:00:03Z' AS timestamptz)
FROM item
CROSS JOIN member
WHERE item.id = '019cc7bd-5500-7000-8000-000000002717'
  AND member.id = '019cc7bd-5500-7000-8000-00000000271c'
  AND EXISTS (
    SELECT 1 AS one
    FROM loan
    WHERE loan.item_id = item.id
      AND loan.status = 'out'
    FOR SHARE OF loan)
RETURNING id, item_id, member_id, status, created_at) SELECT x::text FROM x$q$, false) AS r(answer text);
-- A has to wait here
SELECT dblink_send_query('a', $q$UPDATE loan
SET due_on = loan.due_on + 28
WHERE loan.id = '019cc7bd-5500-7000-8000-00000000271a'
  AND loan.member_id = '019cc7bd-5500-7000-8000-00000000271b'
  AND loan.status = 'out'
  AND loan.due_on = '2026-03-06'$q$);
DO $w$ BEGIN FOR i IN 1..300 LOOP EXIT WHEN EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0); PERFORM pg_sleep(0.01); END LOOP; END $w$;
SELECT dblink_exec('b', $q$COMMIT$q$, false);
SELECT * FROM dblink_get_result('a', false) AS r(answer text);
SELECT * FROM dblink_get_result('a', false) AS r(answer text);
SELECT dblink_exec('a', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM loan AS t JOIN reservation AS r ON r.item_id = t.item_id AND r.member_id <> t.member_id WHERE pg_xact_commit_timestamp(r.xmin) < pg_xact_commit_timestamp(t.xmin) AND r.status = 'waiting';
