-- What PostgreSQL asks when a court is deleted: does a booking still refer to it?
-- :court_id uuid (court.id)
SELECT 1 AS one
FROM booking
WHERE booking.court_id = :court_id;
