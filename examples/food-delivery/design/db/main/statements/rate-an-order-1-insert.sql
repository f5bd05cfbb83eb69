-- Rate an order: writes the rating.
-- :id uuid ($new.id)
-- :restaurant_stars bigint (rating.restaurant_stars)
-- :courier_stars bigint (rating.courier_stars)
-- :comment text (rating.comment)
-- :now timestamptz ($clock.now)
-- :order_id uuid (order.id)
-- :actor_id uuid ($actor.id)
INSERT INTO rating (id, order_id, consumer_id, restaurant_stars, courier_stars, comment, created_at)
SELECT CAST(:id AS uuid), "order".id, consumer.id, CAST(:restaurant_stars AS bigint), CAST(:courier_stars AS bigint), CAST(:comment AS text), CAST(:now AS timestamptz)
FROM "order"
CROSS JOIN consumer
WHERE "order".id = :order_id
  AND "order".consumer_id = :actor_id
  AND consumer.id = :actor_id
RETURNING id, order_id, consumer_id, restaurant_stars, courier_stars, comment, created_at;
