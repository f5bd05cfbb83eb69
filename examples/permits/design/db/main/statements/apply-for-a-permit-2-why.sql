-- Runs only when nothing was written: which refusal it is, the first true one.
-- :permit_id uuid (permit.id)
-- :actor_id uuid ($actor.id)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM permit
    WHERE permit.id = :permit_id
      AND permit.resident_id = :actor_id)) AS permit_not_found;
