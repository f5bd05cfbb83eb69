-- Holds the worker row as it is until the end; others may hold it too, and only who changes it waits.
-- :actor_id uuid ($actor.id)
SELECT worker.id
FROM worker
WHERE worker.id = :actor_id
FOR SHARE OF worker;
