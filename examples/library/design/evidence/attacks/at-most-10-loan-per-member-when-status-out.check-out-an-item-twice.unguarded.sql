-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABABAB. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism
DROP TRIGGER count_loans_out_per_member ON loan;
DROP FUNCTION count_loans_out_per_member();
ALTER TABLE member DROP CONSTRAINT member_loans_out_at_most_10;

-- One step away from breaking the rule
INSERT INTO member (id, card_number, name, email, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000273c', 'card-number-10044', 'name-10044', 'person10044@example.org', '2026-03-07T12:47:24Z');
INSERT INTO title (id, title, author, subject, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000273f', 'title-10047', 'author-10047', 'subject-10047', '2026-03-07T12:47:27Z');
INSERT INTO branch (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002740', 'name-10048', '2026-03-07T12:47:28Z');
INSERT INTO item (id, title_id, branch_id, barcode, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000273e', '019cc7bd-5500-7000-8000-00000000273f', '019cc7bd-5500-7000-8000-000000002740', 'barcode-10046', '2026-03-07T12:47:26Z');
INSERT INTO loan (id, item_id, member_id, lent_on, due_on, returned_on, status, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000273d', '019cc7bd-5500-7000-8000-00000000273e', '019cc7bd-5500-7000-8000-00000000273c', '2026-03-06', '2026-03-06', null, 'out', '2026-03-07T12:47:25Z');
INSERT INTO title (id, title, author, subject, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002743', 'title-10051', 'author-10051', 'subject-10051', '2026-03-07T12:47:31Z');
INSERT INTO branch (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002744', 'name-10052', '2026-03-07T12:47:32Z');
INSERT INTO item (id, title_id, branch_id, barcode, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002742', '019cc7bd-5500-7000-8000-000000002743', '019cc7bd-5500-7000-8000-000000002744', 'barcode-10050', '2026-03-07T12:47:30Z');
INSERT INTO loan (id, item_id, member_id, lent_on, due_on, returned_on, status, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002741', '019cc7bd-5500-7000-8000-000000002742', '019cc7bd-5500-7000-8000-00000000273c', '2026-03-06', '2026-03-06', null, 'out', '2026-03-07T12:47:29Z');
INSERT INTO title (id, title, author, subject, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002747', 'title-10055', 'author-10055', 'subject-10055', '2026-03-07T12:47:35Z');
INSERT INTO branch (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002748', 'name-10056', '2026-03-07T12:47:36Z');
INSERT INTO item (id, title_id, branch_id, barcode, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002746', '019cc7bd-5500-7000-8000-000000002747', '019cc7bd-5500-7000-8000-000000002748', 'barcode-10054', '2026-03-07T12:47:34Z');
INSERT INTO loan (id, item_id, member_id, lent_on, due_on, returned_on, status, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002745', '019cc7bd-5500-7000-8000-000000002746', '019cc7bd-5500-7000-8000-00000000273c', '2026-03-06', '2026-03-06', null, 'out', '2026-03-07T12:47:33Z');
INSERT INTO title (id, title, author, subject, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000274b', 'title-10059', 'author-10059', 'subject-10059', '2026-03-07T12:47:39Z');
INSERT INTO branch (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000274c', 'name-10060', '2026-03-07T12:47:40Z');
INSERT INTO item (id, title_id, branch_id, barcode, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000274a', '019cc7bd-5500-7000-8000-00000000274b', '019cc7bd-5500-7000-8000-00000000274c', 'barcode-10058', '2026-03-07T12:47:38Z');
INSERT INTO loan (id, item_id, member_id, lent_on, due_on, returned_on, status, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002749', '019cc7bd-5500-7000-8000-00000000274a', '019cc7bd-5500-7000-8000-00000000273c', '2026-03-06', '2026-03-06', null, 'out', '2026-03-07T12:47:37Z');
INSERT INTO title (id, title, author, subject, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000274f', 'title-10063', 'author-10063', 'subject-10063', '2026-03-07T12:47:43Z');
INSERT INTO branch (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002750', 'name-10064', '2026-03-07T12:47:44Z');
INSERT INTO item (id, title_id, branch_id, barcode, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000274e', '019cc7bd-5500-7000-8000-00000000274f', '019cc7bd-5500-7000-8000-000000002750', 'barcode-10062', '2026-03-07T12:47:42Z');
INSERT INTO loan (id, item_id, member_id, lent_on, due_on, returned_on, status, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000274d', '019cc7bd-5500-7000-8000-00000000274e', '019cc7bd-5500-7000-8000-00000000273c', '2026-03-06', '2026-03-06', null, 'out', '2026-03-07T12:47:41Z');
INSERT INTO title (id, title, author, subject, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002753', 'title-10067', 'author-10067', 'subject-10067', '2026-03-07T12:47:47Z');
INSERT INTO branch (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002754', 'name-10068', '2026-03-07T12:47:48Z');
INSERT INTO item (id, title_id, branch_id, barcode, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002752', '019cc7bd-5500-7000-8000-000000002753', '019cc7bd-5500-7000-8000-000000002754', 'barcode-10066', '2026-03-07T12:47:46Z');
INSERT INTO loan (id, item_id, member_id, lent_on, due_on, returned_on, status, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002751', '019cc7bd-5500-7000-8000-000000002752', '019cc7bd-5500-7000-8000-00000000273c', '2026-03-06', '2026-03-06', null, 'out', '2026-03-07T12:47:45Z');
INSERT INTO title (id, title, author, subject, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002757', 'title-10071', 'author-10071', 'subject-10071', '2026-03-07T12:47:51Z');
INSERT INTO branch (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002758', 'name-10072', '2026-03-07T12:47:52Z');
INSERT INTO item (id, title_id, branch_id, barcode, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002756', '019cc7bd-5500-7000-8000-000000002757', '019cc7bd-5500-7000-8000-000000002758', 'barcode-10070', '2026-03-07T12:47:50Z');
INSERT INTO loan (id, item_id, member_id, lent_on, due_on, returned_on, status, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002755', '019cc7bd-5500-7000-8000-000000002756', '019cc7bd-5500-7000-8000-00000000273c', '2026-03-06', '2026-03-06', null, 'out', '2026-03-07T12:47:49Z');
INSERT INTO title (id, title, author, subject, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000275b', 'title-10075', 'author-10075', 'subject-10075', '2026-03-07T12:47:55Z');
INSERT INTO branch (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000275c', 'name-10076', '2026-03-07T12:47:56Z');
INSERT INTO item (id, title_id, branch_id, barcode, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000275a', '019cc7bd-5500-7000-8000-00000000275b', '019cc7bd-5500-7000-8000-00000000275c', 'barcode-10074', '2026-03-07T12:47:54Z');
INSERT INTO loan (id, item_id, member_id, lent_on, due_on, returned_on, status, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002759', '019cc7bd-5500-7000-8000-00000000275a', '019cc7bd-5500-7000-8000-00000000273c', '2026-03-06', '2026-03-06', null, 'out', '2026-03-07T12:47:53Z');
INSERT INTO title (id, title, author, subject, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000275f', 'title-10079', 'author-10079', 'subject-10079', '2026-03-07T12:47:59Z');
INSERT INTO branch (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002760', 'name-10080', '2026-03-07T12:48Z');
INSERT INTO item (id, title_id, branch_id, barcode, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000275e', '019cc7bd-5500-7000-8000-00000000275f', '019cc7bd-5500-7000-8000-000000002760', 'barcode-10078', '2026-03-07T12:47:58Z');
INSERT INTO loan (id, item_id, member_id, lent_on, due_on, returned_on, status, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000275d', '019cc7bd-5500-7000-8000-00000000275e', '019cc7bd-5500-7000-8000-00000000273c', '2026-03-06', '2026-03-06', null, 'out', '2026-03-07T12:47:57Z');
INSERT INTO title (id, title, author, subject, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002762', 'title-10082', 'author-10082', 'subject-10082', '2026-03-07T12:48:02Z');
INSERT INTO branch (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002763', 'name-10083', '2026-03-07T12:48:03Z');
INSERT INTO item (id, title_id, branch_id, barcode, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002761', '019cc7bd-5500-7000-8000-000000002762', '019cc7bd-5500-7000-8000-000000002763', 'barcode-10081', '2026-03-07T12:48:01Z');
INSERT INTO title (id, title, author, subject, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002765', 'title-10085', 'author-10085', 'subject-10085', '2026-03-07T12:48:05Z');
INSERT INTO branch (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002766', 'name-10086', '2026-03-07T12:48:06Z');
INSERT INTO item (id, title_id, branch_id, barcode, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002764', '019cc7bd-5500-7000-8000-000000002765', '019cc7bd-5500-7000-8000-000000002766', 'barcode-10084', '2026-03-07T12:48:04Z');

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT * FROM dblink('a', $q$SELECT x::text FROM (SELECT count(*) < 10 AS room FROM loan WHERE member_id = '019cc7bd-5500-7000-8000-00000000273c' AND status = 'out') AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$SELECT x::text FROM (SELECT count(*) < 10 AS room FROM loan WHERE member_id = '019cc7bd-5500-7000-8000-00000000273c' AND status = 'out') AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('a', $q$WITH x AS (INSERT INTO loan (id, item_id, member_id, lent_on, due_on, status, created_at)
SELECT CAST('019cc7bd-5500-7000-8000-000001312d02' AS uuid), item.id, member.id, CAST('2026-03-07' AS date), CAST('2026-03-07' AS date) + 28, 'out', CAST('2026-03-07T10:00:02Z' AS timestamptz)
FROM item
CROSS JOIN member
WHERE item.barcode = 'barcode-10081'
  AND member.card_number = 'card-number-10044'
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
WHERE item.barcode = 'barcode-10084'
  AND member.card_number = 'card-number-10044'
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
SELECT count(*) FROM (SELECT member_id FROM loan WHERE true AND status = 'out' GROUP BY member_id HAVING count(*) > 10) AS too_many;
