-- Takes the item row, so that everything a rule relates to the same item happens one after the other.
-- :barcode text (item.barcode)
SELECT item.id
FROM item
WHERE item.barcode = :barcode
FOR NO KEY UPDATE OF item;
