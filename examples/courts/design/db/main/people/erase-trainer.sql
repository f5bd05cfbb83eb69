-- Forgets one trainer. For an administrator, as the owner of the tables:
--   psql -d … -v person_id=… -f db/main/people/erase-trainer.sql
BEGIN;
UPDATE trainer
SET name = 'erased ' || id
WHERE id = :'person_id';
COMMIT;
