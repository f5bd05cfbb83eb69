-- Takes the item row, so that everything a rule relates to the same item happens one after the other.
-- :item_id uuid (item.id)
SELECT item.id
FROM item
WHERE item.id = :item_id
FOR NO KEY UPDATE OF item;
