-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABABAB. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism
DROP TRIGGER add_order_line_to_order_total ON order_line;
DROP FUNCTION add_order_line_to_order_total();
DROP TRIGGER order_total_is_kept ON "order";
DROP FUNCTION order_total_is_kept();

-- One step away from breaking the rule
INSERT INTO consumer (id, name, email, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002717', 'name-10007', 'person10007@example.org', '2026-03-07T12:46:47Z');
INSERT INTO city (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002719', 'name-10009', '2026-03-07T12:46:49Z');
INSERT INTO restaurant (id, city_id, name, location, open, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002718', '019cc7bd-5500-7000-8000-000000002719', 'name-10008', '(7.008,50)', false, '2026-03-07T12:46:48Z');
INSERT INTO "order" (id, consumer_id, restaurant_id, status, paid, deliver_to, delivered_at, status_since, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002716', '019cc7bd-5500-7000-8000-000000002717', '019cc7bd-5500-7000-8000-000000002718', 'placed', 1000010006, '(7.006,50)', null, '2026-03-07T12:46:46Z', '2026-03-07T12:46:46Z');
INSERT INTO menu_item (id, restaurant_id, name, price, available, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000271a', '019cc7bd-5500-7000-8000-000000002718', 'name-10010', 10110, false, '2026-03-07T12:46:50Z');

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT dblink_exec('a', $q$INSERT INTO order_line (id, order_id, menu_item_id, name, price, quantity, created_at) VALUES ('019cc7bd-5500-7000-8000-000002160ec2', '019cc7bd-5500-7000-8000-000000002716', '019cc7bd-5500-7000-8000-00000000271a', 'name-35000002', 35000102, 35000102, '2027-04-16T12:13:22Z')$q$, false);
SELECT dblink_exec('b', $q$INSERT INTO order_line (id, order_id, menu_item_id, name, price, quantity, created_at) VALUES ('019cc7bd-5500-7000-8000-000002160ec3', '019cc7bd-5500-7000-8000-000000002716', '019cc7bd-5500-7000-8000-00000000271a', 'name-35000003', 35000103, 35000103, '2027-04-16T12:13:23Z')$q$, false);
SELECT dblink_exec('a', $q$UPDATE "order" SET total = (SELECT coalesce(sum(x.amount), 0) FROM order_line AS x WHERE x.order_id = "order".id) WHERE id = '019cc7bd-5500-7000-8000-000000002716'$q$, false);
-- B has to wait here
SELECT dblink_send_query('b', $q$UPDATE "order" SET total = (SELECT coalesce(sum(x.amount), 0) FROM order_line AS x WHERE x.order_id = "order".id) WHERE id = '019cc7bd-5500-7000-8000-000000002716'$q$);
DO $w$ BEGIN FOR i IN 1..300 LOOP EXIT WHEN EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0); PERFORM pg_sleep(0.01); END LOOP; END $w$;
SELECT dblink_exec('a', $q$COMMIT$q$, false);
SELECT * FROM dblink_get_result('b', false) AS r(answer text);
SELECT * FROM dblink_get_result('b', false) AS r(answer text);
SELECT dblink_exec('b', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM "order" AS p WHERE (SELECT coalesce(sum(x.amount), 0) FROM order_line AS x WHERE x.order_id = p.id) <> p.total;
