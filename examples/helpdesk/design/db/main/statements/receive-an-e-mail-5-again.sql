-- Runs only after a refusal, in a transaction of its own: the row that an earlier request with this key has written is the answer.
-- :id uuid ($new.id)
SELECT ticket.id,
       ticket.customer_id,
       ticket.agent_id,
       ticket.group_id,
       ticket.subject,
       ticket.status,
       ticket.priority,
       ticket.due_at,
       ticket.stars,
       ticket.created_at
FROM ticket
WHERE ticket.id = :id;
