-- Watch the courier: the positions of one page, by keyset.
-- :actor_id uuid ($actor.id)
-- :delivery_id uuid (position.delivery_id)
-- :after_created_at timestamptz ($page.highest)
-- :after_id uuid ($page.highest)
-- :limit bigint ($page.limit)
SELECT position.id,
       position.at
FROM position
WHERE EXISTS (
    SELECT 1 AS one
    FROM delivery
    WHERE delivery.id = position.delivery_id
      AND EXISTS (
        SELECT 1 AS one
        FROM "order"
        WHERE "order".id = delivery.order_id
          AND "order".consumer_id = :actor_id))
  AND position.delivery_id = :delivery_id
  AND (position.created_at, position.id) < (:after_created_at, :after_id)
ORDER BY position.created_at DESC, position.id DESC
LIMIT :limit;
