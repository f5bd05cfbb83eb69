-- What PostgreSQL asks when a ticket is deleted: does a message still refer to it?
-- :company_id uuid (ticket.company_id)
-- :ticket_id uuid (ticket.id)
SELECT 1 AS one
FROM message
WHERE message.company_id = :company_id
  AND message.ticket_id = :ticket_id;
