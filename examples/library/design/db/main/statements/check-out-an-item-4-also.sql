-- Check out an item also moves Reservation.status held → collected, if there is one.
-- :barcode text (item.barcode)
UPDATE reservation
SET status = 'collected'
FROM item
WHERE reservation.status = 'held'
  AND reservation.item_id = item.id
  AND item.barcode = :barcode;
