-- What PostgreSQL asks when a ticket is deleted: does a warning still refer to it?
-- :company_id uuid (ticket.company_id)
-- :ticket_id uuid (ticket.id)
SELECT 1 AS one
FROM warning
WHERE warning.company_id = :company_id
  AND warning.ticket_id = :ticket_id;
