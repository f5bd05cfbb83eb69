-- Gives the amount to the other side.
-- :id uuid ($new.id)
-- :to_wallet_id uuid (wallet.id)
-- :amount bigint (movement.amount)
-- :now timestamptz ($clock.now)
INSERT INTO entry (id, movement_id, wallet_id, amount, created_at)
VALUES (gen_random_uuid(), :id, :to_wallet_id, :amount, :now);
