-- Download a season: the measurements of one page, by keyset.
-- :sensor_id uuid (measurement.sensor_id)
-- :after_created_at timestamptz ($page.highest)
-- :after_id uuid ($page.highest)
-- :limit bigint ($page.limit)
SELECT measurement.id,
       measurement.value,
       measurement.taken_at
FROM measurement
WHERE measurement.sensor_id = :sensor_id
  AND (measurement.created_at, measurement.id) < (:after_created_at, :after_id)
ORDER BY measurement.created_at DESC, measurement.id DESC
LIMIT :limit;
