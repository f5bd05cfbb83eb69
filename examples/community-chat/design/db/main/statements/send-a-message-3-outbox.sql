-- Leaves word for “push to whoever is mentioned”: committed together with the change, or not at all.
-- :id uuid ($new.id)
-- :now timestamptz ($clock.now)
INSERT INTO outbox_message (id, topic, subject, created_at, attempts, not_before)
VALUES (gen_random_uuid(), 'push-to-whoever-is-mentioned', :id, :now, 0, :now);
