-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABABAB. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism
DROP INDEX membership_one_per_community_member;

-- One step away from breaking the rule
INSERT INTO community (id, name, keep_messages, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002713', 'name-10003', null, '2026-03-07T12:46:43Z');
INSERT INTO member (id, name, email, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002714', 'name-10004', 'person10004@example.org', '2026-03-07T12:46:44Z');

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT * FROM dblink('a', $q$SELECT x::text FROM (SELECT count(*) < 1 AS room FROM membership WHERE community_id = '019cc7bd-5500-7000-8000-000000002713' AND member_id = '019cc7bd-5500-7000-8000-000000002714') AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$SELECT x::text FROM (SELECT count(*) < 1 AS room FROM membership WHERE community_id = '019cc7bd-5500-7000-8000-000000002713' AND member_id = '019cc7bd-5500-7000-8000-000000002714') AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('a', $q$WITH x AS (INSERT INTO membership (id, community_id, member_id, role, status, created_at)
SELECT CAST('019cc7bd-5500-7000-8000-000001312d02' AS uuid), community.id, member.id, CAST('member' AS text), 'active', CAST('2026-03-07T10:00:02Z' AS timestamptz)
FROM community
CROSS JOIN member
WHERE community.id = '019cc7bd-5500-7000-8000-000000002713'
  AND member.id = '019cc7bd-5500-7000-8000-000000002714'
RETURNING id, community_id, member_id, role, status, created_at) SELECT x::text FROM x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$WITH x AS (INSERT INTO membership (id, community_id, member_id, role, status, created_at)
SELECT CAST('019cc7bd-5500-7000-8000-000001312d03' AS uuid), community.id, member.id, CAST('member' AS text), 'active', CAST('2026-03-07T10:00:03Z' AS timestamptz)
FROM community
CROSS JOIN member
WHERE community.id = '019cc7bd-5500-7000-8000-000000002713'
  AND member.id = '019cc7bd-5500-7000-8000-000000002714'
RETURNING id, community_id, member_id, role, status, created_at) SELECT x::text FROM x$q$, false) AS r(answer text);
SELECT dblink_exec('a', $q$COMMIT$q$, false);
SELECT dblink_exec('b', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM (SELECT community_id, member_id FROM membership WHERE true GROUP BY community_id, member_id HAVING count(*) > 1) AS too_many;
