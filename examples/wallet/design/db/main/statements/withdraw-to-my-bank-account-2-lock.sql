-- Takes both wallets, the lower id first, so that two postings between the same two cannot wait for each other.
-- :from_wallet_id uuid (wallet.id)
-- :to_wallet_id uuid (wallet.id)
SELECT wallet.id
FROM wallet
WHERE wallet.id IN (:from_wallet_id, :to_wallet_id)
ORDER BY wallet.id
FOR NO KEY UPDATE OF wallet;
