-- Assign a ticket: changes Ticket.Agent.
-- :actor_id uuid ($actor.id)
-- :ticket_id uuid (ticket.id)
UPDATE ticket
SET agent_id = CAST(:actor_id AS uuid)
WHERE ticket.id = :ticket_id
  AND ticket.status IN ('open', 'pending');
