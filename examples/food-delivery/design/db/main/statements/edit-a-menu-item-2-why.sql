-- Runs only when nothing was written: which refusal it is, the first true one.
-- :menu_item_id uuid (menu_item.id)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM menu_item
    WHERE menu_item.id = :menu_item_id)) AS menu_item_not_found;
