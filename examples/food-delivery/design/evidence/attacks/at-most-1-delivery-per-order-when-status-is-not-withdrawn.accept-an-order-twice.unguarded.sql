-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABABAB. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism
DROP INDEX delivery_one_offered_or_taken_or_picked_up_or_done_per_order;

-- One step away from breaking the rule
INSERT INTO consumer (id, name, email, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002716', 'name-10006', 'person10006@example.org', '2026-03-07T12:46:46Z');
INSERT INTO city (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002718', 'name-10008', '2026-03-07T12:46:48Z');
INSERT INTO restaurant (id, city_id, name, location, open, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002717', '019cc7bd-5500-7000-8000-000000002718', 'name-10007', '(7.007,50)', false, '2026-03-07T12:46:47Z');
INSERT INTO "order" (id, consumer_id, restaurant_id, status, paid, deliver_to, delivered_at, status_since, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002715', '019cc7bd-5500-7000-8000-000000002716', '019cc7bd-5500-7000-8000-000000002717', 'placed', 1000010005, '(7.005,50)', null, '2026-03-07T12:46:45Z', '2026-03-07T12:46:45Z');

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT * FROM dblink('a', $q$SELECT x::text FROM (SELECT count(*) < 1 AS room FROM delivery WHERE order_id = '019cc7bd-5500-7000-8000-000000002715' AND status IN ('offered', 'taken', 'pickedUp', 'done')) AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$SELECT x::text FROM (SELECT count(*) < 1 AS room FROM delivery WHERE order_id = '019cc7bd-5500-7000-8000-000000002715' AND status IN ('offered', 'taken', 'pickedUp', 'done')) AS x$q$, false) AS r(answer text);
SELECT dblink_exec('a', $q$INSERT INTO delivery (id, order_id, status, pick_up_at, created_at)
VALUES (gen_random_uuid(), '019cc7bd-5500-7000-8000-000000002715', 'offered', '(7.002,50)', '2026-03-07T10:00:02Z')$q$, false);
SELECT dblink_exec('b', $q$INSERT INTO delivery (id, order_id, status, pick_up_at, created_at)
VALUES (gen_random_uuid(), '019cc7bd-5500-7000-8000-000000002715', 'offered', '(7.003,50)', '2026-03-07T10:00:03Z')$q$, false);
SELECT dblink_exec('a', $q$COMMIT$q$, false);
SELECT dblink_exec('b', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM (SELECT order_id FROM delivery WHERE true AND status IN ('offered', 'taken', 'pickedUp', 'done') GROUP BY order_id HAVING count(*) > 1) AS too_many;
