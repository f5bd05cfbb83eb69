-- Runs only when nothing was written: which refusal it is, the first true one.
-- :ticket_id uuid (ticket.id)
-- :agent_id uuid (agent.id)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM ticket
    WHERE ticket.id = :ticket_id)) AS ticket_not_found,
       (NOT EXISTS (
    SELECT 1 AS one
    FROM agent
    WHERE agent.id = :agent_id)) AS agent_not_found,
       (NOT EXISTS (
    SELECT 1 AS one
    FROM ticket
    WHERE ticket.id = :ticket_id
      AND ticket.status IN ('open', 'pending'))) AS ticket_not_open_or_pending;
