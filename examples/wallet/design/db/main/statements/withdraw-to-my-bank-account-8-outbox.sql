-- Leaves word for “tell Banking partner of withdraw to my bank account”: committed together with the change, or not at all.
-- :id uuid ($new.id)
-- :now timestamptz ($clock.now)
INSERT INTO outbox_message (id, topic, subject, created_at, attempts, not_before)
VALUES (gen_random_uuid(), 'tell-banking-partner-of-withdraw-to-my-bank-account', :id, :now, 0, :now);
