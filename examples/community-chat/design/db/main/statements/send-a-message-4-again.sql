-- Runs only after a refusal, in a transaction of its own: the row that an earlier request with this key has written is the answer.
-- :id uuid ($new.id)
-- :actor_id uuid ($actor.id)
SELECT message.id,
       message.channel_id,
       message.member_id,
       message.text,
       message.status,
       message.created_at
FROM message
WHERE message.id = :id
  AND message.member_id = :actor_id;
