-- See my orders: the orders of one page, by keyset.
-- :actor_id uuid ($actor.id)
-- :after_created_at timestamptz ($page.highest)
-- :after_id uuid ($page.highest)
-- :limit bigint ($page.limit)
SELECT "order".id,
       "order".status,
       "order".total,
       "order".paid,
       "order".deliver_to,
       "order".delivered_at
FROM "order"
WHERE "order".consumer_id = :actor_id
  AND ("order".created_at, "order".id) < (:after_created_at, :after_id)
ORDER BY "order".created_at DESC, "order".id DESC
LIMIT :limit;
