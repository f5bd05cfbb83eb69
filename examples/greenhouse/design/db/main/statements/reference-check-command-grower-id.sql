-- What PostgreSQL asks when a grower is deleted: does a command still refer to it?
-- :grower_id uuid (grower.id)
SELECT 1 AS one
FROM command
WHERE command.grower_id = :grower_id;
