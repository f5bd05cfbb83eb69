-- Everything that is known of one agent. For an administrator, as the owner of the tables:
--   psql -d … -v person_id=… -f db/main/people/export-agent.sql
\set ON_ERROR_STOP on
SELECT jsonb_build_object(
    'agent', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM agent AS t WHERE id = :'person_id')) AS known;
