-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABABA. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism

-- One step away from breaking the rule
INSERT INTO club (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002715', 'name-10005', '2026-03-07T12:46:45Z');
INSERT INTO court (id, club_id, label, surface, status, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002714', '019cc7bd-5500-7000-8000-000000002715', 'label-10004', 'clay', 'open', '2026-03-07T12:46:44Z');
INSERT INTO member (id, club_id, name, email, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002716', '019cc7bd-5500-7000-8000-000000002715', 'name-10006', 'person10006@example.org', '2026-03-07T12:46:46Z');

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT * FROM dblink('a', $q$SELECT x::text FROM (SELECT (court.status = 'open') AS allowed
FROM court
CROSS JOIN member
WHERE court.id = '019cc7bd-5500-7000-8000-000000002714'
  AND member.id = '019cc7bd-5500-7000-8000-000000002716') AS x$q$, false) AS r(answer text);
SELECT dblink_exec('b', $q$UPDATE court
SET status = 'closed'
WHERE court.id = '019cc7bd-5500-7000-8000-000000002714'
  AND court.status = 'open'$q$, false);
SELECT * FROM dblink('a', $q$WITH x AS (INSERT INTO booking (id, court_id, member_id, starts_at, ends_at, status, price, created_at)
SELECT CAST('019cc7bd-5500-7000-8000-000001312d02' AS uuid), court.id, member.id, CAST('2026-03-13T10:00Z' AS timestamptz), CAST('2026-03-13T11:00Z' AS timestamptz), 'held', CAST(102 AS bigint), CAST('2026-03-07T10:00:02Z' AS timestamptz)
FROM court
CROSS JOIN member
WHERE court.id = '019cc7bd-5500-7000-8000-000000002714'
  AND member.id = '019cc7bd-5500-7000-8000-000000002716'
RETURNING id, court_id, member_id, starts_at, ends_at, status, price, created_at) SELECT x::text FROM x$q$, false) AS r(answer text);
SELECT dblink_exec('b', $q$COMMIT$q$, false);
SELECT dblink_exec('a', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM booking AS t WHERE NOT EXISTS (SELECT 1 FROM court AS r WHERE r.id = t.court_id AND r.status = 'open') AND EXISTS (SELECT 1 FROM court AS r WHERE r.id = t.court_id AND pg_xact_commit_timestamp(r.xmin) < pg_xact_commit_timestamp(t.xmin));
