-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABBBAA. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism

-- One step away from breaking the rule
INSERT INTO title (id, title, author, subject, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000271e', 'title-10014', 'author-10014', 'subject-10014', '2026-03-07T12:46:54Z');
INSERT INTO branch (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000271f', 'name-10015', '2026-03-07T12:46:55Z');
INSERT INTO item (id, title_id, branch_id, barcode, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000271d', '019cc7bd-5500-7000-8000-00000000271e', '019cc7bd-5500-7000-8000-00000000271f', 'barcode-10013', '2026-03-07T12:46:53Z');
INSERT INTO member (id, card_number, name, email, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002721', 'card-number-10017', 'name-10017', 'person10017@example.org', '2026-03-07T12:46:57Z');
INSERT INTO loan (id, item_id, member_id, lent_on, due_on, returned_on, status, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002720', '019cc7bd-5500-7000-8000-00000000271d', '019cc7bd-5500-7000-8000-000000002721', '2026-03-06', '2026-03-06', null, 'out', '2026-03-07T12:46:56Z');
INSERT INTO member (id, card_number, name, email, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002722', 'card-number-10018', 'name-10018', 'person10018@example.org', '2026-03-07T12:46:58Z');

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT * FROM dblink('a', $q$SELECT x::text FROM (SELECT (EXISTS (
    SELECT 1 AS one
    FROM loan
    WHERE loan.item_id = item.id
      AND loan.status = 'out')) AS allowed
FROM item
CROSS JOIN member
WHERE item.id = '019cc7bd-5500-7000-8000-00000000271d'
  AND member.id = '019cc7bd-5500-7000-8000-000000002722') AS x$q$, false) AS r(answer text);
SELECT dblink_exec('b', $q$UPDATE loan
SET status = 'returned',
    returned_on = CAST('2026-03-07' AS date)
FROM item
WHERE item.id = loan.item_id
  AND item.barcode = 'barcode-10013'
  AND loan.status = 'out'$q$, false);
SELECT dblink_exec('b', $q$UPDATE reservation
SET status = 'held'
WHERE reservation.id = (
    SELECT reservation.id
    FROM reservation
    JOIN item ON item.id = reservation.item_id
    WHERE reservation.status = 'waiting'
      AND item.barcode = 'barcode-10013'
    ORDER BY reservation.created_at, reservation.id
    LIMIT 1)$q$, false);
SELECT dblink_exec('b', $q$COMMIT$q$, false);
SELECT * FROM dblink('a', $q$WITH x AS (INSERT INTO reservation (id, item_id, member_id, status, created_at)
SELECT CAST('019cc7bd-5500-7000-8000-000001312d04' AS uuid), item.id, member.id, 'waiting', CAST('2026-03-07T10:00:04Z' AS timestamptz)
FROM item
CROSS JOIN member
WHERE item.id = '019cc7bd-5500-7000-8000-00000000271d'
  AND member.id = '019cc7bd-5500-7000-8000-000000002722'
RETURNING id, item_id, member_id, status, created_at) SELECT x::text FROM x$q$, false) AS r(answer text);
SELECT dblink_exec('a', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM reservation AS t WHERE NOT EXISTS (SELECT 1 FROM loan AS r WHERE r.item_id = t.item_id AND r.status = 'out') AND EXISTS (SELECT 1 FROM loan AS r WHERE r.item_id = t.item_id AND pg_xact_commit_timestamp(r.xmin) < pg_xact_commit_timestamp(t.xmin));
