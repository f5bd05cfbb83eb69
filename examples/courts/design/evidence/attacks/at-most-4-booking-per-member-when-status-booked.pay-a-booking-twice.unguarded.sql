-- Replays one interleaving. On a scratch database with db/main/V001 and V002 applied:
--   psql -d scratch -f this-file
-- Order of steps: ABABABAB. The last query counts what must never be; above zero is a violation.

CREATE EXTENSION IF NOT EXISTS dblink;

-- Without the mechanism
DROP TRIGGER count_bookings_booked_per_member ON booking;
DROP FUNCTION count_bookings_booked_per_member();
ALTER TABLE member DROP CONSTRAINT member_bookings_booked_at_most_4;

-- One step away from breaking the rule
INSERT INTO club (id, name, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000271e', 'name-10014', '2026-03-07T12:46:54Z');
INSERT INTO member (id, club_id, name, email, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000271d', '019cc7bd-5500-7000-8000-00000000271e', 'name-10013', 'person10013@example.org', '2026-03-07T12:46:53Z');
INSERT INTO court (id, club_id, label, surface, status, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002720', '019cc7bd-5500-7000-8000-00000000271e', 'label-10016', 'clay', 'open', '2026-03-07T12:46:56Z');
INSERT INTO booking (id, court_id, member_id, starts_at, ends_at, status, price, created_at) VALUES ('019cc7bd-5500-7000-8000-00000000271f', '019cc7bd-5500-7000-8000-000000002720', '019cc7bd-5500-7000-8000-00000000271d', '2031-09-29T10:00Z', '2031-09-29T11:00Z', 'held', 10115, '2026-03-07T12:46:55Z');
UPDATE booking SET status = 'booked' WHERE id = '019cc7bd-5500-7000-8000-00000000271f';
INSERT INTO court (id, club_id, label, surface, status, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002722', '019cc7bd-5500-7000-8000-00000000271e', 'label-10018', 'clay', 'open', '2026-03-07T12:46:58Z');
INSERT INTO booking (id, court_id, member_id, starts_at, ends_at, status, price, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002721', '019cc7bd-5500-7000-8000-000000002722', '019cc7bd-5500-7000-8000-00000000271d', '2031-10-03T10:00Z', '2031-10-03T11:00Z', 'held', 10117, '2026-03-07T12:46:57Z');
UPDATE booking SET status = 'booked' WHERE id = '019cc7bd-5500-7000-8000-000000002721';
INSERT INTO court (id, club_id, label, surface, status, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002724', '019cc7bd-5500-7000-8000-00000000271e', 'label-10020', 'clay', 'open', '2026-03-07T12:47Z');
INSERT INTO booking (id, court_id, member_id, starts_at, ends_at, status, price, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002723', '019cc7bd-5500-7000-8000-000000002724', '019cc7bd-5500-7000-8000-00000000271d', '2031-10-07T10:00Z', '2031-10-07T11:00Z', 'held', 10119, '2026-03-07T12:46:59Z');
UPDATE booking SET status = 'booked' WHERE id = '019cc7bd-5500-7000-8000-000000002723';
INSERT INTO court (id, club_id, label, surface, status, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002726', '019cc7bd-5500-7000-8000-00000000271e', 'label-10022', 'clay', 'open', '2026-03-07T12:47:02Z');
INSERT INTO booking (id, court_id, member_id, starts_at, ends_at, status, price, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002725', '019cc7bd-5500-7000-8000-000000002726', '019cc7bd-5500-7000-8000-00000000271d', '2031-10-11T10:00Z', '2031-10-11T11:00Z', 'held', 10121, '2026-03-07T12:47:01Z');
INSERT INTO court (id, club_id, label, surface, status, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002728', '019cc7bd-5500-7000-8000-00000000271e', 'label-10024', 'clay', 'open', '2026-03-07T12:47:04Z');
INSERT INTO booking (id, court_id, member_id, starts_at, ends_at, status, price, created_at) VALUES ('019cc7bd-5500-7000-8000-000000002727', '019cc7bd-5500-7000-8000-000000002728', '019cc7bd-5500-7000-8000-00000000271d', '2031-10-15T10:00Z', '2031-10-15T11:00Z', 'held', 10123, '2026-03-07T12:47:03Z');

SELECT dblink_connect('a', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('a', 'BEGIN');

SELECT dblink_connect('b', concat('dbname=', current_database(), ' port=', current_setting('port'), ' user=', current_user, ' password=postgres', coalesce(' host=' || host(inet_server_addr()), '')));
SELECT dblink_exec('b', 'BEGIN');

SELECT * FROM dblink('a', $q$SELECT x::text FROM (SELECT count(*) < 4 AS room FROM booking WHERE member_id = '019cc7bd-5500-7000-8000-00000000271d' AND status = 'booked') AS x$q$, false) AS r(answer text);
SELECT * FROM dblink('b', $q$SELECT x::text FROM (SELECT count(*) < 4 AS room FROM booking WHERE member_id = '019cc7bd-5500-7000-8000-00000000271d' AND status = 'booked') AS x$q$, false) AS r(answer text);
SELECT dblink_exec('a', $q$UPDATE booking
SET status = 'booked'
WHERE booking.id = '019cc7bd-5500-7000-8000-000000002725'
  AND booking.member_id = '019cc7bd-5500-7000-8000-00000000271d'
  AND booking.status = 'held'
  AND '2026-03-07T10:00:02Z' < booking.created_at + interval '600 seconds'$q$, false);
SELECT dblink_exec('b', $q$UPDATE booking
SET status = 'booked'
WHERE booking.id = '019cc7bd-5500-7000-8000-000000002727'
  AND booking.member_id = '019cc7bd-5500-7000-8000-00000000271d'
  AND booking.status = 'held'
  AND '2026-03-07T10:00:03Z' < booking.created_at + interval '600 seconds'$q$, false);
SELECT dblink_exec('a', $q$INSERT INTO outbox_message (id, topic, subject, created_at, attempts, not_before)
VALUES (gen_random_uuid(), 'tell-payment-of-pay-a-booking', '019cc7bd-5500-7000-8000-000000002725', '2026-03-07T10:00:02Z', 0, '2026-03-07T10:00:02Z')$q$, false);
SELECT dblink_exec('b', $q$INSERT INTO outbox_message (id, topic, subject, created_at, attempts, not_before)
VALUES (gen_random_uuid(), 'tell-payment-of-pay-a-booking', '019cc7bd-5500-7000-8000-000000002727', '2026-03-07T10:00:03Z', 0, '2026-03-07T10:00:03Z')$q$, false);
SELECT dblink_exec('a', $q$COMMIT$q$, false);
SELECT dblink_exec('b', $q$COMMIT$q$, false);

SELECT dblink_disconnect('a'), dblink_disconnect('b');
SELECT count(*) FROM (SELECT member_id FROM booking WHERE true AND status = 'booked' GROUP BY member_id HAVING count(*) > 4) AS too_many;
