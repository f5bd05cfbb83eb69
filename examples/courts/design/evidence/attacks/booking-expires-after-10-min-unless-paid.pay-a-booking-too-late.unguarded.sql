-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABABAB. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism
CREATE TABLE groundplan_notes (row_id uuid, op text);
CREATE FUNCTION groundplan_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$ BEGIN INSERT INTO groundplan_notes VALUES (CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END, TG_OP); RETURN NULL; END $$;
CREATE TRIGGER zz_groundplan_note AFTER UPDATE ON booking FOR EACH ROW EXECUTE FUNCTION groundplan_note();

-- One step away from breaking the rule
INSERT INTO club (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002716', 'name-10006', '2026-03-07T12:46:46Z');
INSERT INTO member (id, club_id, name, email, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002715', '019cc7bd-5500-7000-8000-000000002716', 'name-10005', 'person10005@example.org', '2026-03-07T12:46:45Z');
INSERT INTO court (id, club_id, label, surface, status, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002718', '019cc7bd-5500-7000-8000-000000002716', 'label-10008', 'clay', 'open', '2026-03-07T12:46:48Z');
INSERT INTO booking (id, court_id, member_id, starts_at, ends_at, status, price, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002717', '019cc7bd-5500-7000-8000-000000002718', '019cc7bd-5500-7000-8000-000000002715', '2031-09-13T10:00Z', '2031-09-13T11:00Z', 'held', 10107, '2026-03-07T10:00Z');
TRUNCATE groundplan_notes;

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT dblink_exec('a', $q$UPDATE booking
SET status = 'booked'
WHERE booking.id = '019cc7bd-5500-7000-8000-000000002717'
  AND booking.member_id = '019cc7bd-5500-7000-8000-000000002715'
  AND booking.status = 'held'$q$, false);
-- B has to wait here
SELECT dblink_send_query('b', $q$UPDATE booking
SET status = 'booked'
WHERE booking.id = '019cc7bd-5500-7000-8000-000000002717'
  AND booking.member_id = '019cc7bd-5500-7000-8000-000000002715'
  AND booking.status = 'held'$q$);
DO $w$ BEGIN FOR i IN 1..300 LOOP EXIT WHEN EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0); PERFORM pg_sleep(0.01); END LOOP; END $w$;
SELECT dblink_exec('a', $q$INSERT INTO outbox_message (id, topic, subject, created_at, attempts, not_before)
VALUES (gen_random_uuid(), 'tell-payment-of-pay-a-booking', '019cc7bd-5500-7000-8000-000000002717', '2026-03-07T10:10:01Z', 0, '2026-03-07T10:10:01Z')$q$, false);
SELECT dblink_exec('a', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM groundplan_notes;
