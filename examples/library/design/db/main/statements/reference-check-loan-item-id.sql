-- What PostgreSQL asks when an item is deleted: does a loan still refer to it?
-- :item_id uuid (item.id)
SELECT 1 AS one
FROM loan
WHERE loan.item_id = :item_id;
