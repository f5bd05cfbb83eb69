-- Finish a delivery: moves Delivery.status pickedUp → done.
-- :delivery_id uuid (delivery.id)
UPDATE delivery
SET status = 'done'
WHERE delivery.id = :delivery_id
  AND delivery.status = 'pickedUp';
