-- What PostgreSQL asks when a company is deleted: does a target still refer to it?
-- :company_id uuid (company.id)
SELECT 1 AS one
FROM target
WHERE target.company_id = :company_id;
