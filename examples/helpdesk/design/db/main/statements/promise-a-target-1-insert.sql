-- Promise a target: writes the target.
-- :id uuid ($new.id)
-- :priority text (target.priority)
-- :first_reply interval (target.first_reply)
-- :solution interval (target.solution)
-- :now timestamptz ($clock.now)
-- :caller_company_id uuid ($tenant.id)
INSERT INTO target (id, company_id, priority, first_reply, solution, created_at)
SELECT CAST(:id AS uuid), company.id, CAST(:priority AS text), CAST(:first_reply AS interval), CAST(:solution AS interval), CAST(:now AS timestamptz)
FROM company
WHERE company.id = :caller_company_id
RETURNING id, company_id, priority, first_reply, solution, created_at;
