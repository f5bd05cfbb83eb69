-- Runs only after a refusal, in a transaction of its own: the row that an earlier request with this key has written is the answer.
-- :id uuid ($new.id)
-- :actor_id uuid ($actor.id)
SELECT membership.id,
       membership.community_id,
       membership.member_id,
       membership.role,
       membership.status,
       membership.created_at
FROM membership
WHERE membership.id = :id
  AND membership.member_id = :actor_id;
