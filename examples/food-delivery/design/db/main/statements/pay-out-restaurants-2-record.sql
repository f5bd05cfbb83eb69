-- Claims one row before the mail leaves: nothing written means another run has it.
-- :id uuid ($new.id)
-- :restaurant_id uuid ($row.id)
-- :week_of date (payout.week_of)
-- :amount bigint (payout.amount)
-- :now timestamptz ($clock.now)
INSERT INTO payout (id, restaurant_id, week_of, amount, created_at)
VALUES (:id, :restaurant_id, :week_of, :amount, :now)
ON CONFLICT DO NOTHING;
