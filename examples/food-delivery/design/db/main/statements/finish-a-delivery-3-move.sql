-- Finish a delivery also moves Order.status accepted → delivered.
-- :now timestamptz ($clock.now)
-- :delivery_id uuid (delivery.id)
UPDATE "order"
SET status = 'delivered',
    status_since = CAST(:now AS timestamptz),
    delivered_at = CAST(:now AS timestamptz)
FROM delivery
WHERE "order".id = delivery.order_id
  AND delivery.id = :delivery_id
  AND "order".status = 'accepted';
