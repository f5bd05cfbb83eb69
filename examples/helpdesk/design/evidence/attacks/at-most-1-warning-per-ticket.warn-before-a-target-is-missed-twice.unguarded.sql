-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABABAB. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism
DROP INDEX warning_one_per_ticket;

-- One step away from breaking the rule
INSERT INTO company (id, name, region, issuer, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002714', 'name-10004', 'eu', null, '2026-03-07T12:46:44Z');
INSERT INTO customer (id, company_id, email, name, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002716', '019cc7bd-5500-7000-8000-000000002714', 'person10006@example.org', null, '2026-03-07T12:46:46Z');
INSERT INTO ticket (id, customer_id, agent_id, group_id, company_id, subject, status, priority, due_at, solved_at, stars, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002715', '019cc7bd-5500-7000-8000-000000002716', null, null, '019cc7bd-5500-7000-8000-000000002714', 'subject-10005', 'open', 'low', '2026-03-07T12:46:45Z', null, null, '2026-03-07T12:46:45Z');

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT dblink_exec('a', $q$SET LOCAL ROLE helpdesk_jobs$q$, false);
SELECT * FROM dblink('a', $q$SELECT x::text FROM (SELECT count(*) < 1 AS room FROM warning WHERE ticket_id = '019cc7bd-5500-7000-8000-000000002715') AS x$q$, false) AS r(answer text);
SELECT dblink_exec('b', $q$SET LOCAL ROLE helpdesk_jobs$q$, false);
SELECT * FROM dblink('b', $q$SELECT x::text FROM (SELECT count(*) < 1 AS room FROM warning WHERE ticket_id = '019cc7bd-5500-7000-8000-000000002715') AS x$q$, false) AS r(answer text);
SELECT dblink_exec('a', $q$INSERT INTO warning (id, ticket_id, created_at, company_id)
VALUES ('019cc7bd-5500-7000-8000-000001312d02', '019cc7bd-5500-7000-8000-000000002715', '2026-03-07T10:00:02Z', (
    SELECT ticket.company_id
    FROM ticket
    WHERE ticket.id = '019cc7bd-5500-7000-8000-000000002715'))
ON CONFLICT DO NOTHING$q$, false);
SELECT dblink_exec('b', $q$INSERT INTO warning (id, ticket_id, created_at, company_id)
VALUES ('019cc7bd-5500-7000-8000-000001312d03', '019cc7bd-5500-7000-8000-000000002715', '2026-03-07T10:00:03Z', (
    SELECT ticket.company_id
    FROM ticket
    WHERE ticket.id = '019cc7bd-5500-7000-8000-000000002715'))
ON CONFLICT DO NOTHING$q$, false);
SELECT dblink_exec('a', $q$COMMIT$q$, false);
SELECT dblink_exec('b', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM (SELECT ticket_id FROM warning WHERE true GROUP BY ticket_id HAVING count(*) > 1) AS too_many;
