-- Leaves word for “tell Mail of receive an e-mail”: committed together with the change, or not at all.
-- :id uuid ($new.id)
-- :now timestamptz ($clock.now)
INSERT INTO outbox_message (id, topic, subject, created_at)
VALUES (gen_random_uuid(), 'tell-mail-of-receive-an-e-mail', :id, :now);
