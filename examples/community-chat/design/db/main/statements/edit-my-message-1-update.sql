-- Edit my message: changes Message.text.
-- :text text (message.text)
-- :message_id uuid (message.id)
-- :actor_id uuid ($actor.id)
UPDATE message
SET text = CAST(:text AS text)
WHERE message.id = :message_id
  AND message.member_id = :actor_id
  AND message.status = 'sent';
