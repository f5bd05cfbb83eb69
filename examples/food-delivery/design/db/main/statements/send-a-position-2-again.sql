-- Runs only after a refusal, in a transaction of its own: the row that an earlier request with this key has written is the answer.
-- :id uuid ($new.id)
-- :actor_id uuid ($actor.id)
SELECT position.id,
       position.courier_id,
       position.delivery_id,
       position.at,
       position.created_at
FROM position
WHERE position.id = :id
  AND position.courier_id = :actor_id;
