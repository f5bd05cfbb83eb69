-- The measurements for which “compare and command” has something to send and no record of having sent it.
-- :after_id uuid ($page.lowest)
-- :limit bigint ($page.limit)
SELECT measurement.id,
       measurement.value,
       measurement.taken_at
FROM measurement
WHERE (measurement.id) > (:after_id)
ORDER BY measurement.id
LIMIT :limit;
