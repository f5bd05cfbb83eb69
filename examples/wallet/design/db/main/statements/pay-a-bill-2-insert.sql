-- Pay a bill: writes the movement.
-- :id uuid ($new.id)
-- :amount bigint (movement.amount)
-- :reference text (movement.reference)
-- :now timestamptz ($clock.now)
-- :from_wallet_id uuid (wallet.id)
-- :to_wallet_id uuid (wallet.id)
-- :actor_id uuid ($actor.id)
INSERT INTO movement (id, purpose, amount, reference, created_at)
SELECT CAST(:id AS uuid), 'bill', CAST(:amount AS bigint), CAST(:reference AS text), CAST(:now AS timestamptz)
WHERE :amount > 0
  AND :from_wallet_id <> :to_wallet_id
  AND EXISTS (
    SELECT 1 AS one
    FROM wallet
    WHERE wallet.id = :from_wallet_id
      AND wallet.worker_id = :actor_id)
RETURNING id, purpose, amount, reference, created_at;
