-- Runs only when nothing was written: which refusal it is, the first true one.
-- :membership_id uuid (membership.id)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM membership
    WHERE membership.id = :membership_id)) AS membership_not_found,
       (NOT EXISTS (
    SELECT 1 AS one
    FROM membership
    WHERE membership.id = :membership_id
      AND membership.status = 'active')) AS membership_not_active;
