-- What PostgreSQL asks when an order is deleted: does an order_line still refer to it?
-- :order_id uuid (order.id)
SELECT 1 AS one
FROM order_line
WHERE order_line.order_id = :order_id;
