-- Receive an e-mail: writes the ticket.
-- :id uuid ($new.id)
-- :agent_id uuid (maybe:agent.id)
-- :group_id uuid (maybe:group.id)
-- :subject text (ticket.subject)
-- :priority text (ticket.priority)
-- :now timestamptz ($clock.now)
-- :stars bigint (ticket.stars)
-- :caller_company_id uuid ($tenant.id)
-- :customer_id uuid (customer.id)
INSERT INTO ticket (id, customer_id, agent_id, group_id, subject, status, priority, due_at, stars, created_at, company_id)
SELECT CAST(:id AS uuid), customer.id, CAST(:agent_id AS uuid), CAST(:group_id AS uuid), CAST(:subject AS text), 'open', CAST(:priority AS text), CAST(:now AS timestamptz) + interval '259200 seconds', CAST(:stars AS bigint), CAST(:now AS timestamptz), CAST(:caller_company_id AS uuid)
FROM customer
WHERE customer.id = :customer_id
RETURNING id, customer_id, agent_id, group_id, subject, status, priority, due_at, stars, created_at;
