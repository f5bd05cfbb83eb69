-- Runs only after a refusal, in a transaction of its own: the row that an earlier request with this key has written is the answer.
-- :id uuid ($new.id)
-- :actor_id uuid ($actor.id)
SELECT "order".id,
       "order".consumer_id,
       "order".restaurant_id,
       "order".status,
       "order".deliver_to,
       "order".status_since,
       "order".created_at
FROM "order"
WHERE "order".id = :id
  AND "order".consumer_id = :actor_id;
