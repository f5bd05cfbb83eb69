-- Forgets one agent. For an administrator, as the owner of the tables:
--   psql -d … -v person_id=… -f db/main/people/erase-agent.sql
\set ON_ERROR_STOP on
BEGIN;
SELECT set_config('app.person_id', :'person_id', true);
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM agent WHERE id = current_setting('app.person_id')::uuid) THEN
    RAISE EXCEPTION 'there is no such agent';
  END IF;
END $$;
UPDATE agent
SET name = 'erased ' || id,
    email = id || '@erased.invalid'
WHERE id = :'person_id';
COMMIT;
