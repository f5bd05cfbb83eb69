-- Runs only when nothing was written: which refusal it is, the first true one.
-- :target_id uuid (target.id)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM target
    WHERE target.id = :target_id)) AS target_not_found;
