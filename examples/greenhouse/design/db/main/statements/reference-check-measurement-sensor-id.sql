-- What PostgreSQL asks when a sensor is deleted: does a measurement still refer to it?
-- :sensor_id uuid (sensor.id)
SELECT 1 AS one
FROM measurement
WHERE measurement.sensor_id = :sensor_id;
