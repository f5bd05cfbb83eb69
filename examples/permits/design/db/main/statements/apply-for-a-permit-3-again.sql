-- Runs only after a refusal, in a transaction of its own: the row that an earlier request with this key has written is the answer.
-- :id uuid ($new.id)
-- :actor_id uuid ($actor.id)
SELECT application.id,
       application.permit_id,
       application.resident_id,
       application.status,
       application.created_at
FROM application
WHERE application.id = :id
  AND application.resident_id = :actor_id;
