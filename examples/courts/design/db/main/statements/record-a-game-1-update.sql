-- Record a game: moves Booking.status booked → played.
-- :booking_id uuid (booking.id)
UPDATE booking
SET status = 'played'
WHERE booking.id = :booking_id
  AND booking.status = 'booked';
