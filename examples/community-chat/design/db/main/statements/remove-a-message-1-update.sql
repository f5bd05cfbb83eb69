-- Remove a message: moves Message.status sent → removed.
-- :message_id uuid (message.id)
UPDATE message
SET status = 'removed'
WHERE message.id = :message_id
  AND message.status = 'sent';
