-- Place an order: writes the order only while the guards hold.
-- :id uuid ($new.id)
-- :deliver_to point (order.deliver_to)
-- :now timestamptz ($clock.now)
-- :actor_id uuid ($actor.id)
-- :restaurant_id uuid (restaurant.id)
INSERT INTO "order" (id, consumer_id, restaurant_id, status, deliver_to, status_since, created_at)
SELECT CAST(:id AS uuid), consumer.id, restaurant.id, 'placed', CAST(:deliver_to AS point), CAST(:now AS timestamptz), CAST(:now AS timestamptz)
FROM consumer
CROSS JOIN restaurant
WHERE consumer.id = :actor_id
  AND restaurant.id = :restaurant_id
  AND restaurant.open = true
RETURNING id, consumer_id, restaurant_id, status, deliver_to, status_since, created_at;
