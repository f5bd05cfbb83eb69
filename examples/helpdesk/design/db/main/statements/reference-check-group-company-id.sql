-- What PostgreSQL asks when a company is deleted: does a group still refer to it?
-- :company_id uuid (company.id)
SELECT 1 AS one
FROM "group"
WHERE "group".company_id = :company_id;
