-- See my bookings: the bookings of one page, by keyset.
-- :actor_id uuid ($actor.id)
-- :after_starts_at timestamptz ($page.highest)
-- :after_id uuid ($page.highest)
-- :limit bigint ($page.limit)
SELECT booking.id,
       booking.starts_at,
       booking.ends_at,
       booking.status,
       booking.price,
       court.label,
       court.surface,
       court.status AS court_status
FROM booking
JOIN court ON court.id = booking.court_id
WHERE booking.member_id = :actor_id
  AND (booking.starts_at, booking.id) < (:after_starts_at, :after_id)
ORDER BY booking.starts_at DESC, booking.id DESC
LIMIT :limit;
