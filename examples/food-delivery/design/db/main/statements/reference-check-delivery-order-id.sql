-- What PostgreSQL asks when an order is deleted: does a delivery still refer to it?
-- :order_id uuid (order.id)
SELECT 1 AS one
FROM delivery
WHERE delivery.order_id = :order_id;
