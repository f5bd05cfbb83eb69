-- Accept an order: moves Order.status paid → accepted.
-- :now timestamptz ($clock.now)
-- :order_id uuid (order.id)
-- :actor_id uuid ($actor.id)
UPDATE "order"
SET status = 'accepted',
    status_since = CAST(:now AS timestamptz)
WHERE "order".id = :order_id
  AND "order".restaurant_id = :actor_id
  AND "order".status = 'paid'
  AND :now < "order".status_since + interval '180 seconds';
