-- Runs only when nothing was written: which refusal it is, the first true one.
-- :order_id uuid (order.id)
-- :actor_id uuid ($actor.id)
-- :now timestamptz ($clock.now)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM "order"
    WHERE "order".id = :order_id
      AND "order".restaurant_id = :actor_id)) AS order_not_found,
       (NOT EXISTS (
    SELECT 1 AS one
    FROM "order"
    WHERE "order".id = :order_id
      AND "order".restaurant_id = :actor_id
      AND "order".status = 'paid')) AS order_not_paid,
       (EXISTS (
    SELECT 1 AS one
    FROM "order"
    WHERE "order".id = :order_id
      AND "order".restaurant_id = :actor_id
      AND :now >= "order".status_since + interval '180 seconds')) AS accept_an_order_too_late;
