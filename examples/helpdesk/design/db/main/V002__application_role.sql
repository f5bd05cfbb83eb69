-- The application's role: what the statements need and nothing else. It owns no table.
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'helpdesk_app') THEN
    CREATE ROLE helpdesk_app NOLOGIN;
  END IF;
END $$;
-- The login is made by whoever runs the database: CREATE ROLE app LOGIN PASSWORD '…' IN ROLE helpdesk_app;
-- The guards rely on READ COMMITTED, where each statement sees what the lock before it waited for:
-- ALTER ROLE app SET default_transaction_isolation = 'read committed';
GRANT EXECUTE ON FUNCTION search_tickets(text, text, uuid, bigint) TO helpdesk_app;
GRANT INSERT, SELECT ON agent TO helpdesk_app;
GRANT INSERT, SELECT ON attachment TO helpdesk_app;
GRANT INSERT, SELECT, UPDATE (issuer) ON company TO helpdesk_app;
GRANT SELECT ON customer TO helpdesk_app;
GRANT SELECT ON "group" TO helpdesk_app;
GRANT INSERT, SELECT ON message TO helpdesk_app;
GRANT INSERT ON outbox_message TO helpdesk_app;
GRANT INSERT, SELECT ON target TO helpdesk_app;
GRANT INSERT, SELECT, UPDATE (agent_id), UPDATE (status, solved_at) ON ticket TO helpdesk_app;

-- Looks across companies, with a login of its own: “delete attachments after 2 years”, “delete tickets after 7 years”, “tell Mail of receive an e-mail”, “tell Mail of reply to a ticket”, “warn before a target is missed”.
SET lock_timeout = '5s';
SET statement_timeout = '60s';
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'helpdesk_jobs') THEN
    CREATE ROLE helpdesk_jobs NOLOGIN;
  END IF;
END $$;
CREATE POLICY attachment_of_every_company ON attachment TO helpdesk_jobs USING (true);
CREATE POLICY outbox_message_of_every_company ON outbox_message TO helpdesk_jobs USING (true);
CREATE POLICY ticket_of_every_company ON ticket TO helpdesk_jobs USING (true);
CREATE POLICY warning_of_every_company ON warning TO helpdesk_jobs USING (true);
GRANT DELETE, SELECT, UPDATE (created_at) ON attachment TO helpdesk_jobs;
GRANT DELETE, SELECT, UPDATE (attempts, not_before) ON outbox_message TO helpdesk_jobs;
GRANT DELETE, SELECT, UPDATE (created_at) ON ticket TO helpdesk_jobs;
GRANT INSERT, SELECT ON warning TO helpdesk_jobs;
