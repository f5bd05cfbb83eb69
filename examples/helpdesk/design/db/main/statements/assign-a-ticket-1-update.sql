-- Assign a ticket: changes Ticket.Agent.
-- :agent_id uuid (agent.id)
-- :ticket_id uuid (ticket.id)
UPDATE ticket
SET agent_id = CAST(:agent_id AS uuid)
WHERE ticket.id = :ticket_id
  AND EXISTS (
    SELECT 1 AS one
    FROM agent
    WHERE agent.id = :agent_id)
  AND ticket.status IN ('open', 'pending');
