-- Forgets one customer. For an administrator, as the owner of the tables:
--   psql -d … -v person_id=… -f db/main/people/erase-customer.sql
\set ON_ERROR_STOP on
BEGIN;
SELECT set_config('app.person_id', :'person_id', true);
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM customer WHERE id = current_setting('app.person_id')::uuid) THEN
    RAISE EXCEPTION 'there is no such customer';
  END IF;
END $$;
-- Not while something is still going on.
DO $$ BEGIN
  IF EXISTS (SELECT 1 FROM ticket WHERE status IN ('open', 'pending') AND customer_id = current_setting('app.person_id')::uuid) THEN
    RAISE EXCEPTION 'a ticket is still going on';
  END IF;
END $$;
UPDATE attachment
SET file = 'erased ' || id
WHERE message_id IN (SELECT id FROM message WHERE ticket_id IN (SELECT id FROM ticket WHERE customer_id = :'person_id'));
UPDATE customer
SET email = id || '@erased.invalid',
    name = NULL
WHERE id = :'person_id';
UPDATE message
SET body = 'erased ' || id
WHERE ticket_id IN (SELECT id FROM ticket WHERE customer_id = :'person_id');
UPDATE ticket
SET subject = 'erased ' || id
WHERE customer_id = :'person_id';
COMMIT;
