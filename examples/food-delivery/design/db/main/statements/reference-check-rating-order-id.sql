-- What PostgreSQL asks when an order is deleted: does a rating still refer to it?
-- :order_id uuid (order.id)
SELECT 1 AS one
FROM rating
WHERE rating.order_id = :order_id;
