-- What PostgreSQL asks when a title is deleted: does an item still refer to it?
-- :title_id uuid (title.id)
SELECT 1 AS one
FROM item
WHERE item.title_id = :title_id;
