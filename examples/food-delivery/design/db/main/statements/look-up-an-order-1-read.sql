-- Look up an order: the orders of one page, by keyset.
-- :order_id uuid (order.id)
-- :after_created_at timestamptz ($page.highest)
-- :after_id uuid ($page.highest)
-- :limit bigint ($page.limit)
SELECT "order".id,
       "order".status,
       "order".total,
       "order".paid,
       "order".deliver_to,
       "order".delivered_at,
       consumer.name AS consumer_name,
       consumer.email,
       restaurant.name AS restaurant_name,
       restaurant.location,
       restaurant.open
FROM "order"
JOIN consumer ON consumer.id = "order".consumer_id
JOIN restaurant ON restaurant.id = "order".restaurant_id
WHERE "order".id = :order_id
  AND ("order".created_at, "order".id) < (:after_created_at, :after_id)
ORDER BY "order".created_at DESC, "order".id DESC
LIMIT :limit;
