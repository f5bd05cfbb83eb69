-- Runs only when nothing was written: which refusal it is, the first true one.
-- :member_id uuid (member.id)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM member
    WHERE member.id = :member_id)) AS member_not_found;
