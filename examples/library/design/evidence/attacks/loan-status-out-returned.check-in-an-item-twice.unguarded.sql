-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABABAB. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism
DROP TRIGGER loan_status_moves ON loan;
DROP FUNCTION loan_status_moves();
CREATE TABLE groundplan_moves (was text, is_now text);
CREATE FUNCTION groundplan_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$ BEGIN INSERT INTO groundplan_moves VALUES (OLD.status, NEW.status); RETURN NULL; END $$;
CREATE TRIGGER zz_groundplan_note AFTER UPDATE OF status ON loan FOR EACH ROW EXECUTE FUNCTION groundplan_note();

-- One step away from breaking the rule
INSERT INTO title (id, title, author, subject, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002718', 'title-10008', 'author-10008', 'subject-10008', '2026-03-07T12:46:48Z');
INSERT INTO branch (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002719', 'name-10009', '2026-03-07T12:46:49Z');
INSERT INTO item (id, title_id, branch_id, barcode, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002717', '019cc7bd-5500-7000-8000-000000002718', '019cc7bd-5500-7000-8000-000000002719', 'barcode-10007', '2026-03-07T12:46:47Z');
INSERT INTO member (id, card_number, name, email, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000271a', 'card-number-10010', 'name-10010', 'person10010@example.org', '2026-03-07T12:46:50Z');
INSERT INTO loan (id, item_id, member_id, lent_on, due_on, returned_on, status, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002716', '019cc7bd-5500-7000-8000-000000002717', '019cc7bd-5500-7000-8000-00000000271a', '2026-03-06', '2026-03-06', null, 'out', '2026-03-07T12:46:46Z');

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT * FROM dblink('a', $q$SELECT x::text FROM (SELECT status IN ('out') AS may_move FROM loan WHERE id = '019cc7bd-5500-7000-8000-000000002716') AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$SELECT x::text FROM (SELECT status IN ('out') AS may_move FROM loan WHERE id = '019cc7bd-5500-7000-8000-000000002716') AS x$q$, false) AS r(answer text);
SELECT dblink_exec('a', $q$UPDATE loan
SET status = 'returned',
    returned_on = CAST('2026-03-07' AS date)
FROM item
WHERE item.id = loan.item_id
  AND item.barcode = 'barcode-10007'$q$, false);
-- B has to wait here
SELECT dblink_send_query('b', $q$UPDATE loan
SET status = 'returned',
    returned_on = CAST('2026-03-07' AS date)
FROM item
WHERE item.id = loan.item_id
  AND item.barcode = 'barcode-10007'$q$);
DO $w$ BEGIN FOR i IN 1..300 LOOP EXIT WHEN EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0); PERFORM pg_sleep(0.01); END LOOP; END $w$;
SELECT dblink_exec('a', $q$COMMIT$q$, false);
SELECT * FROM dblink_get_result('b', false) AS r(answer text);
SELECT * FROM dblink_get_result('b', false) AS r(answer text);
SELECT dblink_exec('b', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM groundplan_moves WHERE (was, is_now) NOT IN (('out', 'returned'));
