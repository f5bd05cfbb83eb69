-- What PostgreSQL asks when a menu_item is deleted: does an order_line still refer to it?
-- :menu_item_id uuid (menu_item.id)
SELECT 1 AS one
FROM order_line
WHERE order_line.menu_item_id = :menu_item_id;
