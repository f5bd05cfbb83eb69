-- Everything that is known of one courier. For an administrator, as the owner of the tables:
--   psql -d … -v person_id=… -f db/main/people/export-courier.sql
\set ON_ERROR_STOP on
SELECT jsonb_build_object(
    'courier', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM courier AS t WHERE id = :'person_id'),
    'position', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM position AS t WHERE courier_id = :'person_id')) AS known;
