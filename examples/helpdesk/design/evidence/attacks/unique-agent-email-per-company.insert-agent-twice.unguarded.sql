-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABABAB. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism
DROP INDEX agent_company_id_email_key;

-- One step away from breaking the rule
INSERT INTO company (id, name, region, issuer, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002712', 'name-10002', 'eu', null, '2026-03-07T12:46:42Z');

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT * FROM dblink('a', $q$SELECT x::text FROM (SELECT count(*) < 1 AS room FROM agent WHERE email = 'person35000001@example.org' AND company_id = '019cc7bd-5500-7000-8000-000000002712') AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$SELECT x::text FROM (SELECT count(*) < 1 AS room FROM agent WHERE email = 'person35000001@example.org' AND company_id = '019cc7bd-5500-7000-8000-000000002712') AS x$q$, false) AS r(answer text);
SELECT dblink_exec('a', $q$INSERT INTO agent (id, company_id, name, email, active, created_at) VALUES ('019cc7bd-5500-7000-8000-000002aea542', '019cc7bd-5500-7000-8000-000000002712', 'name-45000002', 'person35000001@example.org', false, '2027-08-10T06:00:02Z')$q$, false);
SELECT dblink_exec('b', $q$INSERT INTO agent (id, company_id, name, email, active, created_at) VALUES ('019cc7bd-5500-7000-8000-000002aea543', '019cc7bd-5500-7000-8000-000000002712', 'name-45000003', 'person35000001@example.org', false, '2027-08-10T06:00:03Z')$q$, false);
SELECT dblink_exec('a', $q$COMMIT$q$, false);
SELECT dblink_exec('b', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM (SELECT email, company_id FROM agent WHERE true GROUP BY email, company_id HAVING count(*) > 1) AS too_many;
