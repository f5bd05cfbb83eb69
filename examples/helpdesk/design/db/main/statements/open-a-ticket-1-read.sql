-- Open a ticket: the messages of one page, by keyset.
-- :ticket_id uuid (message.ticket_id)
-- :after_created_at timestamptz ($page.highest)
-- :after_id uuid ($page.highest)
-- :limit bigint ($page.limit)
SELECT message.id,
       message.mail_id,
       message.body,
       message.direction
FROM message
WHERE message.ticket_id = :ticket_id
  AND (message.created_at, message.id) < (:after_created_at, :after_id)
ORDER BY message.created_at DESC, message.id DESC
LIMIT :limit;
