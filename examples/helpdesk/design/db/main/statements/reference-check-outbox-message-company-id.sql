-- What PostgreSQL asks when a company is deleted: does an outbox_message still refer to it?
-- :company_id uuid (company.id)
SELECT 1 AS one
FROM outbox_message
WHERE outbox_message.company_id = :company_id;
