-- Receive an e-mail also writes a message.
-- :id uuid ($new.id)
-- :mail_id text (message.mail_id)
-- :body text (message.body)
-- :direction text (message.direction)
-- :now timestamptz ($clock.now)
-- :caller_company_id uuid ($tenant.id)
INSERT INTO message (id, ticket_id, mail_id, body, direction, created_at, company_id)
VALUES (gen_random_uuid(), :id, :mail_id, :body, :direction, :now, :caller_company_id);
