-- Leaves word for “tell Stripe of pay by card”: committed together with the change, or not at all.
-- :id uuid ($new.id)
-- :now timestamptz ($clock.now)
INSERT INTO outbox_message (id, topic, subject, created_at, attempts, not_before)
VALUES (gen_random_uuid(), 'tell-stripe-of-pay-by-card', :id, :now, 0, :now);
