-- What PostgreSQL asks when an item is deleted: does a reservation still refer to it?
-- :item_id uuid (item.id)
SELECT 1 AS one
FROM reservation
WHERE reservation.item_id = :item_id;
