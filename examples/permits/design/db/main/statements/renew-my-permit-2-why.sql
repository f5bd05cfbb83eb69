-- Runs only when nothing was written: which refusal it is, the first true one.
-- :permit_id uuid (permit.id)
-- :actor_id uuid ($actor.id)
-- :due_on date (permit.due_on)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM permit
    WHERE permit.id = :permit_id
      AND permit.resident_id = :actor_id)) AS permit_not_found,
       (NOT EXISTS (
    SELECT 1 AS one
    FROM permit
    WHERE permit.id = :permit_id
      AND permit.resident_id = :actor_id
      AND permit.due_on = :due_on)) AS permit_changed;
