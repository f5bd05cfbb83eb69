-- Everything that is known of one member. For an administrator, as the owner of the tables:
--   psql -d … -v person_id=… -f db/main/people/export-member.sql
\set ON_ERROR_STOP on
SELECT jsonb_build_object(
    'booking', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM booking AS t WHERE member_id = :'person_id'),
    'injury_note', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM injury_note AS t WHERE member_id = :'person_id'),
    'injury_note_read', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM injury_note_read AS t WHERE injury_note_id IN (SELECT id FROM injury_note WHERE member_id = :'person_id')),
    'member', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM member AS t WHERE id = :'person_id')) AS known;
