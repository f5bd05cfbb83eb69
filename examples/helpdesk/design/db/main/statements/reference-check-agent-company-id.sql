-- What PostgreSQL asks when a company is deleted: does an agent still refer to it?
-- :company_id uuid (company.id)
SELECT 1 AS one
FROM agent
WHERE agent.company_id = :company_id;
