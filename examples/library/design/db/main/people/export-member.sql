-- Everything that is known of one member. For an administrator, as the owner of the tables:
--   psql -d … -v person_id=… -f db/main/people/export-member.sql
\set ON_ERROR_STOP on
SELECT jsonb_build_object(
    'loan', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM loan AS t WHERE member_id = :'person_id'),
    'member', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM member AS t WHERE id = :'person_id'),
    'overdue_notice', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM overdue_notice AS t WHERE loan_id IN (SELECT id FROM loan WHERE member_id = :'person_id')),
    'reservation', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM reservation AS t WHERE member_id = :'person_id')) AS known;
