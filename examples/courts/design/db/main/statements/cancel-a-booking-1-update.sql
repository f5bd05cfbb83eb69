-- Cancel a booking: moves Booking.status booked → cancelled.
-- :booking_id uuid (booking.id)
-- :actor_id uuid ($actor.id)
-- :now timestamptz ($clock.now)
UPDATE booking
SET status = 'cancelled'
WHERE booking.id = :booking_id
  AND booking.member_id = :actor_id
  AND booking.status = 'booked'
  AND :now <= booking.starts_at - interval '86400 seconds';
