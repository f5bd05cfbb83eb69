-- What PostgreSQL asks when a group is deleted: does an agent still refer to it?
-- :company_id uuid (group.company_id)
-- :group_id uuid (group.id)
SELECT 1 AS one
FROM agent
WHERE agent.company_id = :company_id
  AND agent.group_id = :group_id;
