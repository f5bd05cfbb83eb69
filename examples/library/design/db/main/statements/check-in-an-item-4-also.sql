-- Check in an item also moves the oldest Reservation of the same Item.status waiting → held, if there is one.
-- :barcode text (item.barcode)
UPDATE reservation
SET status = 'held'
WHERE reservation.id = (
    SELECT reservation.id
    FROM reservation
    JOIN item ON item.id = reservation.item_id
    WHERE reservation.status = 'waiting'
      AND item.barcode = :barcode
    ORDER BY reservation.created_at, reservation.id
    LIMIT 1);
