-- Runs only after a refusal, in a transaction of its own: the row that an earlier request with this key has written is the answer.
-- :id uuid ($new.id)
-- :actor_id uuid ($actor.id)
SELECT direct_message.id,
       direct_message.member_id,
       direct_message."to",
       direct_message.text,
       direct_message.created_at
FROM direct_message
WHERE direct_message.id = :id
  AND direct_message.member_id = :actor_id;
