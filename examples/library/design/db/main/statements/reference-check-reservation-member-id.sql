-- What PostgreSQL asks when a member is deleted: does a reservation still refer to it?
-- :member_id uuid (member.id)
SELECT 1 AS one
FROM reservation
WHERE reservation.member_id = :member_id;
