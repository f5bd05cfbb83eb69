-- Everything that is known of one consumer. For an administrator, as the owner of the tables:
--   psql -d … -v person_id=… -f db/main/people/export-consumer.sql
\set ON_ERROR_STOP on
SELECT jsonb_build_object(
    'consumer', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM consumer AS t WHERE id = :'person_id'),
    'delivery', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM delivery AS t WHERE order_id IN (SELECT id FROM "order" WHERE consumer_id = :'person_id')),
    'order', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM "order" AS t WHERE consumer_id = :'person_id'),
    'order_event', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM order_event AS t WHERE order_id IN (SELECT id FROM "order" WHERE consumer_id = :'person_id')),
    'order_line', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM order_line AS t WHERE order_id IN (SELECT id FROM "order" WHERE consumer_id = :'person_id')),
    'rating', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM rating AS t WHERE consumer_id = :'person_id'),
    'refund', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM refund AS t WHERE order_id IN (SELECT id FROM "order" WHERE consumer_id = :'person_id'))) AS known;
