-- Everything that is known of one worker. For an administrator, as the owner of the tables:
--   psql -d … -v person_id=… -f db/main/people/export-worker.sql
\set ON_ERROR_STOP on
SELECT jsonb_build_object(
    'withdrawal', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM withdrawal AS t WHERE worker_id = :'person_id'),
    'worker', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM worker AS t WHERE id = :'person_id')) AS known;
