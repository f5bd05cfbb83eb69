-- What PostgreSQL asks when a resident is deleted: does a payment still refer to it?
-- :resident_id uuid (resident.id)
SELECT 1 AS one
FROM payment
WHERE payment.resident_id = :resident_id;
