-- Hold a court: writes the booking only while the guards hold.
-- :id uuid ($new.id)
-- :starts_at timestamptz (booking.starts_at)
-- :ends_at timestamptz (booking.ends_at)
-- :price bigint (booking.price)
-- :now timestamptz ($clock.now)
-- :court_id uuid (court.id)
-- :actor_id uuid ($actor.id)
INSERT INTO booking (id, court_id, member_id, starts_at, ends_at, status, price, created_at)
SELECT CAST(:id AS uuid), court.id, member.id, CAST(:starts_at AS timestamptz), CAST(:ends_at AS timestamptz), 'held', CAST(:price AS bigint), CAST(:now AS timestamptz)
FROM court
CROSS JOIN member
WHERE court.id = :court_id
  AND member.id = :actor_id
  AND court.status = 'open'
RETURNING id, court_id, member_id, starts_at, ends_at, status, price, created_at;
