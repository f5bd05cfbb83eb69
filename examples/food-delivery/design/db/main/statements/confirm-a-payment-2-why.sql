-- Runs only when nothing was written: which refusal it is, the first true one.
-- :order_id uuid (order.id)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM "order"
    WHERE "order".id = :order_id)) AS order_not_found,
       (NOT EXISTS (
    SELECT 1 AS one
    FROM "order"
    WHERE "order".id = :order_id
      AND "order".status = 'placed')) AS order_not_placed;
