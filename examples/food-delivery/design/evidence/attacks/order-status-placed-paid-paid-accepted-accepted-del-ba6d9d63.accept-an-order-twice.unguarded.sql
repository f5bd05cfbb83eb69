-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABABAB. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism
DROP TRIGGER order_status_moves ON "order";
DROP FUNCTION order_status_moves();
CREATE TABLE groundplan_moves (was text, is_now text);
CREATE FUNCTION groundplan_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$ BEGIN INSERT INTO groundplan_moves VALUES (OLD.status, NEW.status); RETURN NULL; END $$;
CREATE TRIGGER zz_groundplan_note AFTER UPDATE OF status ON "order" FOR EACH ROW EXECUTE FUNCTION groundplan_note();

-- One step away from breaking the rule
INSERT INTO city (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002716', 'name-10006', '2026-03-07T12:46:46Z');
INSERT INTO restaurant (id, city_id, name, location, open, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002715', '019cc7bd-5500-7000-8000-000000002716', 'name-10005', '(7.005,50)', false, '2026-03-07T12:46:45Z');
INSERT INTO consumer (id, name, email, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002718', 'name-10008', 'person10008@example.org', '2026-03-07T12:46:48Z');
INSERT INTO "order" (id, consumer_id, restaurant_id, status, paid, deliver_to, delivered_at, status_since, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002717', '019cc7bd-5500-7000-8000-000000002718', '019cc7bd-5500-7000-8000-000000002715', 'placed', 1000010007, '(7.007,50)', null, '2026-03-07T12:46:47Z', '2026-03-07T12:46:47Z');
UPDATE "order" SET status = 'paid' WHERE id = '019cc7bd-5500-7000-8000-000000002717';

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT * FROM dblink('a', $q$SELECT x::text FROM (SELECT status IN ('paid') AS may_move FROM "order" WHERE id = '019cc7bd-5500-7000-8000-000000002717') AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$SELECT x::text FROM (SELECT status IN ('paid') AS may_move FROM "order" WHERE id = '019cc7bd-5500-7000-8000-000000002717') AS x$q$, false) AS r(answer text);
SELECT dblink_exec('a', $q$UPDATE "order"
SET status = 'accepted',
    status_since = CAST('2026-03-07T10:00:02Z' AS timestamptz)
WHERE "order".id = '019cc7bd-5500-7000-8000-000000002717'
  AND "order".restaurant_id = '019cc7bd-5500-7000-8000-000000002715'
  AND '2026-03-07T10:00:02Z' < "order".status_since + interval '180 seconds'$q$, false);
-- B has to wait here
SELECT dblink_send_query('b', $q$UPDATE "order"
SET status = 'accepted',
    status_since = CAST('2026-03-07T10:00:03Z' AS timestamptz)
WHERE "order".id = '019cc7bd-5500-7000-8000-000000002717'
  AND "order".restaurant_id = '019cc7bd-5500-7000-8000-000000002715'
  AND '2026-03-07T10:00:03Z' < "order".status_since + interval '180 seconds'$q$);
DO $w$ BEGIN FOR i IN 1..300 LOOP EXIT WHEN EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0); PERFORM pg_sleep(0.01); END LOOP; END $w$;
SELECT dblink_exec('a', $q$COMMIT$q$, false);
SELECT * FROM dblink_get_result('b', false) AS r(answer text);
SELECT * FROM dblink_get_result('b', false) AS r(answer text);
SELECT dblink_exec('b', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM groundplan_moves WHERE (was, is_now) NOT IN (('accepted', 'delivered'), ('paid', 'accepted'), ('paid', 'cancelled'), ('placed', 'paid'), ('placed', 'cancelled'));
