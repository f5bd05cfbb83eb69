-- Attach a file: writes the attachment.
-- :id uuid ($new.id)
-- :name text (attachment.name)
-- :file text (attachment.file)
-- :bytes bigint (attachment.bytes)
-- :now timestamptz ($clock.now)
-- :caller_company_id uuid ($tenant.id)
-- :message_id uuid (message.id)
INSERT INTO attachment (id, message_id, name, file, bytes, created_at, company_id)
SELECT CAST(:id AS uuid), message.id, CAST(:name AS text), CAST(:file AS text), CAST(:bytes AS bigint), CAST(:now AS timestamptz), CAST(:caller_company_id AS uuid)
FROM message
WHERE message.id = :message_id
RETURNING id, message_id, name, file, bytes, created_at;
