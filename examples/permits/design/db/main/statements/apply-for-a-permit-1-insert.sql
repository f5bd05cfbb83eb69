-- Apply for a permit: writes the application.
-- :id uuid ($new.id)
-- :now timestamptz ($clock.now)
-- :permit_id uuid (permit.id)
-- :actor_id uuid ($actor.id)
INSERT INTO application (id, permit_id, resident_id, status, created_at)
SELECT CAST(:id AS uuid), permit.id, resident.id, 'open', CAST(:now AS timestamptz)
FROM permit
CROSS JOIN resident
WHERE permit.id = :permit_id
  AND permit.resident_id = :actor_id
  AND resident.id = :actor_id
RETURNING id, permit_id, resident_id, status, created_at;
