-- Refund an order: writes the refund.
-- :id uuid ($new.id)
-- :amount bigint (refund.amount)
-- :reason text (refund.reason)
-- :now timestamptz ($clock.now)
-- :order_id uuid (order.id)
INSERT INTO refund (id, order_id, amount, reason, created_at)
SELECT CAST(:id AS uuid), "order".id, CAST(:amount AS bigint), CAST(:reason AS text), CAST(:now AS timestamptz)
FROM "order"
WHERE "order".id = :order_id
RETURNING id, order_id, amount, reason, created_at;
