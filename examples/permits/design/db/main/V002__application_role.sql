-- The application's role: what the statements need and nothing else. It owns no table.
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'residents_parking_permits_app') THEN
    CREATE ROLE residents_parking_permits_app NOLOGIN;
  END IF;
END $$;
-- The login is made by whoever runs the database: CREATE ROLE app LOGIN PASSWORD '…' IN ROLE residents_parking_permits_app;
-- The guards rely on READ COMMITTED, where each statement sees what the lock before it waited for:
-- ALTER ROLE app SET default_transaction_isolation = 'read committed';
GRANT DELETE, INSERT, SELECT, UPDATE (status) ON application TO residents_parking_permits_app;
GRANT DELETE, INSERT, SELECT, UPDATE (attempts, not_before) ON outbox_message TO residents_parking_permits_app;
GRANT INSERT, SELECT ON payment TO residents_parking_permits_app;
GRANT DELETE, SELECT, UPDATE (due_on), UPDATE (status) ON permit TO residents_parking_permits_app;
GRANT SELECT ON reminder TO residents_parking_permits_app;
GRANT SELECT ON resident TO residents_parking_permits_app;
