-- What PostgreSQL asks when a restaurant is deleted: does an order still refer to it?
-- :restaurant_id uuid (restaurant.id)
SELECT 1 AS one
FROM "order"
WHERE "order".restaurant_id = :restaurant_id;
