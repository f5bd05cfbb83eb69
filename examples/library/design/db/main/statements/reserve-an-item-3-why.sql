-- Runs only when nothing was written: which refusal it is, the first true one.
-- :item_id uuid (item.id)
-- :actor_id uuid ($actor.id)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM item
    WHERE item.id = :item_id)) AS item_not_found,
       (EXISTS (
    SELECT 1 AS one
    FROM item
    CROSS JOIN member
    WHERE item.id = :item_id
      AND member.id = :actor_id
      AND NOT EXISTS (
        SELECT 1 AS one
        FROM loan
        WHERE loan.item_id = item.id
          AND loan.status = 'out'))) AS no_loan_out;
