-- What PostgreSQL asks when a restaurant is deleted: does a menu_item still refer to it?
-- :restaurant_id uuid (restaurant.id)
SELECT 1 AS one
FROM menu_item
WHERE menu_item.restaurant_id = :restaurant_id;
