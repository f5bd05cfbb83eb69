-- Leaves word for “tell Mail of receive an e-mail”: committed together with the change, or not at all.
-- :id uuid ($new.id)
-- :now timestamptz ($clock.now)
-- :caller_company_id uuid ($tenant.id)
INSERT INTO outbox_message (id, topic, subject, created_at, attempts, not_before, company_id)
VALUES (gen_random_uuid(), 'tell-mail-of-receive-an-e-mail', :id, :now, 0, :now, :caller_company_id);
