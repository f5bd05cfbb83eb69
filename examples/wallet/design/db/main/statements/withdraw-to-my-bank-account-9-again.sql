-- Runs only after a refusal, in a transaction of its own: the row that an earlier request with this key has written is the answer.
-- :id uuid ($new.id)
SELECT movement.id,
       movement.purpose,
       movement.amount,
       movement.reference,
       movement.created_at
FROM movement
WHERE movement.id = :id;
