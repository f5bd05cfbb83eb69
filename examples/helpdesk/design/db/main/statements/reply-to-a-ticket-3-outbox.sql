-- Leaves word for “tell Mail of reply to a ticket”: committed together with the change, or not at all.
-- :id uuid ($new.id)
-- :now timestamptz ($clock.now)
INSERT INTO outbox_message (id, topic, subject, created_at)
VALUES (gen_random_uuid(), 'tell-mail-of-reply-to-a-ticket', :id, :now);
