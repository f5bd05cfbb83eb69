-- Runs only when nothing was written: which refusal it is, the first true one.
-- :sensor_id uuid (sensor.id)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM sensor
    WHERE sensor.id = :sensor_id)) AS sensor_not_found;
