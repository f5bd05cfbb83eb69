-- Check in an item: moves Loan.status out → returned.
-- :today date ($clock.today)
-- :barcode text (item.barcode)
UPDATE loan
SET status = 'returned',
    returned_on = CAST(:today AS date)
FROM item
WHERE item.id = loan.item_id
  AND item.barcode = :barcode
  AND loan.status = 'out';
