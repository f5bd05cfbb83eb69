-- The application's role: what the statements need and nothing else. It owns no table.
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'court_booking_app') THEN
    CREATE ROLE court_booking_app NOLOGIN;
  END IF;
END $$;
-- The login is made by whoever runs the database: CREATE ROLE app LOGIN PASSWORD '…' IN ROLE court_booking_app;
-- The guards rely on READ COMMITTED, where each statement sees what the lock before it waited for:
-- ALTER ROLE app SET default_transaction_isolation = 'read committed';
GRANT EXECUTE ON FUNCTION read_injury_notes(uuid, uuid, timestamptz, uuid, bigint, timestamptz) TO court_booking_app;
GRANT DELETE, INSERT, SELECT, UPDATE (status) ON booking TO court_booking_app;
GRANT SELECT, UPDATE (status) ON court TO court_booking_app;
GRANT DELETE, INSERT, SELECT (created_at, id, member_id), UPDATE (created_at) ON injury_note TO court_booking_app;
GRANT SELECT ON member TO court_booking_app;
GRANT DELETE, INSERT, SELECT, UPDATE (attempts, not_before) ON outbox_message TO court_booking_app;
