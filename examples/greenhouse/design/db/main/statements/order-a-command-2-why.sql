-- Runs only when nothing was written: which refusal it is, the first true one.
-- :greenhouse_id uuid (greenhouse.id)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM greenhouse
    WHERE greenhouse.id = :greenhouse_id)) AS greenhouse_not_found;
