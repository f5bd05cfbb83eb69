-- What PostgreSQL asks when a group is deleted: does a ticket still refer to it?
-- :company_id uuid (group.company_id)
-- :group_id uuid (group.id)
SELECT 1 AS one
FROM ticket
WHERE ticket.company_id = :company_id
  AND ticket.group_id = :group_id;
