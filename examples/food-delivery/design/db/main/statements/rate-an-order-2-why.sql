-- Runs only when nothing was written: which refusal it is, the first true one.
-- :order_id uuid (order.id)
-- :actor_id uuid ($actor.id)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM "order"
    WHERE "order".id = :order_id
      AND "order".consumer_id = :actor_id)) AS order_not_found;
