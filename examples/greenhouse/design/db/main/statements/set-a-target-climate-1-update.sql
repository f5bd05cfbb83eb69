-- Set a target climate: changes Target.hour, temperature, humidity.
-- :hour bigint (target.hour)
-- :temperature numeric (target.temperature)
-- :humidity numeric (target.humidity)
-- :target_id uuid (target.id)
UPDATE target
SET hour = CAST(:hour AS bigint),
    temperature = CAST(:temperature AS numeric),
    humidity = CAST(:humidity AS numeric)
WHERE target.id = :target_id;
