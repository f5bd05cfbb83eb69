-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABABAB. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism
DROP TRIGGER keep_payout_tally_per_restaurant_week ON payout;
DROP FUNCTION keep_payout_tally_per_restaurant_week();
DROP TABLE payout_tally_per_restaurant_week;

-- One step away from breaking the rule
INSERT INTO city (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002714', 'name-10004', '2026-03-07T12:46:44Z');
INSERT INTO restaurant (id, city_id, name, location, open, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002713', '019cc7bd-5500-7000-8000-000000002714', 'name-10003', '(7.003,50)', false, '2026-03-07T12:46:43Z');

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT * FROM dblink('a', $q$SELECT x::text FROM (SELECT count(*) < 1 AS room FROM payout WHERE restaurant_id = '019cc7bd-5500-7000-8000-000000002713') AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$SELECT x::text FROM (SELECT count(*) < 1 AS room FROM payout WHERE restaurant_id = '019cc7bd-5500-7000-8000-000000002713') AS x$q$, false) AS r(answer text);
SELECT dblink_exec('a', $q$INSERT INTO payout (id, restaurant_id, week_of, amount, created_at)
VALUES ('019cc7bd-5500-7000-8000-000001312d02', '019cc7bd-5500-7000-8000-000000002713', '2026-03-06', 102, '2026-03-07T10:00Z')
ON CONFLICT DO NOTHING$q$, false);
SELECT dblink_exec('b', $q$INSERT INTO payout (id, restaurant_id, week_of, amount, created_at)
VALUES ('019cc7bd-5500-7000-8000-000001312d03', '019cc7bd-5500-7000-8000-000000002713', '2026-03-06', 103, '2026-03-07T10:00Z')
ON CONFLICT DO NOTHING$q$, false);
SELECT dblink_exec('a', $q$COMMIT$q$, false);
SELECT dblink_exec('b', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM (SELECT restaurant_id, date_trunc('week', created_at AT TIME ZONE 'UTC') FROM payout WHERE true GROUP BY restaurant_id, date_trunc('week', created_at AT TIME ZONE 'UTC') HAVING count(*) > 1) AS too_many;
