-- Forgets one member. For an administrator, as the owner of the tables:
--   psql -d … -v person_id=… -f db/main/people/erase-member.sql
\set ON_ERROR_STOP on
-- Stays: injury_note, to be kept for 10 years.
BEGIN;
SELECT set_config('app.person_id', :'person_id', true);
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM member WHERE id = current_setting('app.person_id')::uuid) THEN
    RAISE EXCEPTION 'there is no such member';
  END IF;
END $$;
-- Not while something is still going on.
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
