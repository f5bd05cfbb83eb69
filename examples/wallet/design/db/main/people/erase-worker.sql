-- Forgets one worker. For an administrator, as the owner of the tables:
--   psql -d … -v person_id=… -f db/main/people/erase-worker.sql
\set ON_ERROR_STOP on
BEGIN;
SELECT set_config('app.person_id', :'person_id', true);
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM worker WHERE id = current_setting('app.person_id')::uuid) THEN
    RAISE EXCEPTION 'there is no such worker';
  END IF;
END $$;
-- Not while something is still going on.
DO $$ BEGIN
  IF EXISTS (SELECT 1 FROM withdrawal WHERE status IN ('requested', 'sent') AND worker_id = current_setting('app.person_id')::uuid) THEN
    RAISE EXCEPTION 'a withdrawal is still going on';
  END IF;
END $$;
UPDATE withdrawal
SET iban = 'erased ' || id
WHERE worker_id = :'person_id';
UPDATE worker
SET name = 'erased ' || id,
    email = id || '@erased.invalid',
    born_on = DATE '1900-01-01'
WHERE id = :'person_id';
COMMIT;
