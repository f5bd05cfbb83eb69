-- Take a delivery: moves Delivery.status offered → taken.
-- :actor_id uuid ($actor.id)
-- :delivery_id uuid (delivery.id)
UPDATE delivery
SET status = 'taken',
    courier_id = CAST(:actor_id AS uuid)
WHERE delivery.id = :delivery_id
  AND delivery.status = 'offered';
