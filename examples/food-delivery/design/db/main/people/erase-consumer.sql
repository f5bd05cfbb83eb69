-- Forgets one consumer. For an administrator, as the owner of the tables:
--   psql -d … -v person_id=… -f db/main/people/erase-consumer.sql
\set ON_ERROR_STOP on
BEGIN;
SELECT set_config('app.person_id', :'person_id', true);
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM consumer WHERE id = current_setting('app.person_id')::uuid) THEN
    RAISE EXCEPTION 'there is no such consumer';
  END IF;
END $$;
-- Not while something is still going on.
DO $$ BEGIN
  IF EXISTS (SELECT 1 FROM delivery WHERE status IN ('offered', 'taken', 'pickedUp') AND order_id IN (SELECT id FROM "order" WHERE consumer_id = current_setting('app.person_id')::uuid)) THEN
    RAISE EXCEPTION 'a delivery is still going on';
  END IF;
  IF EXISTS (SELECT 1 FROM "order" WHERE status IN ('placed', 'paid', 'accepted') AND consumer_id = current_setting('app.person_id')::uuid) THEN
    RAISE EXCEPTION 'an order is still going on';
  END IF;
END $$;
UPDATE consumer
SET name = 'erased ' || id,
    email = id || '@erased.invalid'
WHERE id = :'person_id';
UPDATE "order"
SET deliver_to = point(0, 0)
WHERE consumer_id = :'person_id';
COMMIT;
