-- Takes the restaurant row, so that everything a rule relates to the same restaurant happens one after the other.
-- :restaurant_id uuid (restaurant.id)
SELECT restaurant.id
FROM restaurant
WHERE restaurant.id = :restaurant_id
FOR NO KEY UPDATE OF restaurant;
