-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABAB. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism
DROP VIEW entry_chain_broken;
DROP TRIGGER entry_chain ON entry;
DROP FUNCTION entry_chain();
DROP TRIGGER entry_is_append_only ON entry;
DROP FUNCTION entry_is_append_only();
CREATE TABLE groundplan_notes (row_id uuid, op text);
CREATE FUNCTION groundplan_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$ BEGIN INSERT INTO groundplan_notes VALUES (CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END, TG_OP); RETURN NULL; END $$;
CREATE TRIGGER zz_groundplan_note AFTER UPDATE OR DELETE ON entry FOR EACH ROW EXECUTE FUNCTION groundplan_note();

-- One step away from breaking the rule
INSERT INTO movement (id, purpose, amount, reference, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002715', 'top up', 10105, null, '2026-03-07T12:46:45Z');
INSERT INTO wallet (id, worker_id, employer_id, kind, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002716', null, null, 'worker', '2026-03-07T12:46:46Z');
ALTER TABLE entry DISABLE TRIGGER entry_amount_balances_per_movement;
INSERT INTO entry (id, movement_id, wallet_id, amount, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002714', '019cc7bd-5500-7000-8000-000000002715', '019cc7bd-5500-7000-8000-000000002716', 10104, '2026-03-07T12:46:44Z');
ALTER TABLE entry ENABLE TRIGGER entry_amount_balances_per_movement;
TRUNCATE groundplan_notes;

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT dblink_exec('a', $q$UPDATE entry SET created_at = created_at + interval '1 day' WHERE id = '019cc7bd-5500-7000-8000-000000002714'$q$, false);
-- B has to wait here
SELECT dblink_send_query('b', $q$DELETE FROM entry WHERE id = '019cc7bd-5500-7000-8000-000000002714'$q$);
DO $w$ BEGIN FOR i IN 1..300 LOOP EXIT WHEN EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0); PERFORM pg_sleep(0.01); END LOOP; END $w$;
SELECT dblink_exec('a', $q$COMMIT$q$, false);
SELECT dblink_exec('a', $q$ROLLBACK$q$, false);
SELECT * FROM dblink_get_result('b', false) AS r(answer text);
SELECT * FROM dblink_get_result('b', false) AS r(answer text);
SELECT dblink_exec('b', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM groundplan_notes;
