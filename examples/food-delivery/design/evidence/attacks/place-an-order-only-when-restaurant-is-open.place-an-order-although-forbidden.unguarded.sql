-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABABABABABAB. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism
CREATE TABLE groundplan_notes (row_id uuid, op text);
CREATE FUNCTION groundplan_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$ BEGIN INSERT INTO groundplan_notes VALUES (CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END, TG_OP); RETURN NULL; END $$;
CREATE TRIGGER zz_groundplan_note AFTER INSERT ON "order" FOR EACH ROW EXECUTE FUNCTION groundplan_note();

-- One step away from breaking the rule
INSERT INTO consumer (id, name, email, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002715', 'name-10005', 'person10005@example.org', '2026-03-07T12:46:45Z');
INSERT INTO city (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002717', 'name-10007', '2026-03-07T12:46:47Z');
INSERT INTO restaurant (id, city_id, name, location, open, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002716', '019cc7bd-5500-7000-8000-000000002717', 'name-10006', '(7.006,50)', false, '2026-03-07T12:46:46Z');
INSERT INTO menu_item (id, restaurant_id, name, price, available, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002718', '019cc7bd-5500-7000-8000-000000002716', 'name-10008', 10108, false, '2026-03-07T12:46:48Z');
TRUNCATE groundplan_notes;

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT * FROM dblink('a', $q$SELECT x::text FROM (SELECT restaurant.id
FROM restaurant
WHERE restaurant.id = '019cc7bd-5500-7000-8000-000000002716'
FOR SHARE OF restaurant) AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$SELECT x::text FROM (SELECT restaurant.id
FROM restaurant
WHERE restaurant.id = '019cc7bd-5500-7000-8000-000000002716'
FOR SHARE OF restaurant) AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('a', $q$WITH x AS (INSERT INTO "order" (id, consumer_id, restaurant_id, status, deliver_to, status_since, created_at)
SELECT CAST('019cc7bd-5500-7000-8000-000001312d02' AS uuid), consumer.id, restaurant.id, 'placed', CAST('(7.002,50)' AS point), CAST('2026-03-07T10:00:02Z' AS timestamptz), CAST('2026-03-07T10:00:02Z' AS timestamptz)
FROM consumer
CROSS JOIN restaurant
WHERE consumer.id = '019cc7bd-5500-7000-8000-000000002715'
  AND restaurant.id = '019cc7bd-5500-7000-8000-000000002716'
RETURNING id, consumer_id, restaurant_id, status, deliver_to, status_since, created_at) SELECT x::text FROM x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$WITH x AS (INSERT INTO "order" (id, consumer_id, restaurant_id, status, deliver_to, status_since, created_at)
SELECT CAST('019cc7bd-5500-7000-8000-000001312d03' AS uuid), consumer.id, restaurant.id, 'placed', CAST('(7.003,50)' AS point), CAST('2026-03-07T10:00:03Z' AS timestamptz), CAST('2026-03-07T10:00:03Z' AS timestamptz)
FROM consumer
CROSS JOIN restaurant
WHERE consumer.id = '019cc7bd-5500-7000-8000-000000002715'
  AND restaurant.id = '019cc7bd-5500-7000-8000-000000002716'
RETURNING id, consumer_id, restaurant_id, status, deliver_to, status_since, created_at) SELECT x::text FROM x$q$, false) AS r(answer text);
SELECT dblink_exec('a', $q$INSERT INTO order_line (id, order_id, menu_item_id, name, price, quantity, created_at)
SELECT gen_random_uuid(), CAST('019cc7bd-5500-7000-8000-000001312d02' AS uuid), line.menu_item_id, menu_item.name, menu_item.price, line.quantity, CAST('2026-03-07T10:00:02Z' AS timestamptz)
FROM jsonb_to_recordset(CAST('[{"menu_item_id":"019cc7bd-5500-7000-8000-000000002718","quantity":102},{"menu_item_id":"019cc7bd-5500-7000-8000-000000002718","quantity":103}]' AS jsonb)) AS line (menu_item_id uuid, quantity bigint)
LEFT JOIN menu_item ON menu_item.id = line.menu_item_id$q$, false);
SELECT dblink_exec('b', $q$INSERT INTO order_line (id, order_id, menu_item_id, name, price, quantity, created_at)
SELECT gen_random_uuid(), CAST('019cc7bd-5500-7000-8000-000001312d03' AS uuid), line.menu_item_id, menu_item.name, menu_item.price, line.quantity, CAST('2026-03-07T10:00:03Z' AS timestamptz)
FROM jsonb_to_recordset(CAST('[{"menu_item_id":"019cc7bd-5500-7000-8000-000000002718","quantity":103},{"menu_item_id":"019cc7bd-5500-7000-8000-000000002718","quantity":104}]' AS jsonb)) AS line (menu_item_id uuid, quantity bigint)
LEFT JOIN menu_item ON menu_item.id = line.menu_item_id$q$, false);
SELECT dblink_exec('a', $q$INSERT INTO order_event (id, order_id, what, created_at)
VALUES (gen_random_uuid(), '019cc7bd-5500-7000-8000-000001312d02', 'placed', '2026-03-07T10:00:02Z')$q$, false);
SELECT dblink_exec('b', $q$INSERT INTO order_event (id, order_id, what, created_at)
VALUES (gen_random_uuid(), '019cc7bd-5500-7000-8000-000001312d03', 'placed', '2026-03-07T10:00:03Z')$q$, false);
SELECT dblink_exec('a', $q$INSERT INTO outbox_message (id, topic, subject, created_at, attempts, not_before)
VALUES (gen_random_uuid(), 'tell-payment-provider-of-place-an-order', '019cc7bd-5500-7000-8000-000001312d02', '2026-03-07T10:00:02Z', 0, '2026-03-07T10:00:02Z')$q$, false);
SELECT dblink_exec('b', $q$INSERT INTO outbox_message (id, topic, subject, created_at, attempts, not_before)
VALUES (gen_random_uuid(), 'tell-payment-provider-of-place-an-order', '019cc7bd-5500-7000-8000-000001312d03', '2026-03-07T10:00:03Z', 0, '2026-03-07T10:00:03Z')$q$, false);
SELECT dblink_exec('a', $q$COMMIT$q$, false);
SELECT dblink_exec('b', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM groundplan_notes;
