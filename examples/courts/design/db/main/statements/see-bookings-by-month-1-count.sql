-- See bookings by month: reads the whole period on purpose; no index helps a count over everything.
-- :from_created_at timestamptz (booking.created_at)
-- :until_created_at timestamptz (booking.created_at)
SELECT court.id AS court_id,
       court.label,
       court.surface,
       court.status AS court_status,
       count(booking.id) AS bookings
FROM court
LEFT JOIN booking ON court.id = booking.court_id AND booking.created_at >= :from_created_at AND booking.created_at < :until_created_at
GROUP BY court.id, court.label, court.surface, court.status
ORDER BY count(booking.id) DESC, court.id;
