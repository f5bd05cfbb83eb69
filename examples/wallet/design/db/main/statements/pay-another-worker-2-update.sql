-- Pay another worker: moves Movement.purpose top up → payment.
-- :movement_id uuid (movement.id)
UPDATE movement
SET purpose = 'payment'
WHERE movement.id = :movement_id
  AND movement.purpose = 'top up';
