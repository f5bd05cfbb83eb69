-- Runs only when nothing was written: which refusal it is, the first true one.
-- :movement_id uuid (movement.id)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM movement
    WHERE movement.id = :movement_id)) AS movement_not_found,
       (NOT EXISTS (
    SELECT 1 AS one
    FROM movement
    WHERE movement.id = :movement_id
      AND movement.purpose = 'top up')) AS movement_not_top_up;
