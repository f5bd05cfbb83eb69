-- What PostgreSQL asks when a wallet is deleted: does a payroll_line still refer to it?
-- :wallet_id uuid (wallet.id)
SELECT 1 AS one
FROM payroll_line
WHERE payroll_line.wallet_id = :wallet_id;
