-- What PostgreSQL asks when an order is deleted: does an order_event still refer to it?
-- :order_id uuid (order.id)
SELECT 1 AS one
FROM order_event
WHERE order_event.order_id = :order_id;
