-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABABAB. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism
DROP TRIGGER delivery_status_moves ON delivery;
DROP FUNCTION delivery_status_moves();
CREATE TABLE groundplan_moves (was text, is_now text);
CREATE FUNCTION groundplan_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$ BEGIN INSERT INTO groundplan_moves VALUES (OLD.status, NEW.status); RETURN NULL; END $$;
CREATE TRIGGER zz_groundplan_note AFTER UPDATE OF status ON delivery FOR EACH ROW EXECUTE FUNCTION groundplan_note();

-- One step away from breaking the rule
INSERT INTO city (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002718', 'name-10008', '2026-03-07T12:46:48Z');
INSERT INTO courier (id, city_id, name, on_duty, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002717', '019cc7bd-5500-7000-8000-000000002718', 'name-10007', false, '2026-03-07T12:46:47Z');
INSERT INTO consumer (id, name, email, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000271b', 'name-10011', 'person10011@example.org', '2026-03-07T12:46:51Z');
INSERT INTO restaurant (id, city_id, name, location, open, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000271c', '019cc7bd-5500-7000-8000-000000002718', 'name-10012', '(7.012,50)', false, '2026-03-07T12:46:52Z');
INSERT INTO "order" (id, consumer_id, restaurant_id, status, paid, deliver_to, delivered_at, status_since, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000271a', '019cc7bd-5500-7000-8000-00000000271b', '019cc7bd-5500-7000-8000-00000000271c', 'placed', 1000010010, '(7.01,50)', null, '2026-03-07T12:46:50Z', '2026-03-07T12:46:50Z');
INSERT INTO delivery (id, order_id, courier_id, status, pick_up_at, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002719', '019cc7bd-5500-7000-8000-00000000271a', '019cc7bd-5500-7000-8000-000000002717', 'offered', '(7.009,50)', '2026-03-07T12:46:49Z');
UPDATE delivery SET status = 'taken' WHERE id = '019cc7bd-5500-7000-8000-000000002719';
UPDATE delivery SET status = 'pickedUp' WHERE id = '019cc7bd-5500-7000-8000-000000002719';

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT * FROM dblink('a', $q$SELECT x::text FROM (SELECT status IN ('pickedUp') AS may_move FROM delivery WHERE id = '019cc7bd-5500-7000-8000-000000002719') AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$SELECT x::text FROM (SELECT status IN ('pickedUp') AS may_move FROM delivery WHERE id = '019cc7bd-5500-7000-8000-000000002719') AS x$q$, false) AS r(answer text);
SELECT dblink_exec('a', $q$UPDATE delivery
SET status = 'done'
WHERE delivery.id = '019cc7bd-5500-7000-8000-000000002719'$q$, false);
-- B has to wait here
SELECT dblink_send_query('b', $q$UPDATE delivery
SET status = 'done'
WHERE delivery.id = '019cc7bd-5500-7000-8000-000000002719'$q$);
DO $w$ BEGIN FOR i IN 1..300 LOOP EXIT WHEN EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0); PERFORM pg_sleep(0.01); END LOOP; END $w$;
SELECT dblink_exec('a', $q$COMMIT$q$, false);
SELECT * FROM dblink_get_result('b', false) AS r(answer text);
SELECT * FROM dblink_get_result('b', false) AS r(answer text);
SELECT dblink_exec('b', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM groundplan_moves WHERE (was, is_now) NOT IN (('offered', 'taken'), ('offered', 'withdrawn'), ('pickedUp', 'done'), ('taken', 'pickedUp'), ('taken', 'withdrawn'));
