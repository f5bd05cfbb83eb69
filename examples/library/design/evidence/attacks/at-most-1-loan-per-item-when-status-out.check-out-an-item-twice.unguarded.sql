-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABABAB. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism
DROP INDEX loan_one_out_per_item;

-- One step away from breaking the rule
INSERT INTO title (id, title, author, subject, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002717', 'title-10007', 'author-10007', 'subject-10007', '2026-03-07T12:46:47Z');
INSERT INTO branch (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002718', 'name-10008', '2026-03-07T12:46:48Z');
INSERT INTO item (id, title_id, branch_id, barcode, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002716', '019cc7bd-5500-7000-8000-000000002717', '019cc7bd-5500-7000-8000-000000002718', 'barcode-10006', '2026-03-07T12:46:46Z');
INSERT INTO member (id, card_number, name, email, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002719', 'card-number-10009', 'name-10009', 'person10009@example.org', '2026-03-07T12:46:49Z');
INSERT INTO member (id, card_number, name, email, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000271a', 'card-number-10010', 'name-10010', 'person10010@example.org', '2026-03-07T12:46:50Z');

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT * FROM dblink('a', $q$SELECT x::text FROM (SELECT count(*) < 1 AS room FROM loan WHERE item_id = '019cc7bd-5500-7000-8000-000000002716' AND status = 'out') AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$SELECT x::text FROM (SELECT count(*) < 1 AS room FROM loan WHERE item_id = '019cc7bd-5500-7000-8000-000000002716' AND status = 'out') AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('a', $q$WITH x AS (INSERT INTO loan (id, item_id, member_id, lent_on, due_on, status, created_at)
SELECT CAST('019cc7bd-5500-7000-8000-000001312d02' AS uuid), item.id, member.id, CAST('2026-03-07' AS date), CAST('2026-03-07' AS date) + 28, 'out', CAST('2026-03-07T10:00:02Z' AS timestamptz)
FROM item
CROSS JOIN member
WHERE item.barcode = 'barcode-10006'
  AND member.card_number = 'card-number-10009'
  AND NOT EXISTS (
    SELECT 1 AS one
    FROM reservation
    WHERE reservation.item_id = item.id
      AND reservation.member_id <> member.id
      AND reservation.status = 'held')
RETURNING id, item_id, member_id, lent_on, due_on, status, created_at) SELECT x::text FROM x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$WITH x AS (INSERT INTO loan (id, item_id, member_id, lent_on, due_on, status, created_at)
SELECT CAST('019cc7bd-5500-7000-8000-000001312d03' AS uuid), item.id, member.id, CAST('2026-03-07' AS date), CAST('2026-03-07' AS date) + 28, 'out', CAST('2026-03-07T10:00:03Z' AS timestamptz)
FROM item
CROSS JOIN member
WHERE item.barcode = 'barcode-10006'
  AND member.card_number = 'card-number-10010'
  AND NOT EXISTS (
    SELECT 1 AS one
    FROM reservation
    WHERE reservation.item_id = item.id
      AND reservation.member_id <> member.id
      AND reservation.status = 'held')
RETURNING id, item_id, member_id, lent_on, due_on, status, created_at) SELECT x::text FROM x$q$, false) AS r(answer text);
SELECT dblink_exec('a', $q$COMMIT$q$, false);
SELECT dblink_exec('b', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM (SELECT item_id FROM loan WHERE true AND status = 'out' GROUP BY item_id HAVING count(*) > 1) AS too_many;
