-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABABAB. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism
DROP INDEX rating_one_per_order;

-- One step away from breaking the rule
INSERT INTO consumer (id, name, email, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002716', 'name-10006', 'person10006@example.org', '2026-03-07T12:46:46Z');
INSERT INTO city (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002718', 'name-10008', '2026-03-07T12:46:48Z');
INSERT INTO restaurant (id, city_id, name, location, open, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002717', '019cc7bd-5500-7000-8000-000000002718', 'name-10007', '(7.007,50)', false, '2026-03-07T12:46:47Z');
INSERT INTO "order" (id, consumer_id, restaurant_id, status, paid, deliver_to, delivered_at, status_since, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002715', '019cc7bd-5500-7000-8000-000000002716', '019cc7bd-5500-7000-8000-000000002717', 'placed', 1000010005, '(7.005,50)', null, '2026-03-07T12:46:45Z', '2026-03-07T12:46:45Z');

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT * FROM dblink('a', $q$SELECT x::text FROM (SELECT count(*) < 1 AS room FROM rating WHERE order_id = '019cc7bd-5500-7000-8000-000000002715') AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$SELECT x::text FROM (SELECT count(*) < 1 AS room FROM rating WHERE order_id = '019cc7bd-5500-7000-8000-000000002715') AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('a', $q$WITH x AS (INSERT INTO rating (id, order_id, consumer_id, restaurant_stars, courier_stars, comment, created_at)
SELECT CAST('019cc7bd-5500-7000-8000-000001312d02' AS uuid), "order".id, consumer.id, CAST(102 AS bigint), CAST(102 AS bigint), CAST('comment-2' AS text), CAST('2026-03-07T10:00:02Z' AS timestamptz)
FROM "order"
CROSS JOIN consumer
WHERE "order".id = '019cc7bd-5500-7000-8000-000000002715'
  AND "order".consumer_id = '019cc7bd-5500-7000-8000-000000002716'
  AND consumer.id = '019cc7bd-5500-7000-8000-000000002716'
RETURNING id, order_id, consumer_id, restaurant_stars, courier_stars, comment, created_at) SELECT x::text FROM x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$WITH x AS (INSERT INTO rating (id, order_id, consumer_id, restaurant_stars, courier_stars, comment, created_at)
SELECT CAST('019cc7bd-5500-7000-8000-000001312d03' AS uuid), "order".id, consumer.id, CAST(103 AS bigint), CAST(103 AS bigint), CAST('comment-3' AS text), CAST('2026-03-07T10:00:03Z' AS timestamptz)
FROM "order"
CROSS JOIN consumer
WHERE "order".id = '019cc7bd-5500-7000-8000-000000002715'
  AND "order".consumer_id = '019cc7bd-5500-7000-8000-000000002716'
  AND consumer.id = '019cc7bd-5500-7000-8000-000000002716'
RETURNING id, order_id, consumer_id, restaurant_stars, courier_stars, comment, created_at) SELECT x::text FROM x$q$, false) AS r(answer text);
SELECT dblink_exec('a', $q$COMMIT$q$, false);
SELECT dblink_exec('b', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM (SELECT order_id FROM rating WHERE true GROUP BY order_id HAVING count(*) > 1) AS too_many;
