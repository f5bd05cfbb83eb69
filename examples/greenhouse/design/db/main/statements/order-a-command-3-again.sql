-- Runs only after a refusal, in a transaction of its own: the row that an earlier request with this key has written is the answer.
-- :id uuid ($new.id)
-- :actor_id uuid ($actor.id)
SELECT command.id,
       command.greenhouse_id,
       command.grower_id,
       command.what,
       command.value,
       command.status,
       command.created_at
FROM command
WHERE command.id = :id
  AND command.grower_id = :actor_id;
