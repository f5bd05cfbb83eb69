-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABABAB. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism

-- One step away from breaking the rule
INSERT INTO title (id, title, author, subject, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000271a', 'title-10010', 'author-10010', 'subject-10010', '2026-03-07T12:46:50Z');
INSERT INTO branch (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000271b', 'name-10011', '2026-03-07T12:46:51Z');
INSERT INTO item (id, title_id, branch_id, barcode, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002719', '019cc7bd-5500-7000-8000-00000000271a', '019cc7bd-5500-7000-8000-00000000271b', 'barcode-10009', '2026-03-07T12:46:49Z');
INSERT INTO member (id, card_number, name, email, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000271d', 'card-number-10013', 'name-10013', 'person10013@example.org', '2026-03-07T12:46:53Z');
INSERT INTO loan (id, item_id, member_id, lent_on, due_on, returned_on, status, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000271c', '019cc7bd-5500-7000-8000-000000002719', '019cc7bd-5500-7000-8000-00000000271d', '2026-03-06', '2026-03-06', null, 'out', '2026-03-07T12:46:52Z');
INSERT INTO member (id, card_number, name, email, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000271f', 'card-number-10015', 'name-10015', 'person10015@example.org', '2026-03-07T12:46:55Z');
INSERT INTO reservation (id, item_id, member_id, status, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000271e', '019cc7bd-5500-7000-8000-000000002719', '019cc7bd-5500-7000-8000-00000000271f', 'waiting', '2026-03-07T12:46:54Z');
INSERT INTO member (id, card_number, name, email, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002720', 'card-number-10016', 'name-10016', 'person10016@example.org', '2026-03-07T12:46:56Z');

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT * FROM dblink('a', $q$SELECT x::text FROM (SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM reservation
    WHERE reservation.item_id = item.id
      AND reservation.member_id <> member.id
      AND reservation.status = 'held')) AS allowed
FROM item
CROSS JOIN member
WHERE item.barcode = 'barcode-10009'
  AND member.card_number = 'card-number-10016') AS x$q$, false) AS r(answer text);
SELECT dblink_exec('b', $q$UPDATE loan
SET status = 'returned',
    returned_on = CAST('2026-03-07' AS date)
FROM item
WHERE item.id = loan.item_id
  AND item.barcode = 'barcode-10009'
  AND loan.status = 'out'$q$, false);
-- A has to wait here
SELECT dblink_send_query('a', $q$WITH x AS (INSERT INTO loan (id, item_id, member_id, lent_on, due_on, status, created_at)
SELECT CAST('019cc7bd-5500-7000-8000-000001312d02' AS uuid), item.id, member.id, CAST('2026-03-07' AS date), CAST('2026-03-07' AS date) + 28, 'out', CAST('2026-03-07T10:00:02Z' AS timestamptz)
FROM item
CROSS JOIN member
WHERE item.barcode = 'barcode-10009'
  AND member.card_number = 'card-number-10016'
RETURNING id, item_id, member_id, lent_on, due_on, status, created_at) SELECT x::text FROM x$q$);
DO $w$ BEGIN FOR i IN 1..300 LOOP EXIT WHEN EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0); PERFORM pg_sleep(0.01); END LOOP; END $w$;
SELECT dblink_exec('b', $q$UPDATE reservation
SET status = 'held'
WHERE reservation.id = (
    SELECT reservation.id
    FROM reservation
    JOIN item ON item.id = reservation.item_id
    WHERE reservation.status = 'waiting'
      AND item.barcode = 'barcode-10009'
    ORDER BY reservation.created_at, reservation.id
    LIMIT 1)$q$, false);
SELECT dblink_exec('b', $q$COMMIT$q$, false);
SELECT * FROM dblink_get_result('a', false) AS r(answer text);
SELECT * FROM dblink_get_result('a', false) AS r(answer text);
SELECT dblink_exec('a', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM loan AS t JOIN reservation AS r ON r.item_id = t.item_id AND r.member_id <> t.member_id WHERE pg_xact_commit_timestamp(r.xmin) < pg_xact_commit_timestamp(t.xmin) AND r.status = 'held';
