-- Export everything we own: the tickets of one page, by keyset.
-- :after_created_at timestamptz ($page.highest)
-- :after_id uuid ($page.highest)
-- :limit bigint ($page.limit)
SELECT ticket.id,
       ticket.subject,
       ticket.status,
       ticket.priority,
       ticket.due_at,
       ticket.solved_at,
       ticket.stars
FROM ticket
WHERE (ticket.created_at, ticket.id) < (:after_created_at, :after_id)
ORDER BY ticket.created_at DESC, ticket.id DESC
LIMIT :limit;
