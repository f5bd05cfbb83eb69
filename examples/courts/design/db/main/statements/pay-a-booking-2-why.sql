-- Runs only when nothing was written: which refusal it is, the first true one.
-- :booking_id uuid (booking.id)
-- :actor_id uuid ($actor.id)
-- :now timestamptz ($clock.now)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM booking
    WHERE booking.id = :booking_id
      AND booking.member_id = :actor_id)) AS booking_not_found,
       (NOT EXISTS (
    SELECT 1 AS one
    FROM booking
    WHERE booking.id = :booking_id
      AND booking.member_id = :actor_id
      AND booking.status = 'held')) AS booking_not_held,
       (EXISTS (
    SELECT 1 AS one
    FROM booking
    WHERE booking.id = :booking_id
      AND booking.member_id = :actor_id
      AND :now >= booking.created_at + interval '600 seconds')) AS pay_a_booking_too_late;
