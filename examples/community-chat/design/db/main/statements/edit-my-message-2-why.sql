-- Runs only when nothing was written: which refusal it is, the first true one.
-- :message_id uuid (message.id)
-- :actor_id uuid ($actor.id)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM message
    WHERE message.id = :message_id
      AND message.member_id = :actor_id)) AS message_not_found,
       (NOT EXISTS (
    SELECT 1 AS one
    FROM message
    WHERE message.id = :message_id
      AND message.member_id = :actor_id
      AND message.status = 'sent')) AS message_not_sent;
