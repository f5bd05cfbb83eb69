-- Runs only after a refusal, in a transaction of its own: the row that an earlier request with this key has written is the answer.
-- :id uuid ($new.id)
-- :actor_id uuid ($actor.id)
SELECT reaction.id,
       reaction.message_id,
       reaction.member_id,
       reaction.emoji,
       reaction.created_at
FROM reaction
WHERE reaction.id = :id
  AND reaction.member_id = :actor_id;
