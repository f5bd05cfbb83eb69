-- Runs only after a refusal, in a transaction of its own: the row that an earlier request with this key has written is the answer.
-- :id uuid ($new.id)
-- :actor_id uuid ($actor.id)
SELECT payment.id,
       payment.resident_id,
       payment.created_at
FROM payment
WHERE payment.id = :id
  AND payment.resident_id = :actor_id;
