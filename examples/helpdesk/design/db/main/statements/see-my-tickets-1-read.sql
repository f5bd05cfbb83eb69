-- See my tickets: the tickets of one page, by keyset.
-- :actor_id uuid ($actor.id)
-- :after_due_at timestamptz ($page.lowest)
-- :after_id uuid ($page.lowest)
-- :limit bigint ($page.limit)
SELECT ticket.id,
       ticket.subject,
       ticket.status,
       ticket.priority,
       ticket.due_at,
       ticket.solved_at,
       ticket.stars
FROM ticket
WHERE ticket.customer_id = :actor_id
  AND (ticket.due_at, ticket.id) > (:after_due_at, :after_id)
ORDER BY ticket.due_at, ticket.id
LIMIT :limit;
