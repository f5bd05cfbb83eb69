-- Forgets one agent. For an administrator, as the owner of the tables:
--   psql -d … -v person_id=… -f db/main/people/erase-agent.sql
BEGIN;
UPDATE agent
SET name = 'erased ' || id,
    email = id || '@erased.invalid'
WHERE id = :'person_id';
COMMIT;
