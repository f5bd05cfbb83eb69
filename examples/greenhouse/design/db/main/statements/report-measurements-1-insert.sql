-- Report measurements: writes the measurement.
-- :id uuid ($new.id)
-- :value numeric (measurement.value)
-- :now timestamptz ($clock.now)
-- :sensor_id uuid (sensor.id)
INSERT INTO measurement (id, sensor_id, value, taken_at, created_at)
SELECT CAST(:id AS uuid), sensor.id, CAST(:value AS numeric), CAST(:now AS timestamptz), CAST(:now AS timestamptz)
FROM sensor
WHERE sensor.id = :sensor_id
RETURNING id, sensor_id, value, taken_at, created_at;
