-- Runs only after a refusal, in a transaction of its own: the row that an earlier request with this key has written is the answer.
-- :id uuid ($new.id)
SELECT measurement.id,
       measurement.sensor_id,
       measurement.value,
       measurement.taken_at,
       measurement.created_at
FROM measurement
WHERE measurement.id = :id;
