-- Runs only when nothing was written: which refusal it is, the first true one.
-- :opening_hour_id uuid (opening_hour.id)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM opening_hour
    WHERE opening_hour.id = :opening_hour_id)) AS opening_hour_not_found;
