-- The restaurants for which “pay out restaurants” has something to send and no record of having sent it.
-- :after_id uuid ($page.lowest)
-- :limit bigint ($page.limit)
SELECT restaurant.id,
       restaurant.name,
       restaurant.location,
       restaurant.open
FROM restaurant
WHERE NOT EXISTS (
    SELECT 1 AS one
    FROM payout
    WHERE payout.restaurant_id = restaurant.id)
  AND (restaurant.id) > (:after_id)
ORDER BY restaurant.id
LIMIT :limit;
