-- Upload a payroll file: writes the payroll.
-- :id uuid ($new.id)
-- :name text (payroll.name)
-- :now timestamptz ($clock.now)
-- :actor_id uuid ($actor.id)
INSERT INTO payroll (id, employer_id, name, status, created_at)
SELECT CAST(:id AS uuid), employer.id, CAST(:name AS text), 'received', CAST(:now AS timestamptz)
FROM employer
WHERE employer.id = :actor_id
RETURNING id, employer_id, name, status, created_at;
