-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABABABAB. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism
CREATE TABLE groundplan_notes (row_id uuid, op text);
CREATE FUNCTION groundplan_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$ BEGIN INSERT INTO groundplan_notes VALUES (CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END, TG_OP); RETURN NULL; END $$;
CREATE TRIGGER zz_groundplan_note AFTER UPDATE ON "order" FOR EACH ROW EXECUTE FUNCTION groundplan_note();

-- One step away from breaking the rule
INSERT INTO city (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002716', 'name-10006', '2026-03-07T12:46:46Z');
INSERT INTO restaurant (id, city_id, name, location, open, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002715', '019cc7bd-5500-7000-8000-000000002716', 'name-10005', '(7.005,50)', false, '2026-03-07T12:46:45Z');
INSERT INTO consumer (id, name, email, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002718', 'name-10008', 'person10008@example.org', '2026-03-07T12:46:48Z');
INSERT INTO "order" (id, consumer_id, restaurant_id, status, paid, deliver_to, delivered_at, status_since, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002717', '019cc7bd-5500-7000-8000-000000002718', '019cc7bd-5500-7000-8000-000000002715', 'placed', 1000010007, '(7.007,50)', null, '2026-03-07T10:00Z', '2026-03-07T10:00Z');
UPDATE "order" SET status = 'paid' WHERE id = '019cc7bd-5500-7000-8000-000000002717';
TRUNCATE groundplan_notes;

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT dblink_exec('a', $q$UPDATE "order"
SET status = 'accepted',
    status_since = CAST('2026-03-07T10:03:01Z' AS timestamptz)
WHERE "order".id = '019cc7bd-5500-7000-8000-000000002717'
  AND "order".restaurant_id = '019cc7bd-5500-7000-8000-000000002715'
  AND "order".status = 'paid'$q$, false);
-- B has to wait here
SELECT dblink_send_query('b', $q$UPDATE "order"
SET status = 'accepted',
    status_since = CAST('2026-03-07T10:03:01Z' AS timestamptz)
WHERE "order".id = '019cc7bd-5500-7000-8000-000000002717'
  AND "order".restaurant_id = '019cc7bd-5500-7000-8000-000000002715'
  AND "order".status = 'paid'$q$);
DO $w$ BEGIN FOR i IN 1..300 LOOP EXIT WHEN EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0); PERFORM pg_sleep(0.01); END LOOP; END $w$;
SELECT dblink_exec('a', $q$INSERT INTO delivery (id, order_id, status, pick_up_at, created_at)
VALUES (gen_random_uuid(), '019cc7bd-5500-7000-8000-000000002717', 'offered', '(7.002,50)', '2026-03-07T10:03:01Z')$q$, false);
SELECT dblink_exec('a', $q$INSERT INTO order_event (id, order_id, what, created_at)
VALUES (gen_random_uuid(), '019cc7bd-5500-7000-8000-000000002717', 'accepted', '2026-03-07T10:03:01Z')$q$, false);
SELECT dblink_exec('a', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM groundplan_notes;
