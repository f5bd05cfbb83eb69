-- Record a missed game: moves Booking.status booked → missed.
-- :booking_id uuid (booking.id)
UPDATE booking
SET status = 'missed'
WHERE booking.id = :booking_id
  AND booking.status = 'booked';
