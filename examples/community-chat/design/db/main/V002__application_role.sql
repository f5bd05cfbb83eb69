-- The application's role: what the statements need and nothing else. It owns no table.
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'community_chat_app') THEN
    CREATE ROLE community_chat_app NOLOGIN;
  END IF;
END $$;
-- The login is made by whoever runs the database: CREATE ROLE app LOGIN PASSWORD '…' IN ROLE community_chat_app;
-- The guards rely on READ COMMITTED, where each statement sees what the lock before it waited for:
-- ALTER ROLE app SET default_transaction_isolation = 'read committed';
GRANT SELECT ON channel TO community_chat_app;
GRANT SELECT ON community TO community_chat_app;
GRANT INSERT, SELECT ON direct_message TO community_chat_app;
GRANT SELECT ON member TO community_chat_app;
GRANT INSERT, SELECT, UPDATE (status) ON membership TO community_chat_app;
GRANT INSERT, SELECT, UPDATE (status), UPDATE (text) ON message TO community_chat_app;
GRANT DELETE, INSERT, SELECT, UPDATE (attempts, not_before) ON outbox_message TO community_chat_app;
GRANT INSERT, SELECT ON picture TO community_chat_app;
GRANT INSERT, SELECT ON reaction TO community_chat_app;
