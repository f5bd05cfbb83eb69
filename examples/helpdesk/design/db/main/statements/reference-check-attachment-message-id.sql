-- What PostgreSQL asks when a message is deleted: does an attachment still refer to it?
-- :company_id uuid (message.company_id)
-- :message_id uuid (message.id)
SELECT 1 AS one
FROM attachment
WHERE attachment.company_id = :company_id
  AND attachment.message_id = :message_id;
