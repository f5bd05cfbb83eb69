-- The tickets for which “warn before a target is missed” has something to send and no record of having sent it.
-- :now timestamptz ($clock.now)
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
WHERE ticket.status = 'open'
  AND ticket.due_at < :now
  AND NOT EXISTS (
    SELECT 1 AS one
    FROM warning
    WHERE warning.company_id = ticket.company_id AND warning.ticket_id = ticket.id)
  AND (ticket.due_at, ticket.id) > (:after_due_at, :after_id)
ORDER BY ticket.due_at, ticket.id
LIMIT :limit;
