-- Invite an agent: writes the agent.
-- :id uuid ($new.id)
-- :group_id uuid (maybe:group.id)
-- :name text (agent.name)
-- :email text (agent.email)
-- :active boolean (agent.active)
-- :now timestamptz ($clock.now)
-- :caller_company_id uuid ($tenant.id)
INSERT INTO agent (id, company_id, group_id, name, email, active, created_at)
SELECT CAST(:id AS uuid), company.id, CAST(:group_id AS uuid), CAST(:name AS text), CAST(:email AS text), CAST(:active AS boolean), CAST(:now AS timestamptz)
FROM company
WHERE company.id = :caller_company_id
RETURNING id, company_id, group_id, name, email, active, created_at;
