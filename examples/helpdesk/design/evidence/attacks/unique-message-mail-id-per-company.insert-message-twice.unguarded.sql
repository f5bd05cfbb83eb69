-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABABAB. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism
DROP INDEX message_company_id_mail_id_key;

-- One step away from breaking the rule
INSERT INTO company (id, name, region, issuer, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002714', 'name-10004', 'eu', null, '2026-03-07T12:46:44Z');
INSERT INTO customer (id, company_id, email, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002716', '019cc7bd-5500-7000-8000-000000002714', 'person10006@example.org', null, '2026-03-07T12:46:46Z');
INSERT INTO ticket (id, customer_id, agent_id, group_id, company_id, subject, status, priority, due_at, solved_at, stars, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002715', '019cc7bd-5500-7000-8000-000000002716', null, null, '019cc7bd-5500-7000-8000-000000002714', 'subject-10005', 'open', 'low', '2026-03-07T12:46:45Z', null, null, '2026-03-07T12:46:45Z');

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT * FROM dblink('a', $q$SELECT x::text FROM (SELECT count(*) < 1 AS room FROM message WHERE mail_id = 'mail-id-35000001' AND company_id = '019cc7bd-5500-7000-8000-000000002714') AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$SELECT x::text FROM (SELECT count(*) < 1 AS room FROM message WHERE mail_id = 'mail-id-35000001' AND company_id = '019cc7bd-5500-7000-8000-000000002714') AS x$q$, false) AS r(answer text);
SELECT dblink_exec('a', $q$INSERT INTO message (id, company_id, ticket_id, mail_id, body, direction, created_at) VALUES ('019cc7bd-5500-7000-8000-000002aea542', '019cc7bd-5500-7000-8000-000000002714', '019cc7bd-5500-7000-8000-000000002715', 'mail-id-35000001', 'body-45000002', 'in', '2027-08-10T06:00:02Z')$q$, false);
SELECT dblink_exec('b', $q$INSERT INTO message (id, company_id, ticket_id, mail_id, body, direction, created_at) VALUES ('019cc7bd-5500-7000-8000-000002aea543', '019cc7bd-5500-7000-8000-000000002714', '019cc7bd-5500-7000-8000-000000002715', 'mail-id-35000001', 'body-45000003', 'in', '2027-08-10T06:00:03Z')$q$, false);
SELECT dblink_exec('a', $q$COMMIT$q$, false);
SELECT dblink_exec('b', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM (SELECT mail_id, company_id FROM message WHERE true GROUP BY mail_id, company_id HAVING count(*) > 1) AS too_many;
