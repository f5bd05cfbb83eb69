-- What PostgreSQL asks when a restaurant is deleted: does a payout still refer to it?
-- :restaurant_id uuid (restaurant.id)
SELECT 1 AS one
FROM payout
WHERE payout.restaurant_id = :restaurant_id;
