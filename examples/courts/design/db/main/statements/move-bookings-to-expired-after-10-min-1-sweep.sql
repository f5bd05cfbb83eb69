-- A batch of bookings that waited 10 min becomes expired; several instances may run it at once, each skips what another holds.
-- :now timestamptz ($clock.now)
-- :limit bigint ($page.limit)
UPDATE booking
SET status = 'expired'
WHERE booking.id IN (
    SELECT booking.id
    FROM booking
    WHERE booking.status = 'held'
      AND booking.created_at <= :now - interval '600 seconds'
    ORDER BY booking.created_at, booking.id
    LIMIT :limit
    FOR NO KEY UPDATE OF booking SKIP LOCKED);
