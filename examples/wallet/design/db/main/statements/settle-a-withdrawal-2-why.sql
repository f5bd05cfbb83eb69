-- Runs only when nothing was written: which refusal it is, the first true one.
-- :withdrawal_id uuid (withdrawal.id)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM withdrawal
    WHERE withdrawal.id = :withdrawal_id)) AS withdrawal_not_found,
       (NOT EXISTS (
    SELECT 1 AS one
    FROM withdrawal
    WHERE withdrawal.id = :withdrawal_id
      AND withdrawal.status = 'sent')) AS withdrawal_not_sent;
