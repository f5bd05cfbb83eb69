-- Confirm a payment: moves Order.status placed → paid.
-- :now timestamptz ($clock.now)
-- :paid bigint (order.paid)
-- :order_id uuid (order.id)
UPDATE "order"
SET status = 'paid',
    status_since = CAST(:now AS timestamptz),
    paid = CAST(:paid AS bigint)
WHERE "order".id = :order_id
  AND "order".status = 'placed';
