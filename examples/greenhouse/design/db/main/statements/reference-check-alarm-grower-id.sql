-- What PostgreSQL asks when a grower is deleted: does an alarm still refer to it?
-- :grower_id uuid (grower.id)
SELECT 1 AS one
FROM alarm
WHERE alarm.grower_id = :grower_id;
