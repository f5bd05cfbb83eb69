-- The application's role: what the statements need and nothing else. It owns no table.
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'prepaid_wallet_app') THEN
    CREATE ROLE prepaid_wallet_app NOLOGIN;
  END IF;
END $$;
-- The login is made by whoever runs the database: CREATE ROLE app LOGIN PASSWORD '…' IN ROLE prepaid_wallet_app;
-- The guards rely on READ COMMITTED, where each statement sees what the lock before it waited for:
-- ALTER ROLE app SET default_transaction_isolation = 'read committed';
GRANT SELECT ON employer TO prepaid_wallet_app;
GRANT INSERT, SELECT ON entry TO prepaid_wallet_app;
GRANT SELECT, UPDATE (threshold, active) ON fraud_rule TO prepaid_wallet_app;
GRANT INSERT, SELECT ON movement TO prepaid_wallet_app;
GRANT DELETE, INSERT, SELECT, UPDATE (attempts, not_before) ON outbox_message TO prepaid_wallet_app;
GRANT INSERT, SELECT ON payroll TO prepaid_wallet_app;
GRANT INSERT ON payroll_line TO prepaid_wallet_app;
GRANT DELETE, SELECT, UPDATE (created_at) ON statement TO prepaid_wallet_app;
GRANT SELECT, UPDATE (created_at) ON wallet TO prepaid_wallet_app;
GRANT INSERT, SELECT, UPDATE (status) ON withdrawal TO prepaid_wallet_app;
GRANT SELECT, UPDATE (created_at) ON worker TO prepaid_wallet_app;
