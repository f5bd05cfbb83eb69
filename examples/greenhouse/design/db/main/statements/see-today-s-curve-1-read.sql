-- See today's curve: the measurements of one page, by keyset.
-- :sensor_id uuid (measurement.sensor_id)
-- :from_taken_at timestamptz (measurement.taken_at)
-- :until_taken_at timestamptz (measurement.taken_at)
-- :after_taken_at timestamptz ($page.highest)
-- :after_id uuid ($page.highest)
-- :limit bigint ($page.limit)
SELECT measurement.id,
       measurement.value,
       measurement.taken_at
FROM measurement
WHERE measurement.sensor_id = :sensor_id
  AND measurement.taken_at >= :from_taken_at
  AND measurement.taken_at < :until_taken_at
  AND (measurement.taken_at, measurement.id) < (:after_taken_at, :after_id)
ORDER BY measurement.taken_at DESC, measurement.id DESC
LIMIT :limit;
