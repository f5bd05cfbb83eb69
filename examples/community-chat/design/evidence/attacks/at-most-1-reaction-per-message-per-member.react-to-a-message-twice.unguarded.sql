-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABABAB. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism
DROP INDEX reaction_one_per_message_member;

-- One step away from breaking the rule
INSERT INTO community (id, name, keep_messages, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002718', 'name-10008', null, '2026-03-07T12:46:48Z');
INSERT INTO channel (id, community_id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002717', '019cc7bd-5500-7000-8000-000000002718', 'name-10007', '2026-03-07T12:46:47Z');
INSERT INTO member (id, name, email, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002719', 'name-10009', 'person10009@example.org', '2026-03-07T12:46:49Z');
INSERT INTO message (id, channel_id, member_id, text, status, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002716', '019cc7bd-5500-7000-8000-000000002717', '019cc7bd-5500-7000-8000-000000002719', 'text-10006', 'sent', '2026-03-07T12:46:46Z');
INSERT INTO member (id, name, email, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000271a', 'name-10010', 'person10010@example.org', '2026-03-07T12:46:50Z');

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT * FROM dblink('a', $q$SELECT x::text FROM (SELECT count(*) < 1 AS room FROM reaction WHERE message_id = '019cc7bd-5500-7000-8000-000000002716' AND member_id = '019cc7bd-5500-7000-8000-00000000271a') AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$SELECT x::text FROM (SELECT count(*) < 1 AS room FROM reaction WHERE message_id = '019cc7bd-5500-7000-8000-000000002716' AND member_id = '019cc7bd-5500-7000-8000-00000000271a') AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('a', $q$WITH x AS (INSERT INTO reaction (id, message_id, member_id, emoji, created_at)
SELECT CAST('019cc7bd-5500-7000-8000-000001312d02' AS uuid), message.id, member.id, CAST('emoji-2' AS text), CAST('2026-03-07T10:00:02Z' AS timestamptz)
FROM message
CROSS JOIN member
WHERE message.id = '019cc7bd-5500-7000-8000-000000002716'
  AND member.id = '019cc7bd-5500-7000-8000-00000000271a'
RETURNING id, message_id, member_id, emoji, created_at) SELECT x::text FROM x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$WITH x AS (INSERT INTO reaction (id, message_id, member_id, emoji, created_at)
SELECT CAST('019cc7bd-5500-7000-8000-000001312d03' AS uuid), message.id, member.id, CAST('emoji-3' AS text), CAST('2026-03-07T10:00:03Z' AS timestamptz)
FROM message
CROSS JOIN member
WHERE message.id = '019cc7bd-5500-7000-8000-000000002716'
  AND member.id = '019cc7bd-5500-7000-8000-00000000271a'
RETURNING id, message_id, member_id, emoji, created_at) SELECT x::text FROM x$q$, false) AS r(answer text);
SELECT dblink_exec('a', $q$COMMIT$q$, false);
SELECT dblink_exec('b', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM (SELECT message_id, member_id FROM reaction WHERE true GROUP BY message_id, member_id HAVING count(*) > 1) AS too_many;
