-- Forgets one member. For an administrator, as the owner of the tables:
--   psql -d … -v person_id=… -f db/main/people/erase-member.sql
-- Stays: injury_note, to be kept for 10 years.
BEGIN;
-- Not while something is still going on.
SELECT set_config('app.person_id', :'person_id', true);
DO $$ BEGIN
  IF EXISTS (SELECT 1 FROM booking WHERE status IN ('held', 'booked') AND member_id = current_setting('app.person_id')::uuid) THEN
    RAISE EXCEPTION 'a booking is still going on';
  END IF;
END $$;
UPDATE member
SET name = 'erased ' || id,
    email = id || '@erased.invalid'
WHERE id = :'person_id';
COMMIT;
