-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABABAB. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism
ALTER TABLE booking DROP CONSTRAINT booking_no_overlap_per_court;

-- One step away from breaking the rule
INSERT INTO club (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002716', 'name-10006', '2026-03-07T12:46:46Z');
INSERT INTO court (id, club_id, label, surface, status, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002715', '019cc7bd-5500-7000-8000-000000002716', 'label-10005', 'clay', 'open', '2026-03-07T12:46:45Z');
INSERT INTO member (id, club_id, name, email, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002717', '019cc7bd-5500-7000-8000-000000002716', 'name-10007', 'person10007@example.org', '2026-03-07T12:46:47Z');
INSERT INTO member (id, club_id, name, email, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002718', '019cc7bd-5500-7000-8000-000000002716', 'name-10008', 'person10008@example.org', '2026-03-07T12:46:48Z');

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT * FROM dblink('a', $q$SELECT x::text FROM (SELECT NOT EXISTS (SELECT 1 FROM booking AS o WHERE o.starts_at < '2026-03-18T11:00Z' AND o.ends_at > '2026-03-18T10:00Z' AND o.court_id = '019cc7bd-5500-7000-8000-000000002715' AND o.status IN ('held', 'booked')) AS free) AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$SELECT x::text FROM (SELECT NOT EXISTS (SELECT 1 FROM booking AS o WHERE o.starts_at < '2026-03-18T11:00Z' AND o.ends_at > '2026-03-18T10:00Z' AND o.court_id = '019cc7bd-5500-7000-8000-000000002715' AND o.status IN ('held', 'booked')) AS free) AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('a', $q$WITH x AS (INSERT INTO booking (id, court_id, member_id, starts_at, ends_at, status, price, created_at)
SELECT CAST('019cc7bd-5500-7000-8000-000001312d02' AS uuid), court.id, member.id, CAST('2026-03-18T10:00Z' AS timestamptz), CAST('2026-03-18T11:00Z' AS timestamptz), 'held', CAST(102 AS bigint), CAST('2026-03-07T10:00:02Z' AS timestamptz)
FROM court
CROSS JOIN member
WHERE court.id = '019cc7bd-5500-7000-8000-000000002715'
  AND member.id = '019cc7bd-5500-7000-8000-000000002717'
  AND court.status = 'open'
RETURNING id, court_id, member_id, starts_at, ends_at, status, price, created_at) SELECT x::text FROM x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$WITH x AS (INSERT INTO booking (id, court_id, member_id, starts_at, ends_at, status, price, created_at)
SELECT CAST('019cc7bd-5500-7000-8000-000001312d03' AS uuid), court.id, member.id, CAST('2026-03-18T10:00Z' AS timestamptz), CAST('2026-03-18T11:00Z' AS timestamptz), 'held', CAST(103 AS bigint), CAST('2026-03-07T10:00:03Z' AS timestamptz)
FROM court
CROSS JOIN member
WHERE court.id = '019cc7bd-5500-7000-8000-000000002715'
  AND member.id = '019cc7bd-5500-7000-8000-000000002718'
  AND court.status = 'open'
RETURNING id, court_id, member_id, starts_at, ends_at, status, price, created_at) SELECT x::text FROM x$q$, false) AS r(answer text);
SELECT dblink_exec('a', $q$COMMIT$q$, false);
SELECT dblink_exec('b', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM booking AS a JOIN booking AS b ON a.id < b.id AND a.starts_at < b.ends_at AND a.ends_at > b.starts_at AND a.court_id = b.court_id AND a.status IN ('held', 'booked') AND b.status IN ('held', 'booked');
