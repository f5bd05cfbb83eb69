-- Raise an alarm: writes the alarm.
-- :id uuid ($new.id)
-- :grower_id uuid (maybe:grower.id)
-- :temperature numeric (alarm.temperature)
-- :now timestamptz ($clock.now)
-- :greenhouse_id uuid (greenhouse.id)
INSERT INTO alarm (id, greenhouse_id, grower_id, temperature, status, created_at)
SELECT CAST(:id AS uuid), greenhouse.id, CAST(:grower_id AS uuid), CAST(:temperature AS numeric), 'open', CAST(:now AS timestamptz)
FROM greenhouse
WHERE greenhouse.id = :greenhouse_id
RETURNING id, greenhouse_id, grower_id, temperature, status, created_at;
