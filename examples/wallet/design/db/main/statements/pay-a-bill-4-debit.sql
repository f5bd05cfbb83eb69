-- Takes the amount from one side.
-- :movement_id uuid (movement.id)
-- :from_wallet_id uuid (wallet.id)
-- :amount bigint (movement.amount)
-- :now timestamptz ($clock.now)
INSERT INTO entry (id, movement_id, wallet_id, amount, created_at)
VALUES (gen_random_uuid(), :movement_id, :from_wallet_id, -(:amount), :now);
