-- Runs only when nothing was written: which refusal it is, the first true one.
-- :delivery_id uuid (delivery.id)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM delivery
    WHERE delivery.id = :delivery_id)) AS delivery_not_found,
       (NOT EXISTS (
    SELECT 1 AS one
    FROM delivery
    WHERE delivery.id = :delivery_id
      AND delivery.status = 'offered')) AS delivery_not_offered;
