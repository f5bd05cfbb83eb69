-- What PostgreSQL asks when a company is deleted: does a customer still refer to it?
-- :company_id uuid (company.id)
SELECT 1 AS one
FROM customer
WHERE customer.company_id = :company_id;
