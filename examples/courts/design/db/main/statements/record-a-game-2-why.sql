-- Runs only when nothing was written: which refusal it is, the first true one.
-- :booking_id uuid (booking.id)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM booking
    WHERE booking.id = :booking_id)) AS booking_not_found,
       (NOT EXISTS (
    SELECT 1 AS one
    FROM booking
    WHERE booking.id = :booking_id
      AND booking.status = 'booked')) AS booking_not_booked;
