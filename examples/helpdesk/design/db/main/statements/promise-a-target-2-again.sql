-- Runs only after a refusal, in a transaction of its own: the row that an earlier request with this key has written is the answer.
-- :id uuid ($new.id)
SELECT target.id,
       target.company_id,
       target.priority,
       target.first_reply,
       target.solution,
       target.created_at
FROM target
WHERE target.id = :id;
