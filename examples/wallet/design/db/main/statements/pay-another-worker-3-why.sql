-- Runs only when nothing was written: which refusal it is, the first true one.
-- :amount bigint (movement.amount)
-- :from_wallet_id uuid (wallet.id)
-- :to_wallet_id uuid (wallet.id)
-- :actor_id uuid ($actor.id)
SELECT (:amount <= 0) AS amount_not_positive,
       (:from_wallet_id = :to_wallet_id) AS same_wallet,
       (NOT EXISTS (
    SELECT 1 AS one
    FROM wallet
    WHERE wallet.id = :from_wallet_id
      AND wallet.worker_id = :actor_id)) AS wallet_not_found;
