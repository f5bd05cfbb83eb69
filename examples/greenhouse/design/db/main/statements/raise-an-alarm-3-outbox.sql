-- Leaves word for “call the grower on duty”: committed together with the change, or not at all.
-- :id uuid ($new.id)
-- :now timestamptz ($clock.now)
INSERT INTO outbox_message (id, topic, subject, created_at, attempts, not_before)
VALUES (gen_random_uuid(), 'call-the-grower-on-duty', :id, :now, 0, :now);
