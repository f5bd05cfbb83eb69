-- Reply to a ticket: writes the message.
-- :id uuid ($new.id)
-- :mail_id text (message.mail_id)
-- :body text (message.body)
-- :direction text (message.direction)
-- :now timestamptz ($clock.now)
-- :caller_company_id uuid ($tenant.id)
-- :ticket_id uuid (ticket.id)
INSERT INTO message (id, ticket_id, mail_id, body, direction, created_at, company_id)
SELECT CAST(:id AS uuid), ticket.id, CAST(:mail_id AS text), CAST(:body AS text), CAST(:direction AS text), CAST(:now AS timestamptz), CAST(:caller_company_id AS uuid)
FROM ticket
WHERE ticket.id = :ticket_id
RETURNING id, ticket_id, mail_id, body, direction, created_at;
