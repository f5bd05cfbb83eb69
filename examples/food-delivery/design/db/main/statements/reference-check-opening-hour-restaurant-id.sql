-- What PostgreSQL asks when a restaurant is deleted: does an opening_hour still refer to it?
-- :restaurant_id uuid (restaurant.id)
SELECT 1 AS one
FROM opening_hour
WHERE opening_hour.restaurant_id = :restaurant_id;
