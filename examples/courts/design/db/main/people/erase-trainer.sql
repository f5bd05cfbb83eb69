-- Forgets one trainer. For an administrator, as the owner of the tables:
--   psql -d … -v person_id=… -f db/main/people/erase-trainer.sql
\set ON_ERROR_STOP on
BEGIN;
SELECT set_config('app.person_id', :'person_id', true);
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM trainer WHERE id = current_setting('app.person_id')::uuid) THEN
    RAISE EXCEPTION 'there is no such trainer';
  END IF;
END $$;
UPDATE trainer
SET name = 'erased ' || id
WHERE id = :'person_id';
COMMIT;
