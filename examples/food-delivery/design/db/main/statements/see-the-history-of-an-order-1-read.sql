-- See the history of an order: the order events of one page, by keyset.
-- :order_id uuid (order_event.order_id)
-- :after_created_at timestamptz ($page.highest)
-- :after_id uuid ($page.highest)
-- :limit bigint ($page.limit)
SELECT order_event.id,
       order_event.what
FROM order_event
WHERE order_event.order_id = :order_id
  AND (order_event.created_at, order_event.id) < (:after_created_at, :after_id)
ORDER BY order_event.created_at DESC, order_event.id DESC
LIMIT :limit;
