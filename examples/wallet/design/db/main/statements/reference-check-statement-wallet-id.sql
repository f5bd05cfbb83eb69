-- What PostgreSQL asks when a wallet is deleted: does a statement still refer to it?
-- :wallet_id uuid (wallet.id)
SELECT 1 AS one
FROM statement
WHERE statement.wallet_id = :wallet_id;
