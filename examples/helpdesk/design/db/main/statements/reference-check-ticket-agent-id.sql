-- What PostgreSQL asks when an agent is deleted: does a ticket still refer to it?
-- :company_id uuid (agent.company_id)
-- :agent_id uuid (agent.id)
SELECT 1 AS one
FROM ticket
WHERE ticket.company_id = :company_id
  AND ticket.agent_id = :agent_id;
