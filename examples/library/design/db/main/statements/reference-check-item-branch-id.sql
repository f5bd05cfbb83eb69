-- What PostgreSQL asks when a branch is deleted: does an item still refer to it?
-- :branch_id uuid (branch.id)
SELECT 1 AS one
FROM item
WHERE item.branch_id = :branch_id;
