-- What PostgreSQL asks when a greenhouse is deleted: does a sensor still refer to it?
-- :greenhouse_id uuid (greenhouse.id)
SELECT 1 AS one
FROM sensor
WHERE sensor.greenhouse_id = :greenhouse_id;
