-- What PostgreSQL asks when a member is deleted: does a booking still refer to it?
-- :member_id uuid (member.id)
SELECT 1 AS one
FROM booking
WHERE booking.member_id = :member_id;
