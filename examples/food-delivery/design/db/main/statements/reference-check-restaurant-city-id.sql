-- What PostgreSQL asks when a city is deleted: does a restaurant still refer to it?
-- :city_id uuid (city.id)
SELECT 1 AS one
FROM restaurant
WHERE restaurant.city_id = :city_id;
