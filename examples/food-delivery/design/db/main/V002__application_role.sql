-- The application's role: what the statements need and nothing else. It owns no table.
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'food_delivery_app') THEN
    CREATE ROLE food_delivery_app NOLOGIN;
  END IF;
END $$;
-- The login is made by whoever runs the database: CREATE ROLE app LOGIN PASSWORD '…' IN ROLE food_delivery_app;
-- The guards rely on READ COMMITTED, where each statement sees what the lock before it waited for:
-- ALTER ROLE app SET default_transaction_isolation = 'read committed';
GRANT SELECT ON consumer TO food_delivery_app;
GRANT SELECT ON courier TO food_delivery_app;
GRANT INSERT, SELECT, UPDATE (status), UPDATE (status, courier_id) ON delivery TO food_delivery_app;
GRANT SELECT, UPDATE (name, price, available) ON menu_item TO food_delivery_app;
GRANT SELECT, UPDATE (opens, closes) ON opening_hour TO food_delivery_app;
GRANT INSERT, SELECT, UPDATE (status, status_since), UPDATE (status, status_since, delivered_at), UPDATE (status, status_since, paid) ON "order" TO food_delivery_app;
GRANT INSERT, SELECT ON order_event TO food_delivery_app;
GRANT INSERT ON order_line TO food_delivery_app;
GRANT DELETE, INSERT, SELECT, UPDATE (attempts, not_before) ON outbox_message TO food_delivery_app;
GRANT DELETE, INSERT, SELECT, UPDATE (created_at) ON payout TO food_delivery_app;
GRANT DELETE, INSERT, SELECT, UPDATE (created_at) ON position TO food_delivery_app;
GRANT INSERT, SELECT ON rating TO food_delivery_app;
GRANT DELETE, INSERT, SELECT, UPDATE (created_at) ON refund TO food_delivery_app;
GRANT SELECT, UPDATE (created_at) ON restaurant TO food_delivery_app;
