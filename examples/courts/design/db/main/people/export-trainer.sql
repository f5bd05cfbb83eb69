-- Everything that is known of one trainer. For an administrator, as the owner of the tables:
--   psql -d … -v person_id=… -f db/main/people/export-trainer.sql
\set ON_ERROR_STOP on
SELECT jsonb_build_object(
    'trainer', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM trainer AS t WHERE id = :'person_id')) AS known;
