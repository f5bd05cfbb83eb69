-- Everything that is known of one member. For an administrator, as the owner of the tables:
--   psql -d … -v person_id=… -f db/main/people/export-member.sql
\set ON_ERROR_STOP on
SELECT jsonb_build_object(
    'block', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM block AS t WHERE member_id = :'person_id'),
    'direct_message', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM direct_message AS t WHERE member_id = :'person_id'),
    'member', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM member AS t WHERE id = :'person_id'),
    'membership', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM membership AS t WHERE member_id = :'person_id'),
    'message', (SELECT coalesce(jsonb_agg(to_jsonb(t) - 'search' ORDER BY t.id), '[]') FROM message AS t WHERE member_id = :'person_id'),
    'picture', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM picture AS t WHERE message_id IN (SELECT id FROM message WHERE member_id = :'person_id')),
    'reaction', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM reaction AS t WHERE member_id = :'person_id')) AS known;
