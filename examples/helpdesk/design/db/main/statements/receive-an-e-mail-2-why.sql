-- Runs only when nothing was written: which refusal it is, the first true one.
-- :customer_id uuid (customer.id)
SELECT (NOT EXISTS (
    SELECT 1 AS one
    FROM customer
    WHERE customer.id = :customer_id)) AS customer_not_found;
