-- Takes the worker row, so that everything a rule relates to the same worker happens one after the other.
-- :actor_id uuid ($actor.id)
SELECT worker.id
FROM worker
WHERE worker.id = :actor_id
FOR NO KEY UPDATE OF worker;
