-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABABAB. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism
DROP INDEX alarm_one_open_per_greenhouse;

-- One step away from breaking the rule
INSERT INTO site (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002714', 'name-10004', '2026-03-07T12:46:44Z');
INSERT INTO greenhouse (id, site_id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002713', '019cc7bd-5500-7000-8000-000000002714', 'name-10003', '2026-03-07T12:46:43Z');

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT * FROM dblink('a', $q$SELECT x::text FROM (SELECT count(*) < 1 AS room FROM alarm WHERE greenhouse_id = '019cc7bd-5500-7000-8000-000000002713' AND status = 'open') AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$SELECT x::text FROM (SELECT count(*) < 1 AS room FROM alarm WHERE greenhouse_id = '019cc7bd-5500-7000-8000-000000002713' AND status = 'open') AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('a', $q$WITH x AS (INSERT INTO alarm (id, greenhouse_id, grower_id, temperature, status, created_at)
SELECT CAST('019cc7bd-5500-7000-8000-000001312d02' AS uuid), greenhouse.id, CAST(null AS uuid), CAST(0.2 AS numeric), 'open', CAST('2026-03-07T10:00:02Z' AS timestamptz)
FROM greenhouse
WHERE greenhouse.id = '019cc7bd-5500-7000-8000-000000002713'
RETURNING id, greenhouse_id, grower_id, temperature, status, created_at) SELECT x::text FROM x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$WITH x AS (INSERT INTO alarm (id, greenhouse_id, grower_id, temperature, status, created_at)
SELECT CAST('019cc7bd-5500-7000-8000-000001312d03' AS uuid), greenhouse.id, CAST(null AS uuid), CAST(0.3 AS numeric), 'open', CAST('2026-03-07T10:00:03Z' AS timestamptz)
FROM greenhouse
WHERE greenhouse.id = '019cc7bd-5500-7000-8000-000000002713'
RETURNING id, greenhouse_id, grower_id, temperature, status, created_at) SELECT x::text FROM x$q$, false) AS r(answer text);
SELECT dblink_exec('a', $q$COMMIT$q$, false);
SELECT dblink_exec('b', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM (SELECT greenhouse_id FROM alarm WHERE true AND status = 'open' GROUP BY greenhouse_id HAVING count(*) > 1) AS too_many;
