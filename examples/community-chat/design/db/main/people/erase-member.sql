-- Forgets one member. For an administrator, as the owner of the tables:
--   psql -d … -v person_id=… -f db/main/people/erase-member.sql
\set ON_ERROR_STOP on
BEGIN;
SELECT set_config('app.person_id', :'person_id', true);
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM member WHERE id = current_setting('app.person_id')::uuid) THEN
    RAISE EXCEPTION 'there is no such member';
  END IF;
END $$;
-- Not while something is still going on.
DO $$ BEGIN
  IF EXISTS (SELECT 1 FROM membership WHERE status IN ('active') AND member_id = current_setting('app.person_id')::uuid) THEN
    RAISE EXCEPTION 'a membership is still going on';
  END IF;
  IF EXISTS (SELECT 1 FROM message WHERE status IN ('sent') AND member_id = current_setting('app.person_id')::uuid) THEN
    RAISE EXCEPTION 'a message is still going on';
  END IF;
END $$;
UPDATE direct_message
SET text = 'erased ' || id
WHERE member_id = :'person_id';
UPDATE member
SET name = 'erased ' || id,
    email = id || '@erased.invalid'
WHERE id = :'person_id';
UPDATE message
SET text = 'erased ' || id
WHERE member_id = :'person_id';
UPDATE picture
SET file = 'erased ' || id
WHERE message_id IN (SELECT id FROM message WHERE member_id = :'person_id');
COMMIT;
