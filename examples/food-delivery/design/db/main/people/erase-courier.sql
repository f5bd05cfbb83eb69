-- Forgets one courier. For an administrator, as the owner of the tables:
--   psql -d … -v person_id=… -f db/main/people/erase-courier.sql
\set ON_ERROR_STOP on
BEGIN;
SELECT set_config('app.person_id', :'person_id', true);
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM courier WHERE id = current_setting('app.person_id')::uuid) THEN
    RAISE EXCEPTION 'there is no such courier';
  END IF;
END $$;
UPDATE courier
SET name = 'erased ' || id
WHERE id = :'person_id';
UPDATE position
SET at = point(0, 0)
WHERE courier_id = :'person_id';
COMMIT;
