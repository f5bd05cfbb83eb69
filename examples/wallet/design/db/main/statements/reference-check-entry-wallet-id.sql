-- What PostgreSQL asks when a wallet is deleted: does an entry still refer to it?
-- :wallet_id uuid (wallet.id)
SELECT 1 AS one
FROM entry
WHERE entry.wallet_id = :wallet_id;
