-- Holds the restaurant row as it is until the end; others may hold it too, and only who changes it waits.
-- :restaurant_id uuid (restaurant.id)
SELECT restaurant.id
FROM restaurant
WHERE restaurant.id = :restaurant_id
FOR SHARE OF restaurant;
