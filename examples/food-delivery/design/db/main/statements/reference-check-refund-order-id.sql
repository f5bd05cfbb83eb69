-- What PostgreSQL asks when an order is deleted: does a refund still refer to it?
-- :order_id uuid (order.id)
SELECT 1 AS one
FROM refund
WHERE refund.order_id = :order_id;
