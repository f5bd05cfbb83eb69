-- What PostgreSQL asks when a greenhouse is deleted: does an alarm still refer to it?
-- :greenhouse_id uuid (greenhouse.id)
SELECT 1 AS one
FROM alarm
WHERE alarm.greenhouse_id = :greenhouse_id;
