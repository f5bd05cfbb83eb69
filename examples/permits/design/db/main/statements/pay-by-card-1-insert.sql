-- Pay by card: writes the payment.
-- :id uuid ($new.id)
-- :now timestamptz ($clock.now)
-- :actor_id uuid ($actor.id)
INSERT INTO payment (id, resident_id, created_at)
SELECT CAST(:id AS uuid), resident.id, CAST(:now AS timestamptz)
FROM resident
WHERE resident.id = :actor_id
RETURNING id, resident_id, created_at;
