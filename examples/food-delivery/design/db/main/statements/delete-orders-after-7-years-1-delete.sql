-- A batch of orders that were written more than 7 years ago and that nothing refers to; run again until it finds none.
-- :now timestamptz ($clock.now)
-- :limit bigint ($page.limit)
DELETE FROM "order"
WHERE "order".id IN (
    SELECT "order".id
    FROM "order"
    WHERE "order".status IN ('delivered', 'cancelled')
      AND "order".created_at < :now - interval '220898664 seconds'
      AND NOT EXISTS (
        SELECT 1 AS one
        FROM delivery
        WHERE "order".id = delivery.order_id)
      AND NOT EXISTS (
        SELECT 1 AS one
        FROM rating
        WHERE "order".id = rating.order_id)
      AND NOT EXISTS (
        SELECT 1 AS one
        FROM refund
        WHERE "order".id = refund.order_id)
    ORDER BY "order".created_at
    LIMIT :limit
    FOR NO KEY UPDATE OF "order" SKIP LOCKED);
