-- Pick up a delivery: moves Delivery.status taken → pickedUp.
-- :delivery_id uuid (delivery.id)
UPDATE delivery
SET status = 'pickedUp'
WHERE delivery.id = :delivery_id
  AND delivery.status = 'taken';
