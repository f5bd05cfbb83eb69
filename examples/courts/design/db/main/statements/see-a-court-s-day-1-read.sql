-- See a court's day: the bookings of one page, by keyset.
-- :court_id uuid (booking.court_id)
-- :from_starts_at timestamptz (booking.starts_at)
-- :until_starts_at timestamptz (booking.starts_at)
-- :after_starts_at timestamptz ($page.lowest)
-- :after_id uuid ($page.lowest)
-- :limit bigint ($page.limit)
SELECT booking.id,
       booking.starts_at,
       booking.ends_at,
       booking.status,
       booking.price
FROM booking
WHERE booking.court_id = :court_id
  AND booking.starts_at >= :from_starts_at
  AND booking.starts_at < :until_starts_at
  AND (booking.starts_at, booking.id) > (:after_starts_at, :after_id)
ORDER BY booking.starts_at, booking.id
LIMIT :limit;
