-- The application's role: what the statements need and nothing else. It owns no table.
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'town_library_app') THEN
    CREATE ROLE town_library_app NOLOGIN;
  END IF;
END $$;
-- The login is made by whoever runs the database: CREATE ROLE app LOGIN PASSWORD '…' IN ROLE town_library_app;
-- The guards rely on READ COMMITTED, where each statement sees what the lock before it waited for:
-- ALTER ROLE app SET default_transaction_isolation = 'read committed';
GRANT SELECT ON branch TO town_library_app;
GRANT SELECT, UPDATE (created_at) ON item TO town_library_app;
GRANT INSERT, SELECT, UPDATE (due_on), UPDATE (status, returned_on) ON loan TO town_library_app;
GRANT SELECT ON member TO town_library_app;
GRANT INSERT, SELECT ON overdue_notice TO town_library_app;
GRANT INSERT, SELECT, UPDATE (status) ON reservation TO town_library_app;
GRANT SELECT ON title TO town_library_app;
