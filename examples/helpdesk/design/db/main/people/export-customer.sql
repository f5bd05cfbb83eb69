-- Everything that is known of one customer. For an administrator, as the owner of the tables:
--   psql -d … -v person_id=… -f db/main/people/export-customer.sql
\set ON_ERROR_STOP on
SELECT jsonb_build_object(
    'attachment', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM attachment AS t WHERE message_id IN (SELECT id FROM message WHERE ticket_id IN (SELECT id FROM ticket WHERE customer_id = :'person_id'))),
    'customer', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM customer AS t WHERE id = :'person_id'),
    'message', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM message AS t WHERE ticket_id IN (SELECT id FROM ticket WHERE customer_id = :'person_id')),
    'ticket', (SELECT coalesce(jsonb_agg(to_jsonb(t) - 'search' ORDER BY t.id), '[]') FROM ticket AS t WHERE customer_id = :'person_id'),
    'warning', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM warning AS t WHERE ticket_id IN (SELECT id FROM ticket WHERE customer_id = :'person_id'))) AS known;
