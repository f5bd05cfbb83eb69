-- Leaves word for “tell Payment provider of refund an order”: committed together with the change, or not at all.
-- :id uuid ($new.id)
-- :now timestamptz ($clock.now)
INSERT INTO outbox_message (id, topic, subject, created_at, attempts, not_before)
VALUES (gen_random_uuid(), 'tell-payment-provider-of-refund-an-order', :id, :now, 0, :now);
