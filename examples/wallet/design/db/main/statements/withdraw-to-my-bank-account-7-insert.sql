-- Withdraw to my bank account also writes a withdrawal.
-- :id uuid ($new.id)
-- :actor_id uuid ($actor.id)
-- :iban text (withdrawal.iban)
-- :now timestamptz ($clock.now)
INSERT INTO withdrawal (id, movement_id, worker_id, iban, status, created_at)
VALUES (gen_random_uuid(), :id, :actor_id, :iban, 'requested', :now);
