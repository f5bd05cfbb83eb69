-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABABA. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism

-- One step away from breaking the rule
INSERT INTO community (id, name, keep_messages, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002715', 'name-10005', null, '2026-03-07T12:46:45Z');
INSERT INTO member (id, name, email, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002716', 'name-10006', 'person10006@example.org', '2026-03-07T12:46:46Z');
INSERT INTO membership (id, community_id, member_id, role, status, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002717', '019cc7bd-5500-7000-8000-000000002715', '019cc7bd-5500-7000-8000-000000002716', 'member', 'active', '2026-03-07T12:46:47Z');
INSERT INTO channel (id, community_id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002718', '019cc7bd-5500-7000-8000-000000002715', 'name-10008', '2026-03-07T12:46:48Z');

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT * FROM dblink('a', $q$SELECT x::text FROM (SELECT (EXISTS (
    SELECT 1 AS one
    FROM membership
    WHERE membership.community_id = channel.community_id
      AND membership.member_id = member.id
      AND membership.status = 'active')) AS allowed
FROM channel
CROSS JOIN member
WHERE channel.id = '019cc7bd-5500-7000-8000-000000002718'
  AND member.id = '019cc7bd-5500-7000-8000-000000002716') AS x$q$, false) AS r(answer text);
SELECT dblink_exec('b', $q$UPDATE membership
SET status = 'banned'
WHERE membership.id = '019cc7bd-5500-7000-8000-000000002717'
  AND membership.status = 'active'$q$, false);
SELECT * FROM dblink('a', $q$WITH x AS (INSERT INTO message (id, channel_id, member_id, text, status, created_at)
SELECT CAST('019cc7bd-5500-7000-8000-000001312d02' AS uuid), channel.id, member.id, CAST('text-2' AS text), 'sent', CAST('2026-03-07T10:00:02Z' AS timestamptz)
FROM channel
CROSS JOIN member
WHERE channel.id = '019cc7bd-5500-7000-8000-000000002718'
  AND member.id = '019cc7bd-5500-7000-8000-000000002716'
RETURNING id, channel_id, member_id, text, status, created_at) SELECT x::text FROM x$q$, false) AS r(answer text);
SELECT dblink_exec('b', $q$COMMIT$q$, false);
SELECT dblink_exec('a', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM message AS t WHERE NOT EXISTS (SELECT 1 FROM membership AS r WHERE r.community_id = (SELECT t1.community_id FROM channel AS t1 WHERE t1.id = t.channel_id) AND r.member_id = t.member_id AND r.status = 'active') AND EXISTS (SELECT 1 FROM membership AS r WHERE r.community_id = (SELECT t1.community_id FROM channel AS t1 WHERE t1.id = t.channel_id) AND r.member_id = t.member_id AND pg_xact_commit_timestamp(r.xmin) < pg_xact_commit_timestamp(t.xmin));
