-- A batch of bookings that were written more than 3 years ago and that nothing refers to; run again until it finds none.
-- :now timestamptz ($clock.now)
-- :limit bigint ($page.limit)
DELETE FROM booking
WHERE booking.id IN (
    SELECT booking.id
    FROM booking
    WHERE booking.status IN ('played', 'expired', 'cancelled', 'missed')
      AND booking.created_at < :now - interval '94670856 seconds'
    ORDER BY booking.created_at
    LIMIT :limit
    FOR NO KEY UPDATE OF booking SKIP LOCKED);
