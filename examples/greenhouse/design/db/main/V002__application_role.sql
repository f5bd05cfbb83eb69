-- The application's role: what the statements need and nothing else. It owns no table.
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'greenhouse_control_app') THEN
    CREATE ROLE greenhouse_control_app NOLOGIN;
  END IF;
END $$;
-- The login is made by whoever runs the database: CREATE ROLE app LOGIN PASSWORD '…' IN ROLE greenhouse_control_app;
-- The guards rely on READ COMMITTED, where each statement sees what the lock before it waited for:
-- ALTER ROLE app SET default_transaction_isolation = 'read committed';
GRANT INSERT, SELECT, UPDATE (status) ON alarm TO greenhouse_control_app;
GRANT INSERT, SELECT, UPDATE (status) ON command TO greenhouse_control_app;
GRANT SELECT ON greenhouse TO greenhouse_control_app;
GRANT SELECT ON grower TO greenhouse_control_app;
GRANT INSERT, SELECT ON measurement TO greenhouse_control_app;
GRANT DELETE, INSERT, SELECT, UPDATE (attempts, not_before) ON outbox_message TO greenhouse_control_app;
GRANT SELECT ON sensor TO greenhouse_control_app;
GRANT SELECT, UPDATE (hour, temperature, humidity) ON target TO greenhouse_control_app;
