-- Runs only when nothing was written: which refusal it is, the first true one.
-- :community_id uuid (community.id)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM community
    WHERE community.id = :community_id)) AS community_not_found;
