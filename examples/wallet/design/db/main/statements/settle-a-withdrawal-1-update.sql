-- Settle a withdrawal: moves Withdrawal.status sent → settled.
-- :withdrawal_id uuid (withdrawal.id)
UPDATE withdrawal
SET status = 'settled'
WHERE withdrawal.id = :withdrawal_id
  AND withdrawal.status = 'sent';
