-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABBBAA. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism
DROP TRIGGER reservation_status_moves ON reservation;
DROP FUNCTION reservation_status_moves();
CREATE TABLE groundplan_moves (was text, is_now text);
CREATE FUNCTION groundplan_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$ BEGIN INSERT INTO groundplan_moves VALUES (OLD.status, NEW.status); RETURN NULL; END $$;
CREATE TRIGGER zz_groundplan_note AFTER UPDATE OF status ON reservation FOR EACH ROW EXECUTE FUNCTION groundplan_note();

-- One step away from breaking the rule
INSERT INTO title (id, title, author, subject, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000271d', 'title-10013', 'author-10013', 'subject-10013', '2026-03-07T12:46:53Z');
INSERT INTO branch (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000271e', 'name-10014', '2026-03-07T12:46:54Z');
INSERT INTO item (id, title_id, branch_id, barcode, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000271c', '019cc7bd-5500-7000-8000-00000000271d', '019cc7bd-5500-7000-8000-00000000271e', 'barcode-10012', '2026-03-07T12:46:52Z');
INSERT INTO member (id, card_number, name, email, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000271f', 'card-number-10015', 'name-10015', 'person10015@example.org', '2026-03-07T12:46:55Z');
INSERT INTO reservation (id, item_id, member_id, status, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000271b', '019cc7bd-5500-7000-8000-00000000271c', '019cc7bd-5500-7000-8000-00000000271f', 'waiting', '2026-03-07T12:46:51Z');

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT * FROM dblink('a', $q$SELECT x::text FROM (SELECT status = 'waiting' AS may_move FROM reservation WHERE id = '019cc7bd-5500-7000-8000-00000000271b') AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$SELECT x::text FROM (SELECT status = 'waiting' AS may_move FROM reservation WHERE id = '019cc7bd-5500-7000-8000-00000000271b') AS x$q$, false) AS r(answer text);
SELECT dblink_exec('b', $q$UPDATE reservation SET status = 'cancelled' WHERE id = '019cc7bd-5500-7000-8000-00000000271b'$q$, false);
SELECT dblink_exec('b', $q$COMMIT$q$, false);
SELECT dblink_exec('a', $q$UPDATE reservation SET status = 'held' WHERE id = '019cc7bd-5500-7000-8000-00000000271b'$q$, false);
SELECT dblink_exec('a', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM groundplan_moves WHERE (was, is_now) NOT IN (('held', 'collected'), ('held', 'cancelled'), ('waiting', 'held'), ('waiting', 'cancelled'));
