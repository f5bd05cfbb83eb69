-- Pay a booking: moves Booking.status held → booked.
-- :booking_id uuid (booking.id)
-- :actor_id uuid ($actor.id)
-- :now timestamptz ($clock.now)
UPDATE booking
SET status = 'booked'
WHERE booking.id = :booking_id
  AND booking.member_id = :actor_id
  AND booking.status = 'held'
  AND :now < booking.created_at + interval '600 seconds';
