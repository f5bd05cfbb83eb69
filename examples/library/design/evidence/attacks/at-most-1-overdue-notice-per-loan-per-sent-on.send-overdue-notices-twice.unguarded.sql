-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABABAB. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism
DROP INDEX overdue_notice_one_per_loan_sent_on;

-- One step away from breaking the rule
INSERT INTO title (id, title, author, subject, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002718', 'title-10008', 'author-10008', 'subject-10008', '2026-03-07T12:46:48Z');
INSERT INTO branch (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002719', 'name-10009', '2026-03-07T12:46:49Z');
INSERT INTO item (id, title_id, branch_id, barcode, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002717', '019cc7bd-5500-7000-8000-000000002718', '019cc7bd-5500-7000-8000-000000002719', 'barcode-10007', '2026-03-07T12:46:47Z');
INSERT INTO member (id, card_number, name, email, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000271a', 'card-number-10010', 'name-10010', 'person10010@example.org', '2026-03-07T12:46:50Z');
INSERT INTO loan (id, item_id, member_id, lent_on, due_on, returned_on, status, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002716', '019cc7bd-5500-7000-8000-000000002717', '019cc7bd-5500-7000-8000-00000000271a', '2026-03-06', '2026-03-06', null, 'out', '2026-03-07T12:46:46Z');

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT * FROM dblink('a', $q$SELECT x::text FROM (SELECT count(*) < 1 AS room FROM overdue_notice WHERE loan_id = '019cc7bd-5500-7000-8000-000000002716' AND sent_on = '2026-03-07') AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$SELECT x::text FROM (SELECT count(*) < 1 AS room FROM overdue_notice WHERE loan_id = '019cc7bd-5500-7000-8000-000000002716' AND sent_on = '2026-03-07') AS x$q$, false) AS r(answer text);
SELECT dblink_exec('a', $q$INSERT INTO overdue_notice (id, loan_id, sent_on, created_at)
VALUES ('019cc7bd-5500-7000-8000-000001312d02', '019cc7bd-5500-7000-8000-000000002716', '2026-03-07', '2026-03-07T10:00:02Z')
ON CONFLICT DO NOTHING$q$, false);
SELECT dblink_exec('b', $q$INSERT INTO overdue_notice (id, loan_id, sent_on, created_at)
VALUES ('019cc7bd-5500-7000-8000-000001312d03', '019cc7bd-5500-7000-8000-000000002716', '2026-03-07', '2026-03-07T10:00:03Z')
ON CONFLICT DO NOTHING$q$, false);
SELECT dblink_exec('a', $q$COMMIT$q$, false);
SELECT dblink_exec('b', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM (SELECT loan_id, sent_on FROM overdue_notice WHERE true GROUP BY loan_id, sent_on HAVING count(*) > 1) AS too_many;
