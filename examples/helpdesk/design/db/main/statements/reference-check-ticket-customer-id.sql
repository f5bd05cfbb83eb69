-- What PostgreSQL asks when a customer is deleted: does a ticket still refer to it?
-- :company_id uuid (customer.company_id)
-- :customer_id uuid (customer.id)
SELECT 1 AS one
FROM ticket
WHERE ticket.company_id = :company_id
  AND ticket.customer_id = :customer_id;
