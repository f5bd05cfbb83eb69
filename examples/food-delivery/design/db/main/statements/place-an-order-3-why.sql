-- Runs only when nothing was written: which refusal it is, the first true one.
-- :restaurant_id uuid (restaurant.id)
-- :actor_id uuid ($actor.id)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM restaurant
    WHERE restaurant.id = :restaurant_id)) AS restaurant_not_found,
       (EXISTS (
    SELECT 1 AS one
    FROM consumer
    CROSS JOIN restaurant
    WHERE consumer.id = :actor_id
      AND restaurant.id = :restaurant_id
      AND restaurant.open <> true)) AS no_restaurant_open;
