-- Order a command: writes the command.
-- :id uuid ($new.id)
-- :what text (command.what)
-- :value numeric (command.value)
-- :now timestamptz ($clock.now)
-- :greenhouse_id uuid (greenhouse.id)
-- :actor_id uuid ($actor.id)
INSERT INTO command (id, greenhouse_id, grower_id, what, value, status, created_at)
SELECT CAST(:id AS uuid), greenhouse.id, grower.id, CAST(:what AS text), CAST(:value AS numeric), 'ordered', CAST(:now AS timestamptz)
FROM greenhouse
CROSS JOIN grower
WHERE greenhouse.id = :greenhouse_id
  AND grower.id = :actor_id
RETURNING id, greenhouse_id, grower_id, what, value, status, created_at;
