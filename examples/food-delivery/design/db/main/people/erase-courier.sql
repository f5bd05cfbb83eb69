-- Forgets one courier. For an administrator, as the owner of the tables:
--   psql -d … -v person_id=… -f db/main/people/erase-courier.sql
BEGIN;
UPDATE courier
SET name = 'erased ' || id
WHERE id = :'person_id';
UPDATE position
SET at = point(0, 0)
WHERE courier_id = :'person_id';
COMMIT;
